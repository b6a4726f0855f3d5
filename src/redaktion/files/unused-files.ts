/** Files that lie beside texts and that none of them names: an editor takes them away, and the history gives them back. */
import { lstatSync, rmSync } from 'node:fs';
import { join, posix } from 'node:path';
import { writeTogether } from '../../build/write-together.ts';
import { contentFolders } from '../../model/content-files.ts';
import { UserError } from '../../model/user-error.ts';
import { contentOnDisk } from '../../reader/files/content-folder.ts';
import { historyWords } from '../../words/redaktion.ts';
import { unusedWords as words } from '../../words/redaktion-new.ts';
import type { Desk } from '../desk.ts';
import { textAt } from '../texts.ts';
import { type Editor, outside } from './history.ts';

/**
 * Takes a file away that no text names. Returns why that is not in the history, where it is not. Throws a UserError where a
 * text names it by now, or where the history doesn't have it: then nobody could bring it back.
 */
export function removeUnused(desk: Desk, file: string, by: Editor): Promise<string | undefined> {
  return desk.inTurn(async () => {
    const problems = await desk.allProblems();
    if (!problems.some((problem) => problem.file === file && problem.rule === 'unusedFile')) {
      throw new UserError(words.isUsed(posix.basename(file)));
    }
    const notKept = await desk.keep([file], outside, historyWords.beginning(file));
    const content = contentOnDisk(desk.root);
    const [present, latest] = [content.read(file), await desk.history.latest(file)];
    if (!present || !latest || Buffer.compare(present, latest) !== 0) {
      throw new UserError(words.notKept(posix.basename(file), notKept));
    }
    rmSync(content.locate(file));
    return desk.keep([file], by, historyWords.fileGone(file));
  });
}

/** Puts such a file back as the history had it last. Returns as above; throws a UserError where it has none of that path. */
export function bringBackUnused(desk: Desk, file: string, by: Editor): Promise<string | undefined> {
  return desk.inTurn(async () => {
    const content = contentOnDisk(desk.root);
    const [folder, name] = [posix.dirname(file), posix.basename(file)];
    const isBesideTexts =
      posix.dirname(folder) === contentFolders.issues &&
      content.folders(contentFolders.issues).includes(posix.basename(folder)) &&
      textAt(file, content) === undefined;
    const bytes = isBesideTexts && !name.endsWith('.md') ? await desk.history.latest(file) : undefined;
    if (!bytes) throw new UserError(words.notThere(name));
    if (lstatSync(join(desk.root, file), { throwIfNoEntry: false })) return undefined;
    writeTogether(join(desk.root, folder), new Map([[name, bytes]]));
    return desk.keep([file], by, historyWords.fileBack(file));
  });
}
