import { type Dialect, sql } from 'kysely';
import type { Database } from '../schema.ts';
import { columnList, type Engine } from './engine.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';

/** The dialect for a file of SQLite, `:memory:` for one that is gone with the process. */
export function sqliteDialect(file: string): Dialect {
  return new NodeSqliteDialect(file, sqliteEngine(file));
}

function sqliteEngine(file: string): Engine {
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
    // Here every transaction that may write is the only one.
    takeTurn: async () => {},
    async forgetDeleted(db) {
      // Pages that are made anew hold no rest of what was deleted.
      await sql`vacuum`.execute(db);
      return emptyLog(db);
    },
    emptyLog,
  };
}

/** Writes the log into the database and cuts it off. Waits for others that read; returns whether they ended in time. */
async function emptyLog(db: Database): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}
