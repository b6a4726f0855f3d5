import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { SqliteAdapter, type SqliteDatabase, SqliteDialect, type SqliteStatement } from 'kysely';
import type { Engine, EngineAdapter } from './engine.ts';

/** The query builder's dialect for Node's own SQLite. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #engine: Engine;

  constructor(file: string, engine: Engine) {
    super({ database: openSqlite(file) });
    this.#engine = engine;
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter(this.#engine);
  }
}

/** SQLite undoes changes of tables with their transaction, so a migration that fails leaves nothing behind. */
class TransactionalAdapter extends SqliteAdapter implements EngineAdapter {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super();
    this.engine = engine;
  }

  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/**
 * Opens a file with Node's own SQLite, in the shape that the query builder takes. Every change is on the disk when its
 * transaction ends; a second process waits up to ten seconds for its turn.
 */
function openSqlite(file: string): SqliteDatabase {
  const sqlite = new DatabaseSync(file, { timeout: 10_000, enableForeignKeyConstraints: true });
  // What SQLite needs for the moment stays in memory: a file elsewhere would hold addresses.
  sqlite.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY;',
  );
  const prepared = new Map<string, SqliteStatement>();
  return {
    close: () => sqlite.close(),
    prepare(sql) {
      const known = prepared.get(sql) ?? prepare(sqlite, sql);
      if (prepared.size >= mostPrepared) prepared.clear();
      prepared.set(sql, known);
      return known;
    },
  };
}

/** A list of values that grows makes a statement of its own each time. */
const mostPrepared = 100;

function prepare(sqlite: DatabaseSync, sql: string): SqliteStatement {
  // A transaction that reads first and writes later would fail when another process wrote in between.
  const text = sql === 'begin' ? 'begin immediate' : sql;
  const statement = sqlite.prepare(text);
  const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...values(parameters)),
    run(parameters) {
      // SQLite itself undoes a transaction that a full disk broke off: undoing it again would hide that reason.
      if (sql === 'rollback' && !sqlite.isTransaction) return { changes: 0, lastInsertRowid: 0 };
      return statement.run(...values(parameters));
    },
    // One of its own, which nobody starts again before it has ended.
    iterate: (parameters) => sqlite.prepare(text).iterate(...values(parameters)),
  };
}
