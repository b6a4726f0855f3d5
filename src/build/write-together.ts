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
    for (const [name, data] of files) write(join(waiting, name), data, join(folder, name));
    if (!existsSync(folder)) renameSync(waiting, folder);
    else placeAll([...files.keys()], waiting, folder);
  } finally {
    rmSync(around, { recursive: true, force: true });
  }
}

/** A disk that is full doesn't say for what: it is the file that was wanted. */
function write(path: string, data: string | Uint8Array, wanted: string): void {
  try {
    writeFileSync(path, data, { flag: 'wx', flush: true });
  } catch (error) {
    throw Object.assign(error as Error, { path: wanted });
  }
}

/** All of them or none. */
function placeAll(names: readonly string[], from: string, to: string): void {
  const placed: string[] = [];
  try {
    for (const name of names) {
      place(join(from, name), join(to, name));
      placed.push(name);
    }
  } catch (error) {
    for (const name of placed) rmSync(join(to, name), { force: true });
    throw error;
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
