import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const aside = join(import.meta.dirname, '..', '.cache', 'bench', 'aside');

let count = 0;

/**
 * Moves what an earlier build has left out of the way. It is deleted when the process ends: for a minute after many files
 * were deleted, a disk without a journal takes ten times as long to create one (ext4 spares numbers that were in use), for
 * which whoever is measured next would pay.
 */
export function setAside(path: string): void {
  if (!existsSync(path)) return;
  mkdirSync(aside, { recursive: true });
  if (count === 0) process.once('exit', () => rmSync(aside, { recursive: true, force: true }));
  count += 1;
  renameSync(path, join(aside, `${process.pid}-${count}`));
}
