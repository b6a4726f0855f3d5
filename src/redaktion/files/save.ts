/** A text is saved over the state that it was opened in, or not at all. */
import type { ContentFolder } from '../../reader/files/content-folder.ts';
import { historyWords } from '../../words/redaktion.ts';
import { type Editor, outside } from './history.ts';
import { mergedText } from './merge.ts';
import { bytesOf, replaceFile, textIn, type Version, versionOf } from './text-files.ts';

/** Keeps files in the history; `first` is said of one that is new there. Returns why they are not in it, where they are not. */
export type Keep = (files: readonly string[], by: Editor, what: string, first?: string) => Promise<string | undefined>;

export type Saved =
  /** `notKept` says why the state is in the file but not in the history; `told` what became of files that it names no more. */
  | { kind: 'saved'; version: Version; text: string; notKept?: string; told?: string[] }
  /** Somebody else saved first; `merged` is both, where they agree. */
  | { kind: 'conflict'; theirs: string; version: Version; mine: string; merged?: string };

/** What is saved; `synced` is the text of `version`, the state over which it is. */
interface NewState {
  mine: string;
  synced: string;
  version: Version;
}

/** Saves a text, unless the disk holds another state than the one that it was opened in. */
export async function savedText(
  { root, disk, keep }: { root: string; disk: ContentFolder; keep: Keep },
  { file }: { file: string },
  { mine, synced, version }: NewState,
  by: Editor,
  what: string,
): Promise<Saved> {
  /** What becomes of it where the disk holds another state than the one that was opened. */
  const overtaken = async (): Promise<Saved | undefined> => {
    const bytes = disk.read(file) ?? new Uint8Array();
    const current = versionOf(bytes);
    if (current === version) return undefined;
    const theirs = textIn(bytes) ?? '';
    if (theirs === mine) return { kind: 'saved', version: current, text: mine };
    return { kind: 'conflict', theirs, version: current, mine, ...(await mergedText(synced, mine, theirs)) };
  };
  const before = await overtaken();
  if (before) return before;
  // What was changed by other means since the last time is a state of its own.
  const byOthers = await keep([file], outside, historyWords.outside(file), historyWords.beginning(file));
  // Git took its time, and other programs don't wait for their turn.
  const meanwhile = await overtaken();
  if (meanwhile) return meanwhile;
  const written = bytesOf(mine);
  if (version !== versionOf(written)) await replaceFile(root, file, written);
  const notKept = byOthers ?? (await keep([file], by, what));
  return { kind: 'saved', version: versionOf(written), text: mine, ...(notKept && { notKept }) };
}
