import {
  type CompiledQuery,
  type DatabaseConnection,
  type DataTypeNode,
  PostgresAdapter,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  PostgresQueryCompiler,
} from 'kysely';
import pg from 'pg';
import { UserError } from '../../model/user-error.ts';
import { serviceErrors } from '../../words/service-errors.ts';
import { isReadable } from '../folder-access.ts';
import type { Engine, EngineAdapter } from './engine.ts';
import { ServerUnreachable } from './problem.ts';

/** PostgreSQL's number of its type `bigint`, as counts come back. */
const bigintType = 20;

const strictModes = ['prefer', 'require', 'verify-ca'];

/**
 * How the driver connects. Counts come as numbers: none of ours is beyond what a number holds exactly. A connection that
 * comes about within ten seconds is kept alive, so that neither side waits for one that has died. Throws a UserError where the
 * address names the file of a certificate or key that can't be read.
 */
export function clientSettings(url: string): pg.ClientConfig {
  const address = new URL(url);
  const { searchParams } = address;
  for (const name of ['sslrootcert', 'sslcert', 'sslkey']) {
    const file = searchParams.get(name);
    if (file && !isReadable(file)) throw new UserError(serviceErrors.certificateFile(name, file));
  }
  const types = {
    getTypeParser: ((oid: number, format: 'text') =>
      oid === bigintType ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
  };
  // `pg` 8 takes these for `verify-full` and says so in English at every start; when it no longer does, this is what they mean.
  const isStrict =
    strictModes.includes(searchParams.get('sslmode') ?? '') && searchParams.get('uselibpqcompat') !== 'true';
  if (isStrict) searchParams.set('sslmode', 'verify-full');
  return { connectionString: isStrict ? address.href : url, connectionTimeoutMillis: 10_000, keepAlive: true, types };
}

/**
 * What every connection begins with. What was committed is on the disk, also where the server was told not to wait for it. A
 * statement waits ten seconds for its turn, as with SQLite; a machine that is gone holds nothing up for longer than a minute.
 */
export const sessionSettings = `
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off';
  set lock_timeout = '10s'; set timezone = 'UTC'; set client_min_messages = warning;
  set tcp_keepalives_idle = 20; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3`;

/** The query builder's dialect for PostgreSQL at an address, over the driver `pg`. */
export class PgDialect extends PostgresDialect {
  readonly #engine: Engine;

  constructor(url: string, engine: Engine) {
    super({ pool: toldPool(url), onCreateConnection: begin });
    this.#engine = engine;
  }

  override createAdapter(): PostgresAdapter {
    return new PgAdapter(this.#engine);
  }

  override createQueryCompiler(): PostgresQueryCompiler {
    return new BytewiseCompiler();
  }
}

class PgAdapter extends PostgresAdapter implements EngineAdapter {
  readonly engine: Engine;

  constructor(engine: Engine) {
    super();
    this.engine = engine;
  }
}

/** Text is compared and sorted by its bytes, as in SQLite, whatever language the server was set up for. */
class BytewiseCompiler extends PostgresQueryCompiler {
  protected override visitDataType(node: DataTypeNode): void {
    if (node.dataType === 'text') this.append('text collate "C"');
    else super.visitDataType(node);
  }
}

async function begin(connection: DatabaseConnection): Promise<void> {
  await connection.executeQuery({ sql: sessionSettings, parameters: undefined } as unknown as CompiledQuery);
}

/** A pool whose errors tell when it is the server that can't be reached; a broken connection is replaced. */
function toldPool(url: string): PostgresPool {
  const pool = new pg.Pool({ ...clientSettings(url), max: 10 });
  pool.on('error', () => {});
  const told = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await reached(pool.connect());
      const known = told.get(client);
      if (known) return known;
      // One that breaks while it is in use tells so by the query that it is in use for.
      client.on('error', () => {});
      const query = (sql: string, parameters?: unknown[]) => reached(client.query(sql, parameters));
      const wrapped = { query, release: (destroy?: boolean) => client.release(destroy) };
      told.set(client, wrapped as unknown as PostgresPoolClient);
      return wrapped as unknown as PostgresPoolClient;
    },
  };
}

/** A connection of its own, to be ended. One that doesn't come about is closed: the server would wait a minute for a password. */
export async function connected(settings: pg.ClientConfig): Promise<pg.Client> {
  const client = new pg.Client(settings);
  client.on('error', () => {});
  try {
    await reached(client.connect());
  } catch (error) {
    await client.end().catch(() => {});
    throw error;
  }
  return client;
}

/** Waits for what the server was asked; where no answer of the server comes, that is the error. */
export async function reached<Result>(answer: Promise<Result>): Promise<Result> {
  try {
    return await answer;
  } catch (error) {
    throw error instanceof pg.DatabaseError ? error : new ServerUnreachable(error);
  }
}
