import { DatabaseSync } from 'node:sqlite';

/** SQLite's code for "somebody else has it". */
const busy = 5;

/**
 * Makes this process the only one that has the lock `file`, until it calls what is returned or dies: the lock is the
 * operating system's and ends with the process however that ends. Returns undefined if another process has it.
 */
export function takeLock(file: string): (() => void) | undefined {
  const sqlite = new DatabaseSync(file, { timeout: 0 });
  try {
    sqlite.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    sqlite.close();
    if ((error as { errcode?: number }).errcode === busy) return undefined;
    throw error;
  }
  return () => sqlite.close();
}
