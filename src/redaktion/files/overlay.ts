import type { ContentFolder } from '../../reader/files/content-folder.ts';

/** The content with one file as somebody has it before them: what is on disk stays as it is. */
export interface OverlaidContent {
  content: ContentFolder;
  /** Does `work`, for which `file` holds `bytes`. Not for work that waits: meanwhile others would see it too. */
  withBytes<Result>(file: string, bytes: Uint8Array, work: () => Result): Result;
}

/** Content over which a text can be laid that nobody has saved yet. */
export function overlaid(below: ContentFolder): OverlaidContent {
  let above: { file: string; bytes: Uint8Array } | undefined;
  return {
    content: {
      ...below,
      read: (file) => (above?.file === file ? above.bytes : below.read(file)),
      // No state of the disk says whether it is as it was.
      state: (file) => (above?.file === file ? undefined : below.state(file)),
      size: (file) => (above?.file === file ? above.bytes.length : below.size(file)),
    },
    withBytes(file, bytes, work) {
      above = { file, bytes };
      try {
        return work();
      } finally {
        above = undefined;
      }
    },
  };
}
