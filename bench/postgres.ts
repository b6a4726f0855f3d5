import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getuid } from 'node:process';
import pg from 'pg';

/** Where Debian keeps the programs of PostgreSQL, the newest version last; undefined where there are none. */
export function postgresPrograms(): string | undefined {
  const found = globSync('/usr/lib/postgresql/*/bin/postgres').sort((a, b) => versionIn(a) - versionIn(b));
  return found.at(-1)?.replace(/\/postgres$/, '');
}

const versionIn = (path: string) => Number(/\/(\d+)\//.exec(path)?.[1] ?? 0);

/** A PostgreSQL server of one's own. */
export interface Cluster {
  /** Its database `postgres`, as the one who may do everything there. */
  url: string;
  /** The folder with all of its files. */
  folder: string;
  stop: () => void;
}

const quick = ['fsync=off', 'full_page_writes=off', 'max_connections=300', 'shared_buffers=64MB', 'autovacuum=off'];

/** The server refuses to run as root: then it runs as this user of every Debian, without a group's rights either. */
const nobody = 65_534;

/**
 * Starts a PostgreSQL that nobody needs to have set up, on a socket in a folder of its own, which goes when it is stopped. An
 * `initdb` takes seconds, so its result is kept in `template`. A test that is killed with its machine loses nothing: what is
 * written need not be on the disk, unless `settings` say so.
 */
export async function startCluster(programs: string, template: string, settings = quick): Promise<Cluster> {
  const owner = getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const folder = mkdtempSync(join(tmpdir(), 'kurrende-pg-'));
  chmodSync(folder, 0o711);
  const data = join(folder, 'data');
  const asOwner = (program: string, args: string[]) =>
    execFileSync(join(programs, program), args, { ...owner, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  const give = (path: string) => {
    if (getuid?.() === 0) execFileSync('chown', ['-R', `${nobody}:${nobody}`, path]);
  };
  if (existsSync(join(template, 'PG_VERSION'))) {
    cpSync(template, data, { recursive: true });
    give(data);
  } else {
    mkdirSync(data, { mode: 0o700 });
    give(data);
    asOwner('initdb', ['-D', data, '-U', 'kurrende', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']);
    mkdirSync(template, { recursive: true });
    cpSync(data, template, { recursive: true });
  }
  chmodSync(data, 0o700);
  const sockets = join(folder, 'run');
  mkdirSync(sockets, { mode: 0o755 });
  give(sockets);
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-k', sockets, '-c', 'listen_addresses=', ...settings.flatMap((setting) => ['-c', setting])],
    { ...owner, cwd: '/', stdio: 'ignore' },
  );
  const url = `postgres://kurrende@localhost/postgres?host=${encodeURIComponent(sockets)}`;
  await untilItAnswers(url);
  return {
    url,
    folder,
    stop() {
      server.kill('SIGQUIT');
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
    },
  };
}

async function untilItAnswers(url: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client(url);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (tries > 300) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Does something in the database at an address. */
export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The address of another database on the same server. */
export function databaseAt(url: string, name: string): string {
  const address = new URL(url);
  address.pathname = `/${name}`;
  return address.href;
}
