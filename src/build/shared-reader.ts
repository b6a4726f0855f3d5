import type { createReader } from '../reader/read.ts';

type Reader = ReturnType<typeof createReader>;

/**
 * The reader of a running preview, for its terminal and its pages: so that neither parses what the other has parsed. Kept on
 * the process and not in a module: the preview brings its pages to life in modules of their own.
 */
const key = Symbol.for('kurrende.reader');
const process = globalThis as { [key]?: Reader };

export function shareReader(reader: Reader): void {
  process[key] = reader;
}

/** Throws where no preview has been opened. */
export function sharedReader(): Reader {
  const reader = process[key];
  if (!reader) throw new Error('no preview has been opened');
  return reader;
}
