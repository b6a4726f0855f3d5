import pg from 'pg';
import { shownAddress } from './postgres.ts';
import { clientSettings, reached } from './postgres-dialect.ts';
import { clockMs, isPooled } from './postgres-session.ts';
import { type DatabaseProblem, databaseProblem } from './problem.ts';

/** How a PostgreSQL server is set up, as far as the Abo depends on it. */
export interface ServerState {
  /** As messages name it, without the password. */
  place: string;
  /** Its version: 150004. */
  version: number;
  /** What text is kept in: `UTF8`. */
  encoding: string;
  /** In what language it sorts by itself: `de_DE.UTF-8`. */
  collation: string;
  /** Whether we may make tables; undefined where there is no schema for them. */
  mayCreate: boolean | undefined;
  /** How many of our tables belong to somebody else: we can't make them anew. */
  foreignTables: number;
  /** Whether a lock that one connection holds is seen by the other. */
  hasLocks: boolean;
  /** Whether a pooler lends the same connection to two. */
  isPooled: boolean;
  /** What the server's clock says. */
  clock: Temporal.Instant;
  /** How many connections it takes in all, those for its administrators apart, and how many are open, whoever's they are. */
  connections: { most: number; open: number };
}

const lock = "hashtextextended('kurrende doctor ' || current_database(), 0)";

/** Of a stranger's connection one isn't told of what kind it is; but the server's own have no user or no database. */
const isClient =
  "datid is not null and usesysid is not null and coalesce(backend_type, 'client backend') = 'client backend'";

/** Asks a server how it is set up, over two connections; only its sentence if it lets us not in. Changes nothing there. */
export async function serverState(url: string): Promise<ServerState | { place: string; problem: DatabaseProblem }> {
  const clients = [0, 1].map(() => new pg.Client(clientSettings(url)));
  const [one, other] = clients as [pg.Client, pg.Client];
  try {
    for (const client of clients) {
      client.on('error', () => {});
      await reached(client.connect());
    }
    const { rows } = await reached(
      one.query(`select current_setting('server_version_num')::int as version,
        ${clockMs} as clock,
        current_setting('server_encoding') as encoding, datcollate as collation,
        has_schema_privilege(current_schema(), 'create') as "mayCreate",
        (select count(*)::int from pg_tables where schemaname = current_schema()
          and not pg_has_role(tableowner, 'usage')) as "foreignTables",
        current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int
          - coalesce(current_setting('reserved_connections', true)::int, 0) as most,
        (select count(*)::int from pg_stat_activity where ${isClient}) as open
        from pg_database where datname = current_database()`),
    );
    const { clock, most, open, mayCreate, ...known } = rows[0];
    const pooled = await isPooled(one, async () => {
      const { rows: theirs } = await reached(other.query<{ pid: number }>('select pg_backend_pid() as pid'));
      return theirs[0]?.pid;
    });
    return {
      place: shownAddress(url),
      ...known,
      mayCreate: mayCreate ?? undefined,
      clock: Temporal.Instant.fromEpochMilliseconds(clock),
      connections: { most, open },
      isPooled: pooled,
      hasLocks: await isLockSeen(one, other),
    };
  } catch (error) {
    const problem = databaseProblem(error);
    if (!problem) throw error;
    return { place: shownAddress(url), problem };
  } finally {
    for (const client of clients) await client.end().catch(() => {});
  }
}

async function isLockSeen(one: pg.Client, other: pg.Client): Promise<boolean> {
  const taken = async (client: pg.Client, call: string) =>
    (await reached(client.query<{ done: boolean }>(`select ${call}(${lock}) as done`))).rows[0]?.done === true;
  if (!(await taken(one, 'pg_try_advisory_lock'))) return true;
  const isSeen = !(await taken(other, 'pg_try_advisory_lock'));
  await taken(one, 'pg_advisory_unlock');
  if (!isSeen) await taken(other, 'pg_advisory_unlock');
  return isSeen;
}
