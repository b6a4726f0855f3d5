import { join } from 'node:path';
import { day } from '../src/model/day.ts';
import type { Library } from '../src/model/library.ts';
import { contentOnDisk } from '../src/reader/files/content-folder.ts';
import { createReader } from '../src/reader/read.ts';

export const product = join(import.meta.dirname, '..');

/** What the shipped `content/` holds on a day: tests that count its issues and articles count here. */
export function shippedLibrary(today = '2026-11-24', mode: 'publish' | 'preview' = 'publish'): Library {
  const { library } = createReader(contentOnDisk(product))({ today: day(today), mode });
  if (!library) throw new Error('the example content has errors');
  return library;
}
