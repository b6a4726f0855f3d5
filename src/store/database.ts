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
  const migrator = new Migrator({ db, provider: { getMigrations: async () => versions } });
  const { error } = await migrator.migrateToLatest();
  if (error) {
    await db.destroy();
    throw error;
  }
  await forbidChanges(db);
  return db;
}

export type DatabaseProblem = 'damaged' | 'busy' | 'no-access' | 'newer';

/** SQLite's result codes, by what they mean to the operator. */
const sqliteProblems: Record<number, DatabaseProblem> = {
  5: 'busy',
  8: 'no-access',
  10: 'no-access',
  11: 'damaged',
  13: 'no-access',
  14: 'no-access',
  26: 'damaged',
};

/** What it is that keeps a database from being opened; undefined for an error of the product's own. */
export function databaseProblem(error: unknown): DatabaseProblem | undefined {
  const { code, message } = error as { code?: string; message?: string };
  if (code === 'EACCES' || code === 'EROFS' || code === 'ENOSPC') return 'no-access';
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
