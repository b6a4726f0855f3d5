import { sql } from 'kysely';
import type { Database } from '../schema.ts';
import { openDatabaseProblem } from './problem.ts';

/** Longer than a statement of ours waits for its turn: what is open for its sake is over by then. */
const longestWaitMs = 15_000;
const pauseMs = 100;

/**
 * Makes tables of PostgreSQL anew, so that no row that was deleted is left in their files. Returns false where some may be:
 * somebody reads in a table for longer than one waits for them, or a transaction is open that is older than the deletion,
 * in whichever database of the server, or a copy of the server or a replication slot is as far behind. For its sake
 * PostgreSQL copies deleted rows along.
 */
export async function rewriteTables(db: Database, tables: readonly string[]): Promise<boolean> {
  const end = performance.now() + longestWaitMs;
  const areRowsSeen = await untilSeenByAll(db, end);
  try {
    for (const table of tables) {
      await sql`vacuum (full, analyze) ${sql.id(table)}`.execute(db);
      await forgetSamples(db, table);
    }
    // The planner keeps samples of each column; those from before were deleted just now.
    const areSamplesSeen = await untilSeenByAll(db, end);
    await sql`vacuum full pg_statistic`.execute(db);
    return areRowsSeen && areSamplesSeen;
  } catch (error) {
    if (['busy', 'crowded'].includes(openDatabaseProblem(error) ?? '')) return false;
    throw error;
  }
}

/**
 * ANALYZE leaves the samples of an empty table as they were. Whoever owns it can't delete them, but a column that gets a type,
 * be it the one it has, loses its samples. Nothing is rewritten then. Columns that a trigger names refuse that: none of them
 * holds an address.
 */
async function forgetSamples(db: Database, table: string): Promise<void> {
  const { rows: kept } = await sql<{ columns: string | null }>`
    select string_agg(format('alter column %I type %s%s', attname, format_type(atttypid, atttypmod),
      case when attcollation <> 0 then format(' collate %I.%I', nspname, collname) end), ', ') as columns
    from pg_attribute
    left join pg_collation on pg_collation.oid = attcollation
    left join pg_namespace on pg_namespace.oid = collnamespace
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and exists (select from pg_stats where schemaname = current_schema() and tablename = ${table}
        and pg_stats.attname = pg_attribute.attname)
      and not exists (select from pg_trigger where tgrelid = attrelid and attnum = any (tgattr))
      and not exists (select from ${sql.id(table)})`.execute(db);
  const columns = kept[0]?.columns;
  if (columns) await sql`alter table ${sql.id(table)} ${sql.raw(columns)}`.execute(db);
}

/** Waits until nobody is left who may see what was there before now, at most until `end` on the process's clock. */
async function untilSeenByAll(db: Database, end: number): Promise<boolean> {
  const { rows: now } = await sql<{ id: string }>`select pg_current_xact_id()::text as id`.execute(db);
  for (;;) {
    // Whoever only reads has no number, but a snapshot that may be older. That of a copy's reader counts in every database,
    // and is kept in the name of its sender, which has none; a slot keeps rows of the catalogues too.
    const { rows } = await sql<{ isOver: boolean }>`select pg_snapshot_xmin(pg_current_snapshot()) > ${now[0]?.id}::xid8
      and not exists (select from pg_stat_activity
        where (datname = current_database() or datname is null) and pid <> pg_backend_pid()
        and age(backend_xmin) > age(${now[0]?.id}::xid8::xid))
      and not exists (select from pg_replication_slots
        where greatest(age(xmin), age(catalog_xmin)) > age(${now[0]?.id}::xid8::xid)) as is_over`.execute(db);
    if (rows[0]?.isOver) return true;
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}
