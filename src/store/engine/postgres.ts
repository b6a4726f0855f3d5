import { type Dialect, sql } from 'kysely';
import { UserError } from '../../model/user-error.ts';
import { serviceErrors } from '../../words/service-errors.ts';
import type { Database } from '../schema.ts';
import { columnList, type Engine } from './engine.ts';
import { clientSettings, connected, PgDialect, reached } from './postgres-dialect.ts';
import { rewriteTables } from './postgres-rewrite.ts';
import { clockMs, join, lockId, tryToWrite } from './postgres-session.ts';
import { movedCode, movedMark } from './problem.ts';

/** Whether a text is the address of a PostgreSQL database. */
export function isPostgresUrl(text: string): boolean {
  return /^postgres(?:ql)?:\/\//.test(text);
}

/** The dialect for the PostgreSQL database at an address. */
export function postgresDialect(url: string): Dialect {
  return new PgDialect(url, postgresEngine(url));
}

/** An address as it may be shown: without the password, wherever in it that stands. */
export function shownAddress(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username && `${username}@`}${host}${pathname}`;
}

function postgresEngine(url: string): Engine {
  return {
    kind: 'postgres',
    place: shownAddress(url),
    // Here a column goes without its table.
    whileTablesChange: (_db, work) => work(),
    async refuseUpdates(db, table, columns) {
      const all = `${table}_stays`;
      const name = columns ? `${table}_columns_stay` : all;
      const { rows } =
        await sql`select 1 from pg_trigger where tgname = ${name} and tgrelid = ${table}::regclass`.execute(db);
      if (rows.length > 0) return;
      await db.transaction().execute(async (transaction) => {
        await takeTurn(transaction);
        await sql`create or replace function kurrende_refuse() returns trigger language plpgsql as
          $$ begin raise exception '%: proofs are never changed', tg_table_name; end $$`.execute(transaction);
        for (const former of [name, all]) {
          await sql`drop trigger if exists ${sql.id(former)} on ${sql.id(table)}`.execute(transaction);
        }
        await sql`create trigger ${sql.id(name)} before update ${columnList(columns)}on ${sql.id(table)}
          for each row execute function kurrende_refuse()`.execute(transaction);
      });
    },
    async refuseChanges(transaction, tables) {
      const body = `$$ begin raise exception '${movedMark}' using errcode = '${movedCode}'; end $$`;
      await sql`create or replace function kurrende_moved() returns trigger language plpgsql as ${sql.raw(body)}`.execute(
        transaction,
      );
      for (const table of tables) {
        await sql`create trigger ${sql.id(`${table}_moved`)} before insert or update or delete or truncate
          on ${sql.id(table)} for each statement execute function kurrende_moved()`.execute(transaction);
      }
    },
    async holdStill(transaction, tables) {
      const names = sql.join(tables.map((table) => sql.id(table)));
      await sql`lock table ${names} in share row exclusive mode`.execute(transaction);
    },
    atOneMoment: (db, work) => db.transaction().setIsolationLevel('repeatable read').execute(work),
    tableNames,
    async *batches(transaction, table, most) {
      await sql`declare rows_of_table no scroll cursor for select * from ${sql.id(table)}`.execute(transaction);
      for (;;) {
        const { rows } = await sql<Record<string, unknown>>`fetch ${sql.lit(most)} from rows_of_table`.execute(
          transaction,
        );
        if (rows.length === 0) break;
        yield rows;
      }
      await sql`close rows_of_table`.execute(transaction);
    },
    takeTurn,
    forgetDeleted: async (db) => rewriteTables(db, await tableNames(db)),
    // The log is the server's, which writes it for its copies and backups too.
    emptyLog: async () => true,
    async sharedClock(db) {
      const { rows } = await sql<{ clock: number }>`select ${sql.raw(clockMs)} as clock`.execute(db);
      return rows[0] && Temporal.Instant.fromEpochMilliseconds(rows[0].clock);
    },
    tryToWrite: (now) => tryToWrite(url, now),
    async join(db, role, name) {
      await requireUtf8(url);
      return join(url, db, [{ lock: `role ${role}`, isShared: true }, { lock: `process ${name}` }]);
    },
    beAlone: (db) => join(url, db, [{ lock: 'role service' }, { lock: 'role sender' }]),
    async hasSender(db) {
      const { rows } = await sql<{ there: boolean }>`select exists (
        select from pg_locks where locktype = 'advisory' and granted and objsubid = 1
          and database = (select oid from pg_database where datname = current_database())
          and (classid::bigint << 32 | objid::bigint) = ${lockId('role sender')}) as there`.execute(db);
      return rows[0]?.there === true;
    },
    async gone(transaction, names) {
      const gone: string[] = [];
      for (const name of names) {
        // Whoever lives holds it in a session of its own; taken here it ends with the transaction.
        const { rows } = await sql<{
          free: boolean;
        }>`select pg_try_advisory_xact_lock(${lockId(`process ${name}`)}) as free`.execute(transaction);
        if (rows[0]?.free) gone.push(name);
      }
      return gone;
    },
  };
}

/** One lock for all of a database's tables, held until the transaction ends. */
async function takeTurn(transaction: Database): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockId('turn')})`.execute(transaction);
}

/** The tables that are ours: others in the same database lie in other schemas. */
async function tableNames(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables
    where schemaname = current_schema() and tablename not like 'kysely%' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Throws a UserError where a database keeps its text in another encoding: signs that it doesn't know are lost or refused there. */
export async function requireUtf8(url: string): Promise<void> {
  const client = await connected(clientSettings(url));
  try {
    const { rows } = await reached(
      client.query<{ encoding: string }>("select current_setting('server_encoding') as encoding"),
    );
    const encoding = rows[0]?.encoding;
    if (encoding !== 'UTF8') throw new UserError(serviceErrors.encoding(shownAddress(url), encoding ?? '?'));
  } finally {
    await client.end();
  }
}

/** Whether there are data of ours at an address: tables that belong to a key, or that say they are unfinished. */
export async function hasData(url: string): Promise<boolean> {
  const client = await connected(clientSettings(url));
  try {
    for (const table of ['key_check', 'moved']) {
      const { rows } = await reached(client.query('select to_regclass($1) as name', [table]));
      if (rows[0]?.name === null) continue;
      if ((await reached(client.query(`select from ${table}`))).rowCount !== 0) return true;
    }
    return false;
  } finally {
    await client.end();
  }
}

/** The tables at an address, where ours would be, that aren't among `ours`. */
export async function otherTables(url: string, ours: readonly string[]): Promise<string[]> {
  const client = await connected(clientSettings(url));
  try {
    const { rows } = await reached(
      client.query<{ name: string }>(
        `select tablename as name from pg_tables
          where schemaname = current_schema() and not tablename = any ($1) order by 1`,
        [ours],
      ),
    );
    return rows.map(({ name }) => name);
  } finally {
    await client.end();
  }
}
