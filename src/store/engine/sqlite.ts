import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Dialect, sql } from 'kysely';
import { dataFiles, freeBytes } from '../data-folder.ts';
import { isLocked, takeLock } from '../process-lock.ts';
import type { Database, Moment } from '../schema.ts';
import { columnList, type Engine, type Presence, type Role } from './engine.ts';
import { type DatabaseProblem, databaseProblem, movedMark } from './problem.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';

/** The dialect for a file of SQLite, `:memory:` for one that is gone with the process. */
export function sqliteDialect(file: string): Dialect {
  return new NodeSqliteDialect(file, sqliteEngine(file));
}

function sqliteEngine(file: string): Engine {
  const { serviceLock, senderLock } = dataFiles(dirname(file));
  const lockOf = (role: Role) => (role === 'service' ? serviceLock : senderLock);
  return {
    kind: 'sqlite',
    place: file,
    async whileTablesChange(db, work) {
      // Where a table is made anew, those that point at it must not lose their rows with the old one.
      await sql`pragma foreign_keys = off`.execute(db);
      try {
        await work();
      } finally {
        await sql`pragma foreign_keys = on`.execute(db);
      }
      const { rows: orphans } = await sql`pragma foreign_key_check`.execute(db);
      if (orphans.length > 0) throw new Error(`${orphans.length} rows point at nothing after the migration`);
    },
    async refuseUpdates(db, table, columns) {
      const refusal = sql.lit(`${table}: proofs are never changed`);
      const all = `${table}_stays`;
      const name = columns ? `${table}_columns_stay` : all;
      // From before some of its columns could change.
      if (columns) await sql`drop trigger if exists ${sql.id(all)}`.execute(db);
      await sql`create trigger if not exists ${sql.id(name)} before update ${columnList(columns)}on ${sql.id(table)}
        begin select raise(abort, ${refusal}); end`.execute(db);
    },
    async refuseChanges(transaction, tables) {
      for (const table of tables) {
        for (const change of ['insert', 'update', 'delete']) {
          await sql`create trigger ${sql.id(`${table}_moved_${change}`)} before ${sql.raw(change)} on ${sql.id(table)}
            begin select raise(abort, ${sql.lit(movedMark)}); end`.execute(transaction);
        }
      }
    },
    // A transaction of ours begins as one that writes.
    holdStill: async () => {},
    atOneMoment: (db, work) => db.transaction().execute(work),
    async tableNames(db) {
      const { rows } = await sql<{ name: string }>`select name from sqlite_schema
        where type = 'table' and name not like 'sqlite%' and name not like 'kysely%' order by 1`.execute(db);
      return rows.map(({ name }) => name);
    },
    async *batches(transaction, table, most) {
      let batch: Record<string, unknown>[] = [];
      const query = transaction.selectFrom(sql<Record<string, unknown>>`${sql.id(table)}`.as('rows')).selectAll();
      for await (const row of query.stream(most)) {
        batch.push(row);
        if (batch.length < most) continue;
        yield batch;
        batch = [];
      }
      if (batch.length > 0) yield batch;
    },
    // Here every transaction that may write is the only one.
    takeTurn: async () => {},
    async forgetDeleted(db) {
      // Pages that are made anew hold no rest of what was deleted.
      await sql`vacuum`.execute(db);
      return emptyLog(db);
    },
    emptyLog,
    sharedClock: async () => undefined,
    tryToWrite: async (now) => tryToWrite(file, now),
    async join(_db, role) {
      const release = takeLock(lockOf(role));
      return release && presence(release);
    },
    async beAlone() {
      const service = takeLock(lockOf('service'));
      const sender = service && takeLock(lockOf('sender'));
      if (!sender) service?.();
      return sender && presence(service, sender);
    },
    hasSender: async () => isLocked(senderLock),
    // Whoever asks is the only one.
    gone: async (_transaction, names) => [...names],
  };
}

function presence(...releases: (() => void)[]): Presence {
  return {
    lost: new AbortController().signal,
    async leave() {
      for (const release of releases) release();
    },
  };
}

/** With less room than this a disk counts as full: a little may still fit into what the log has taken already. */
const leastFreeBytes = 5_000_000;

/** Waits half a second for its turn. The one way to know of a full disk before a reader does. */
function tryToWrite(file: string, now: Moment): DatabaseProblem | undefined {
  let sqlite: DatabaseSync | undefined;
  try {
    sqlite = new DatabaseSync(file, { timeout: 500 });
    sqlite.prepare("insert into last_time values ('probe', ?) on conflict do update set at = excluded.at").run(now);
    return freeBytes(dirname(file)) < leastFreeBytes ? 'full' : undefined;
  } catch (error) {
    return databaseProblem(error) ?? 'no-access';
  } finally {
    sqlite?.close();
  }
}

/** Writes the log into the database and cuts it off. Waits for others that read; returns whether they ended in time. */
async function emptyLog(db: Database): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}
