import { DatabaseSync } from 'node:sqlite';

/** SQLite's codes for "somebody else has it" and for a file that isn't there. */
const busy = 5;
const notThere = 14;

/**
 * Makes this process the only one that has the lock `file`, until it calls what is returned or dies: the lock is the
 * operating system's and ends with the process however that ends. Returns undefined if another process has it.
 */
export function takeLock(file: string): (() => void) | undefined {
  // Long enough for somebody who only looks whether it is taken.
  const sqlite = new DatabaseSync(file, { timeout: 100 });
  try {
    sqlite.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    sqlite.close();
    if ((error as { errcode?: number }).errcode === busy) return undefined;
    throw error;
  }
  return () => sqlite.close();
}

/** Whether a process has the lock `file`; taking it isn't tried. */
export function isLocked(file: string): boolean {
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = new DatabaseSync(file, { readOnly: true, timeout: 0 });
    sqlite.prepare('select count(*) from sqlite_schema').get();
    return false;
  } catch (error) {
    const { errcode } = error as { errcode?: number };
    if (errcode === busy) return true;
    if (errcode === notThere) return false;
    throw error;
  } finally {
    sqlite?.close();
  }
}
