import { truncateSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

/** SQLite's codes for "somebody else has it", for a file that isn't there and for one that holds something else. */
const busy = 5;
const notThere = 14;
const damaged = 26;

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
    const { errcode } = error as { errcode?: number };
    if (errcode === busy) return undefined;
    if (errcode !== damaged) throw error;
    // Nothing is kept in it. It stays the same file, in case two processes find it so.
    truncateSync(file);
    return takeLock(file);
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
    if (errcode === notThere || errcode === damaged) return false;
    throw error;
  } finally {
    sqlite?.close();
  }
}
