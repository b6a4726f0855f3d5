import { mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { noFolderThere } from '../words/commands.ts';

/**
 * Makes a folder that somebody has named, with those above it, where it is missing. Throws a UserError where the system takes
 * no folders, as in `/proc`: there `mkdirSync` with `recursive` never comes back (Node 26; it asks for the folder above,
 * which is there, and begins anew), and of a disk that is only read it says that nothing is there. Other errors are the
 * system's.
 */
export function makeFolder(folder: string, mode?: number): void {
  const path = resolve(folder);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST' && isFolder(path)) return;
    if (code !== 'ENOENT') throw error;
    if (isFolder(dirname(path))) throw new UserError(noFolderThere(path, dirname(path)));
    makeFolder(dirname(path), mode);
    makeFolder(path, mode);
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
