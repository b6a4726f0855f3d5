import { DatabaseSync } from 'node:sqlite';
import { dataFiles, freeBytes } from './data-folder.ts';
import { type DatabaseProblem, databaseProblem } from './engine/problem.ts';
import type { Moment } from './schema.ts';

/** With less room than this a disk counts as full: a little may still fit into what the log has taken already. */
const leastFreeBytes = 5_000_000;

/**
 * Tries to write into the database of a data folder that is in use, over a connection of its own, and says what keeps it
 * from that; undefined if it works. Waits half a second for its turn. The one way to know of a full disk before a reader
 * does.
 */
export function tryToWrite(folder: string, now: Moment): DatabaseProblem | undefined {
  const { database: file } = dataFiles(folder);
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = new DatabaseSync(file, { timeout: 500 });
    sqlite.prepare("insert into last_time values ('probe', ?) on conflict do update set at = excluded.at").run(now);
    return freeBytes(folder) < leastFreeBytes ? 'full' : undefined;
  } catch (error) {
    return databaseProblem(error) ?? 'no-access';
  } finally {
    sqlite?.close();
  }
}
