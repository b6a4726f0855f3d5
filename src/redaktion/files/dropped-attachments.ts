/**
 * What becomes of a file that an article named for its readers and names no more: it leaves the folder of the issue when no
 * text there names it and the history has it as it is, so that an earlier state of the text brings it back.
 */
import { rmSync } from 'node:fs';
import { posix } from 'node:path';
import { writeTogether } from '../../build/write-together.ts';
import { attachmentKind } from '../../model/attachment-kind.ts';
import { attachedIn } from '../../reader/checks/approval-checks.ts';
import type { ContentFolder } from '../../reader/files/content-folder.ts';
import { historyWords } from '../../words/redaktion.ts';
import { attachmentWords as words } from '../../words/redaktion-attachments.ts';
import type { Editor, TextHistory } from './history.ts';
import type { Keep } from './save.ts';
import { textIn } from './text-files.ts';

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
  const still = attachedIn(after);
  const dropped = new Set(attachedIn(before).filter((name) => !still.includes(name)));
  const told: string[] = [];
  for (const name of dropped) {
    const path = `${folder}/${name}`;
    // Only what lies right there: a name may be anything that somebody wrote.
    if (!isAttachable(name) || !disk.files(folder).includes(name) || isNamed(name, folder, disk)) continue;
    if (await history.holds(path)) {
      rmSync(disk.locate(path));
      const notKept = await keep([path], by, historyWords.attachmentGone(path));
      told.push(words.takenAway(name), ...(notKept ? [words.notKept(notKept)] : []));
    } else told.push(words.leftBehind(name));
  }
  return told;
}

/** Puts back what a text names as it was in an earlier state, and what isn't there any more. */
export async function bringBackDropped(
  { root, disk, history, keep }: Parts,
  file: string,
  { id, text }: { id: string; text: string },
  by: Editor,
): Promise<void> {
  const folder = posix.dirname(file);
  for (const name of new Set(attachedIn(text))) {
    const path = `${folder}/${name}`;
    if (posix.basename(path) !== name || disk.size(path) !== undefined) continue;
    const bytes = await history.at(path, id);
    if (!bytes) continue;
    writeTogether(posix.join(root, folder), new Map([[name, bytes]]));
    await keep([path], by, historyWords.attachment(path));
  }
}

/** A text of the issue is none, whatever somebody wrote into the list. */
function isAttachable(name: string): boolean {
  return !['page', 'program', 'other'].includes(attachmentKind(name));
}

/** Whether any text of the issue speaks of the file, in whichever way. */
function isNamed(name: string, folder: string, disk: ContentFolder): boolean {
  const forms = [name, encodeURI(name), encodeURIComponent(name)];
  return disk
    .files(folder)
    .filter((other) => other.endsWith('.md'))
    .some((other) => {
      const bytes = disk.read(`${folder}/${other}`);
      // One that can't be read may name it.
      const text = bytes && textIn(bytes);
      return text === undefined || forms.some((form) => text.normalize('NFC').includes(form));
    });
}
