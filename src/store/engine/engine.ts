import { type Kysely, sql } from 'kysely';
import type { Database } from '../schema.ts';

/** What SQLite and PostgreSQL do each in its own way; queries that are the same on both know nothing of it. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres';
  /** Where the data are, as messages name it: a file, or a server and its database, without a password. */
  readonly place: string;
  /** Does `work`, which may make tables anew: those that point at them lose no rows. */
  whileTablesChange: (db: Database, work: () => Promise<void>) => Promise<void>;
  /** Makes the database itself refuse to change rows of a table, or these columns of it; adding and deleting goes on. */
  refuseUpdates: (db: Database, table: string, columns?: readonly string[]) => Promise<void>;
  /** Lets the rest of a transaction wait for its turn: no two of those that ask for it run at the same time. */
  takeTurn: (transaction: Database) => Promise<void>;
  /** Takes what was deleted out of every file of the tables. Returns whether it could be. */
  forgetDeleted: (db: Database) => Promise<boolean>;
  /** Empties the log of what was written, where that is ours to do. Returns whether it could be. */
  emptyLog: (db: Database) => Promise<boolean>;
}

/** The adapter of a dialect that knows its engine: whatever is made from a database, transactions too, shares it. */
export interface EngineAdapter {
  readonly engine: Engine;
}

/** The engine of a database or a transaction. Throws for one that `openDatabase` didn't open. */
export function engineOf(db: Database | Kysely<unknown>): Engine {
  const { engine } = db.getExecutor().adapter as Partial<EngineAdapter>;
  if (!engine) throw new Error('a database without an engine');
  return engine;
}

/** `of a, b ` for a trigger on some columns of a table, nothing for one on all. */
export function columnList(columns: readonly string[] | undefined) {
  return columns ? sql`of ${sql.join(columns.map((column) => sql.id(column)))} ` : sql``;
}
