import { sql } from 'kysely';
import type { Database } from '../schema.ts';
import { openDatabaseProblem } from './problem.ts';

/** Longer than a statement of ours waits for its turn: what is open for its sake is over by then. */
const longestWaitMs = 15_000;
const pauseMs = 100;

/**
 * Makes tables of PostgreSQL anew, so that no row that was deleted is left in their files. Returns false where some may be:
 * somebody reads in a table for longer than one waits for them, or a transaction is open that is older than the deletion,
 * in whichever database of the server. For its sake PostgreSQL copies deleted rows along.
 */
export async function rewriteTables(db: Database, tables: readonly string[]): Promise<boolean> {
  const isSeenByAll = await untilSeenByAll(db);
  try {
    for (const table of tables) await sql`vacuum (full, analyze) ${sql.id(table)}`.execute(db);
    // The planner keeps samples of each column.
    await sql`vacuum full pg_statistic`.execute(db);
    return isSeenByAll;
  } catch (error) {
    if (openDatabaseProblem(error) === 'busy') return false;
    throw error;
  }
}

/** Waits until no transaction is open any more that began before now. */
async function untilSeenByAll(db: Database): Promise<boolean> {
  const { rows: now } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db);
  const end = performance.now() + longestWaitMs;
  for (;;) {
    // Whoever only reads has no number, but a snapshot that may be older.
    const { rows } = await sql<{ isOver: boolean }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${now[0]?.id}::xid8
      and not exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
        and age(backend_xmin) > age(${now[0]?.id}::xid8::xid)) as is_over`.execute(db);
    if (rows[0]?.isOver) return true;
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
