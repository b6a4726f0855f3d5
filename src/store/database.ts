import { CamelCasePlugin, Kysely, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { migrations } from './migrations/migrations.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import type { Database, Tables } from './schema.ts';

/**
 * Opens the database in `file` (`:memory:` for one that is gone with the process) and brings its tables up to date.
 * Throws if that fails; the tables are then as they were. Close it with `destroy()`.
 */
export async function openDatabase(file: string, versions: Record<string, Migration> = migrations): Promise<Database> {
  const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(file), plugins: [new CamelCasePlugin()] });
  try {
    await migrate(db, versions);
    await forbidChanges(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/** Where a table is made anew, those that point at it must not lose their rows with the old one. */
async function migrate(db: Database, versions: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => versions } });
  await sql`pragma foreign_keys = off`.execute(db);
  const { error, results = [] } = await migrator.migrateToLatest();
  await sql`pragma foreign_keys = on`.execute(db);
  if (error) throw error;
  if (results.length === 0) return;
  const { rows: orphans } = await sql`pragma foreign_key_check`.execute(db);
  if (orphans.length > 0) throw new Error(`${orphans.length} rows point at nothing after the migration`);
  await forgetDeleted(db);
}

/**
 * Takes what was deleted out of every file of the database: pages that are made anew hold no rest of it, and the
 * write-ahead log is emptied, which else keeps it until the last process closes the database. Returns whether it could be.
 */
export async function forgetDeleted(db: Database): Promise<boolean> {
  await sql`vacuum`.execute(db);
  return emptyLog(db);
}

/** Writes the log into the database and cuts it off. Waits for others that read; returns whether they ended in time. */
export async function emptyLog(db: Database): Promise<boolean> {
  const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(db);
  return rows[0]?.busy === 0;
}

export type DatabaseProblem = 'damaged' | 'busy' | 'full' | 'read-only' | 'no-access' | 'newer';

/** SQLite's result codes, by what they mean to the operator. */
const sqliteProblems: Record<number, DatabaseProblem> = {
  3: 'no-access',
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'no-access',
  11: 'damaged',
  13: 'full',
  14: 'no-access',
  26: 'damaged',
};

/** What it is that keeps a database from being opened; undefined for an error of the product's own. */
export function databaseProblem(error: unknown): DatabaseProblem | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'full';
  if (code === 'EROFS') return 'read-only';
  if (code === 'EACCES' || code === 'EPERM') return 'no-access';
  if (message?.startsWith('corrupted migrations')) return 'newer';
  return sqliteProblem(error);
}

/** What it is that keeps an open database from working; undefined for an error that isn't SQLite's. */
export function sqliteProblem(error: unknown): DatabaseProblem | undefined {
  const { errcode } = error as { errcode?: number };
  // The low byte is the code; the others say more about it.
  return errcode === undefined ? undefined : sqliteProblems[errcode & 0xff];
}

/** Proofs are only added and, when their time is over, deleted: the database itself refuses to change one. */
async function forbidChanges(db: Database): Promise<void> {
  const tables = await db.introspection.getTables();
  for (const table of ['form_version', 'mail_wording', 'consent', 'withdrawal']) {
    if (!tables.some(({ name }) => name === table)) continue;
    const trigger = sql.id(`${table}_stays`);
    const refusal = sql.lit(`${table}: proofs are never changed`);
    await sql`create trigger if not exists ${trigger} before update on ${sql.id(table)}
      begin select raise(abort, ${refusal}); end`.execute(db);
  }
}
