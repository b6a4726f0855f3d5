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

/** Proofs are only added and, when their time is over, deleted: the database itself refuses to change one. */
async function forbidChanges(db: Database): Promise<void> {
  for (const table of ['form_version', 'consent', 'withdrawal']) {
    const trigger = sql.id(`${table}_stays`);
    const refusal = sql.lit(`${table}: proofs are never changed`);
    await sql`create trigger if not exists ${trigger} before update on ${sql.id(table)}
      begin select raise(abort, ${refusal}); end`.execute(db);
  }
}
