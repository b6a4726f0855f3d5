import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, relative } from 'node:path';
import pMap from 'p-map';

/** Every file in a folder and below, as paths within it, sorted. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

/** Does `work` for every file, as many at a time as the machine has processors. */
export async function forEachFile(files: readonly string[], work: (file: string) => Promise<void>): Promise<void> {
  await pMap(files, work, { concurrency: availableParallelism() * 2 });
}
