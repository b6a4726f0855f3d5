/** Whether this account may do in a folder what it has to: one that it can't read looks like one in which nothing is. */
import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { accessErrors } from '../words/service-errors.ts';

/**
 * Throws a UserError where a file or folder is there and this account may not read it, or change it where it has to, or may not
 * even look whether it is there. What isn't there is nobody's fault.
 */
export function requireAccess(path: string, { toWrite }: { toWrite: boolean }): void {
  const { R_OK, W_OK, X_OK } = constants;
  try {
    const isFolder = statSync(path).isDirectory();
    accessSync(path, R_OK | (toWrite ? W_OK : 0) | (isFolder ? X_OK : 0));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A disk that only can be read, and a file in the place of a folder, have sentences of their own.
    if (code !== 'EACCES' && code !== 'EPERM') return;
    const { barred, stats } = barredAt(path);
    throw new UserError(accessErrors.mayNot({ path: barred, account: accountName(), ...rightsOf(stats) }));
  }
}

/** Whether a file is there and this account may read it. */
export function isReadable(file: string): boolean {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path itself, or the folder above it that lets nobody in. */
function barredAt(path: string): { barred: string; stats: Stats | undefined } {
  for (let barred = path; ; barred = dirname(barred)) {
    try {
      return { barred, stats: statSync(barred) };
    } catch {
      if (barred === dirname(barred)) return { barred: path, stats: undefined };
    }
  }
}

function rightsOf(stats: Stats | undefined) {
  return { owner: stats?.uid, rights: stats && (stats.mode & 0o777).toString(8).padStart(3, '0') };
}

/** As the system calls it; its number where it has no name. */
function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}
