import { CamelCasePlugin, Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import { engineOf } from './engine/engine.ts';
import { isPostgresUrl, postgresDialect } from './engine/postgres.ts';
import { sqliteDialect } from './engine/sqlite.ts';
import { migrations } from './migrations/migrations.ts';
import { forgetTime } from './queries/last-times.ts';
import type { Database, Tables } from './schema.ts';

/**
 * Opens the database in a file (`:memory:` for one that is gone with the process) or at a `postgres://` address, and brings
 * its tables up to date. Throws if that fails; the tables are then as they were. Close it with `destroy()`.
 */
export async function openDatabase(place: string, versions: Record<string, Migration> = migrations): Promise<Database> {
  const dialect = isPostgresUrl(place) ? postgresDialect(place) : sqliteDialect(place);
  const db = new Kysely<Tables>({ dialect, plugins: [new CamelCasePlugin()] });
  try {
    await migrate(db, versions);
    await forbidChanges(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

async function migrate(db: Database, versions: Record<string, Migration>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => versions } });
  let isChanged = false;
  await engineOf(db).whileTablesChange(db, async () => {
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) throw error;
    isChanged = results.length > 0;
  });
  if (isChanged) await forgetDeleted(db);
}

/**
 * Takes what was deleted out of every file of the database: tables that are made anew hold no rest of it, nor does a
 * write-ahead log that is ours. Returns whether it could be; if not, the next tidying up does it.
 */
export async function forgetDeleted(db: Database): Promise<boolean> {
  const isDone = await engineOf(db).forgetDeleted(db);
  if (!isDone) await forgetTime(db, 'rewrite');
  return isDone;
}

/** Empties the write-ahead log, where that is ours to do. Returns whether it could be. */
export function emptyLog(db: Database): Promise<boolean> {
  return engineOf(db).emptyLog(db);
}

/**
 * Proofs are only added and, when their time is over, deleted: the database itself refuses to change one. Only the address of
 * a consent may follow its domain's new name, with a note of the former one beside it.
 */
async function forbidChanges(db: Database): Promise<void> {
  const tables = await db.introspection.getTables();
  for (const table of ['form_version', 'mail_wording', 'consent', 'withdrawal']) {
    const found = tables.find(({ name }) => name === table);
    const fixed = found?.columns.map(({ name }) => name).filter((name) => !addressColumns.includes(name));
    if (found) await engineOf(db).refuseUpdates(db, table, table === 'consent' ? fixed : undefined);
  }
}

/** Those that may follow a new name; and one of an early version, which a migration takes away. */
const addressColumns = ['email', 'address_key', 'unsubscribe_token'];
