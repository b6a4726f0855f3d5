import { type Kysely, sql } from 'kysely';
import type { Database, Moment } from '../schema.ts';
import type { DatabaseProblem } from './problem.ts';

/** What a process does with the data: services take sign-ups and mail about them, senders mail issues. */
export type Role = 'service' | 'sender';

/** A process that takes part, until it leaves or dies, however that happens. */
export interface Presence {
  /** Aborted when the others can't see this process any more: what it claimed counts as given up then. */
  lost: AbortSignal;
  leave: () => Promise<void>;
}

/** What SQLite and PostgreSQL do each in its own way; queries that are the same on both know nothing of it. */
export interface Engine {
  readonly kind: 'sqlite' | 'postgres';
  /** Where the data are, as messages name it: a file, or a server and its database, without a password. */
  readonly place: string;
  /** Does `work`, which may make tables anew: those that point at them lose no rows. */
  whileTablesChange: (db: Database, work: () => Promise<void>) => Promise<void>;
  /** Makes the database itself refuse to change rows of a table, or these columns of it; adding and deleting goes on. */
  refuseUpdates: (db: Database, table: string, columns?: readonly string[]) => Promise<void>;
  /** Makes the database itself refuse every change of these tables from the end of a transaction on, as moved. */
  refuseChanges: (transaction: Database, tables: readonly string[]) => Promise<void>;
  /** Does `work` in a transaction that sees one state all the time. */
  atOneMoment: <Result>(db: Database, work: (transaction: Database) => Promise<Result>) => Promise<Result>;
  /** Keeps everybody else from changing these tables until a transaction ends; its first statement, before it reads. */
  holdStill: (transaction: Database, tables: readonly string[]) => Promise<void>;
  /** The names of our tables, as they stand in the database. */
  tableNames: (db: Database) => Promise<string[]>;
  /** All rows of a table, so many at a time, within a transaction. */
  batches: (transaction: Database, table: string, most: number) => AsyncIterable<Record<string, unknown>[]>;
  /** Lets the rest of a transaction wait for its turn: no two of those that ask for it run at the same time. */
  takeTurn: (transaction: Database) => Promise<void>;
  /** Takes what was deleted out of every file of the tables. Returns whether it could be. */
  forgetDeleted: (db: Database) => Promise<boolean>;
  /** Empties the log of what was written, where that is ours to do. Returns whether it could be. */
  emptyLog: (db: Database) => Promise<boolean>;
  /** The clock that all machines share, the server's; undefined where there is none but this one's. */
  sharedClock: (db: Database) => Promise<Temporal.Instant | undefined>;
  /** Tries to write over a connection of its own, without long waits, and says what keeps it from that. */
  tryToWrite: (now: Moment) => Promise<DatabaseProblem | undefined>;
  /**
   * Lets a process take part under a name of its own. Undefined where it may not: SQLite has one service and one sender at
   * a time, and nobody takes part while somebody has the data alone.
   */
  join: (db: Database, role: Role, name: string) => Promise<Presence | undefined>;
  /** Has the data alone: no service and no sender can join. Undefined while one takes part. */
  beAlone: (db: Database) => Promise<Presence | undefined>;
  /** Whether a process takes part as a sender. Only looks: nobody is kept from joining. */
  hasSender: (db: Database) => Promise<boolean>;
  /** Those of these names that take part no more, asked within a transaction by somebody who takes part in their role. */
  gone: (transaction: Database, names: readonly string[]) => Promise<string[]>;
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
