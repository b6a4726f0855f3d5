/**
 * What becomes of a file that an article named for its readers and names no more: it leaves the folder of the issue when no
 * text there names it and the history gives it back as it is. Whatever text names it later has it again: a file too many is
 * better than one that is lost.
 */
import { lstatSync, rmSync } from 'node:fs';
import { posix } from 'node:path';
import { writeTogether } from '../../build/write-together.ts';
import { attachmentKind } from '../../model/attachment-kind.ts';
import type { ContentFolder } from '../../reader/files/content-folder.ts';
import { attachedIn } from '../../reader/files/named-files.ts';
import { decode } from '../../reader/files/parsed-file.ts';
import { cleanText } from '../../text/clean.ts';
import { historyWords } from '../../words/redaktion.ts';
import { attachmentWords as words } from '../../words/redaktion-attachments.ts';
import type { Editor, TextHistory } from './history.ts';
import { mayName } from './naming.ts';
import type { Keep } from './save.ts';

interface Parts {
  root: string;
  disk: ContentFolder;
  history: TextHistory;
  keep: Keep;
}

/** Takes away what `before` named and `after` doesn't; returns what its editor is told. */
export async function takeAwayDropped(
  { disk, history, keep }: Parts,
  file: string,
  { before, after }: { before: string; after: string },
  by: Editor,
): Promise<string[]> {
  const folder = posix.dirname(file);
  const still = attachedIn(cleanText(after));
  const dropped = new Set(attachedIn(cleanText(before)).filter((name) => !still.includes(name)));
  const told: string[] = [];
  for (const name of dropped) {
    const path = `${folder}/${name}`;
    // Only what lies right there: a name may be anything that somebody wrote.
    if (!isAttachable(name) || !disk.files(folder).includes(name) || isNamed(name, folder, disk)) continue;
    const [present, latest] = [disk.read(path), await history.latest(path)];
    if (present && latest && Buffer.compare(present, latest) === 0) {
      rmSync(disk.locate(path));
      const notKept = await keep([path], by, historyWords.attachmentGone(path));
      told.push(words.takenAway(name), ...(notKept ? [words.notKept(notKept)] : []));
    } else told.push(words.leftBehind(name));
  }
  return told;
}

/**
 * Puts back what a text names and what isn't there: as it was in the state `id` of the text, or else as the history had it
 * last. Returns what its editor is told.
 */
export async function bringBackNamed(
  { root, disk, history, keep }: Parts,
  file: string,
  { id, text }: { id?: string; text: string },
  by: Editor,
): Promise<string[]> {
  const folder = posix.dirname(file);
  const told: string[] = [];
  for (const name of new Set(attachedIn(cleanText(text)))) {
    const path = `${folder}/${name}`;
    if (posix.basename(path) !== name || !isAttachable(name)) continue;
    if (lstatSync(disk.locate(path), { throwIfNoEntry: false })) continue;
    const bytes = (id && (await history.at(path, id))) || (await history.latest(path));
    if (!bytes) continue;
    writeTogether(posix.join(root, folder), new Map([[name, bytes]]));
    const notKept = await keep([path], by, historyWords.attachmentBack(path));
    told.push(words.broughtBack(name), ...(notKept ? [words.notKept(notKept)] : []));
  }
  return told;
}

/** A text of the issue is none, whatever somebody wrote into the list. */
function isAttachable(name: string): boolean {
  return !['page', 'program', 'other'].includes(attachmentKind(name));
}

/** Whether any text of the issue speaks of the file, or can't be read and may do so. */
function isNamed(name: string, folder: string, disk: ContentFolder): boolean {
  return disk
    .files(folder)
    .filter((other) => other.endsWith('.md'))
    .some((other) => {
      const bytes = disk.read(`${folder}/${other}`);
      const text = bytes && decode(bytes);
      return text === undefined || mayName(text, name);
    });
}
