import type { Reading } from '../reader/read.ts';

/** What the pages of a preview ask of it. */
interface ShownContent {
  reading(): Promise<Reading>;
}

/**
 * The preview that runs, for its pages: so that they read nothing again. Kept on the process and not in a module: the preview
 * brings its pages to life in modules of their own.
 */
const key = Symbol.for('kurrende.preview');
const process = globalThis as { [key]?: ShownContent };

export function sharePreview(preview: ShownContent): void {
  process[key] = preview;
}

/** Throws where no preview has been opened. */
export function sharedPreview(): ShownContent {
  const preview = process[key];
  if (!preview) throw new Error('no preview has been opened');
  return preview;
}
