import { openMemories } from '../../build/project.ts';
import { memoryOfProcess, type TextMemory } from '../../reader/files/text-memory.ts';
import type { IssueMemory } from '../../reader/issue-memory.ts';

/** What readings remember for the next one. */
export interface ReadingMemory {
  texts: TextMemory;
  issues: IssueMemory;
  /** Writes down what has come, for the next run. */
  save(): void;
}

/** The memory of earlier runs. What a disk that is full or somebody else's doesn't take is remembered by this run alone. */
export function openReadingMemory(root: string): ReadingMemory {
  const { texts, issues } = openMemories(root);
  const ofRun = memoryOfProcess();
  const notTaken = new Set<string>();
  const memoryOf = (file: string) => (notTaken.has(file) ? ofRun : texts);
  return {
    texts: {
      find: (file) => memoryOf(file).find(file),
      keep(file, ...text) {
        const packed = ifTaken(() => texts.keep(file, ...text));
        if (packed) notTaken.delete(file);
        else notTaken.add(file);
        return packed ?? ofRun.keep(file, ...text);
      },
      confirm: (file, state) => memoryOf(file).confirm(file, state),
    },
    issues: {
      find: (folder, state) => issues.find(folder, state),
      keep: (folder, state, known) => ifTaken(() => issues.keep(folder, state, known)) ?? state.made,
    },
    save() {
      ifTaken(() => texts.save());
      ifTaken(() => issues.save());
    },
  };
}

/** Undefined where the disk doesn't take it. */
function ifTaken<Made>(write: () => Made): Made | undefined {
  try {
    return write();
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error;
    return undefined;
  }
}
