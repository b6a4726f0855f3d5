/** Connections to PostgreSQL beside the pool, whose locks last as long as they do. */
import { type RawBuilder, sql } from 'kysely';
import pg from 'pg';
import { UserError } from '../../model/user-error.ts';
import { serviceErrors } from '../../words/service-errors.ts';
import type { Database, Moment } from '../schema.ts';
import type { Presence } from './engine.ts';
import { clientSettings, connected, reached, sessionSettings } from './postgres-dialect.ts';
import { type DatabaseProblem, databaseProblem } from './problem.ts';

const lockSpace = "hashtextextended('kurrende ' || current_schema() || ' ' || $1, 0)";

/** What the server's clock says in milliseconds since 1970, however a database writes its dates. */
export const clockMs = 'floor(extract(epoch from clock_timestamp()) * 1000)::bigint';

/** The number of a lock by its name; another schema has others. */
export function lockId(name: string): RawBuilder<unknown> {
  return sql`hashtextextended('kurrende ' || current_schema() || ' ' || ${name}::text, 0)`;
}

interface SessionLock {
  lock: string;
  /** Several may hold it together, and nobody alone then. */
  isShared?: boolean;
}

/**
 * Takes locks that last until the process leaves or dies, on a connection of their own. Undefined if one of them isn't free.
 * Throws a UserError behind a pooler that gives each transaction another connection: there no lock would last.
 */
export async function join(url: string, db: Database, locks: readonly SessionLock[]): Promise<Presence | undefined> {
  const client = await connected(clientSettings(url));
  const lost = new AbortController();
  let isLeaving = false;
  const lose = () => {
    if (!isLeaving) lost.abort();
  };
  client.on('error', lose);
  client.on('end', lose);
  const leave = async () => {
    isLeaving = true;
    await client.end();
  };
  try {
    await reached(client.query(sessionSettings));
    await refusePooler(client, db);
    for (const { lock, isShared } of locks) {
      const take = `pg_try_advisory_lock${isShared ? '_shared' : ''}(${lockSpace})`;
      const { rows } = await reached(client.query<{ taken: boolean }>(`select ${take} as taken`, [lock]));
      if (rows[0]?.taken) continue;
      await leave();
      return undefined;
    }
  } catch (error) {
    await leave();
    throw error;
  }
  return { lost: lost.signal, leave };
}

async function refusePooler(client: pg.Client, db: Database): Promise<void> {
  const pooled = await isPooled(client, async () => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
    return rows[0]?.pid;
  });
  if (pooled) throw new UserError(serviceErrors.pooled);
}

/**
 * Two connections that are open at the same time have a server process each, and keep it, unless a pooler lends them out:
 * the one that it used last to both, or one after the other in turns.
 */
export async function isPooled(client: pg.Client, processOfOther: () => Promise<number | undefined>): Promise<boolean> {
  const ours = async () => {
    const { rows } = await reached(client.query<{ pid: number }>('select pg_backend_pid() as pid'));
    return rows[0]?.pid;
  };
  const [first, second, other, third] = [await ours(), await ours(), await processOfOther(), await ours()];
  return first === other || first !== second || first !== third;
}

/** Waits half a second for its turn. */
export async function tryToWrite(url: string, now: Moment): Promise<DatabaseProblem | undefined> {
  const client = new pg.Client({ ...clientSettings(url), connectionTimeoutMillis: 3000, query_timeout: 3000 });
  client.on('error', () => {});
  try {
    await reached(client.connect());
    await reached(client.query("set lock_timeout = '500ms'"));
    const note =
      "insert into last_time (event, at) values ('probe', $1) on conflict (event) do update set at = excluded.at";
    await reached(client.query(note, [now]));
    return undefined;
  } catch (error) {
    return databaseProblem(error) ?? 'no-access';
  } finally {
    await client.end().catch(() => {});
  }
}
