import { DatabaseSync } from 'node:sqlite';
import { type DatabaseProblem, databaseProblem } from './database.ts';
import type { Moment } from './schema.ts';

/**
 * Tries to write into a database that is in use, over a connection of its own, and says what keeps it from that;
 * undefined if it works. Waits half a second for its turn. The one way to know of a full disk before a reader does.
 */
export function tryToWrite(file: string, now: Moment): DatabaseProblem | undefined {
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = new DatabaseSync(file, { timeout: 500 });
    sqlite.prepare("insert into last_time values ('probe', ?) on conflict do update set at = excluded.at").run(now);
    return undefined;
  } catch (error) {
    return databaseProblem(error) ?? 'no-access';
  } finally {
    sqlite?.close();
  }
}
