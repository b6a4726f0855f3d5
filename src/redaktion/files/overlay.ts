import type { ContentFolder } from '../../reader/files/content-folder.ts';
import { memoryOfProcess, type TextMemory } from '../../reader/files/text-memory.ts';
import type { IssueMemory } from '../../reader/issue-memory.ts';

/** Texts as somebody has them before them, by their files. */
export type LaidTexts = ReadonlyMap<string, Uint8Array>;

/** The content with texts laid over it: what is on disk stays as it is, and so does what is remembered of it. */
export interface OverlaidContent {
  content: ContentFolder;
  texts: TextMemory;
  issues: IssueMemory;
  /** Does `work`, for which the files hold these texts. Not for work that waits: meanwhile others would see them too. */
  withTexts<Result>(laid: LaidTexts, work: () => Result): Result;
}

/** What is below: the content, and the memories of its readings. */
interface Below {
  content: ContentFolder;
  texts: TextMemory;
  issues: IssueMemory;
}

/** Content over which texts can be laid that nobody has saved yet. */
export function overlaid(below: Below): OverlaidContent {
  let above: LaidTexts = new Map();
  const { content } = below;
  // Who writes on asks for the same text again and again, each time with a few signs more.
  const ownTexts = memoryOfProcess();
  const textsOf = (file: string) => (above.has(file) ? ownTexts : below.texts);
  const isBelow = (folder: string) => ![...above.keys()].some((file) => file.startsWith(`${folder}/`));
  return {
    content: {
      ...content,
      read: (file) => above.get(file) ?? content.read(file),
      // No state of the disk says whether it is as it was.
      state: (file) => (above.has(file) ? undefined : content.state(file)),
      size: (file) => above.get(file)?.length ?? content.size(file),
    },
    texts: {
      find: (file) => textsOf(file).find(file),
      keep: (file, ...text) => textsOf(file).keep(file, ...text),
      confirm: (file, state) => textsOf(file).confirm(file, state),
    },
    issues: {
      find: (folder, state) => (isBelow(folder) ? below.issues.find(folder, state) : undefined),
      keep: (folder, state, known) => (isBelow(folder) ? below.issues.keep(folder, state, known) : state.made),
    },
    withTexts(laid, work) {
      above = laid;
      try {
        return work();
      } finally {
        above = new Map();
      }
    },
  };
}
