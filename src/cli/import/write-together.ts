import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The names in a folder that may not be there yet. */
export function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

/**
 * Writes files that belong together into a folder, which it makes if need be. Each is written whole under another name
 * first and takes its own at once, and only if nothing has it: a process that is killed, or a disk that is full, leaves
 * no half file, and nothing is overwritten. Throws what the disk says.
 */
export function writeTogether(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  mkdirSync(dirname(folder), { recursive: true });
  // Beside the folder, on the same disk; the reader passes over names that begin with a dot.
  const around = mkdtempSync(join(dirname(folder), '.import-'));
  // A temporary folder is closed to others; this one is not.
  const waiting = join(around, 'files');
  try {
    mkdirSync(waiting);
    for (const [name, data] of files) writeFileSync(join(waiting, name), data, { flag: 'wx', flush: true });
    if (!existsSync(folder)) {
      renameSync(waiting, folder);
      return;
    }
    for (const name of files.keys()) place(join(waiting, name), join(folder, name));
  } finally {
    rmSync(around, { recursive: true, force: true });
  }
}

/** A link fails where the name is taken; a move would overwrite. Some file systems know no links. */
function place(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' || existsSync(to)) throw error;
    renameSync(from, to);
  }
}
