/** A move and a restore that are killed in the middle: what is there then is refused, and the same command makes it whole. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { withClient } from '../../bench/postgres.ts';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openDatabase } from '../../src/store/database.ts';
import { engineOf } from '../../src/store/engine/engine.ts';
import { markMoved, unmarkMoved } from '../../src/store/queries/moved.ts';
import { inProcess } from '../cli/in-process.ts';
import { readers } from '../sending/sample-mailing.ts';
import { type RunningService, runningService } from '../subscription/running-service.ts';
import { until } from '../until.ts';
import { newDatabase } from './new-database.ts';

const at = Temporal.Instant.from('2025-09-15T08:00:00Z');
const onSqlite = { DATABASE_URL: '' };
const command = join(import.meta.dirname, '..', '..', 'src', 'cli', 'kurrende.mjs');

/** A service on a file of SQLite with twenty readers, its `abo`, and an empty database beside it. */
async function filled() {
  const service = await runningService({ databaseUrl: null });
  await addSubscribers(service.folder, readers(20));
  await service.stop();
  const abo = (env: Record<string, string>, ...args: string[]) => inProcess(['abo', ...args], service.folder, env, at);
  const exported = async (env: Record<string, string>, name: string) => {
    expect(await abo(env, 'export', name)).toMatchObject({ code: 0 });
    return readFileSync(join(service.folder, name), 'utf8');
  };
  const url = await newDatabase(inject('postgres') ?? '');
  return { service, abo, exported, url };
}

/** A process of its own that runs `abo` in a folder. */
function inOwnProcess({ folder }: RunningService, args: string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [command, 'abo', ...args], {
    env: { ...process.env, VITEST: '', NODE_ENV: '', SITE_ROOT: folder, ...env },
    stdio: 'ignore',
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/**
 * Lets whoever adds a row to a table wait, for as long as it takes. Gives what takes the gate away, and with it what a killed
 * one had begun: the server itself would notice only when it answers that nobody is there.
 */
async function gate(url: string, table: string): Promise<() => Promise<void>> {
  await withClient(url, (client) =>
    client.query(`create schema gate;
      create function gate.keep() returns trigger language plpgsql as $$ begin perform pg_sleep(600); return new; end $$;
      create trigger gate before insert on ${table} for each row execute function gate.keep()`),
  );
  return () =>
    withClient(url, async (client) => {
      const others = 'datname = current_database() and pid <> pg_backend_pid()';
      await client.query(`select pg_terminate_backend(pid, 10000) from pg_stat_activity where ${others}`);
      await client.query('drop schema gate cascade');
    });
}

const count = (url: string, table: string) =>
  withClient(url, async (client) => Number((await client.query(`select count(*) as n from ${table}`)).rows[0].n));

/** How many subscribers are in a file of SQLite, which need not be there yet. */
function rowsIn(file: string): number | undefined {
  if (!existsSync(file)) return undefined;
  const sqlite = new DatabaseSync(file, { readOnly: true });
  try {
    return Number(sqlite.prepare('select count(*) as n from subscriber').get()?.n);
  } catch {
    return undefined;
  } finally {
    sqlite.close();
  }
}

async function killed(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(child.signalCode).toBe('SIGKILL');
}

test('a move that is killed leaves the source as it was and a target that is refused; again it comes to its end', async () => {
  const { service, abo, exported, url } = await filled();
  const before = await exported(onSqlite, 'vorher.csv');
  const clear = await gate(url, 'subscriber');
  const moving = inOwnProcess(service, ['move', url], onSqlite);
  await until(async () => (await count(url, 'moved')) === 1);

  // Nobody can sign up meanwhile, here or there: no service starts, and the web server says so.
  const start = (databaseUrl: string | null) => runningService({ folder: service.folder, databaseUrl });
  await expect(start(null)).rejects.toThrow('wird seit zehn Sekunden von einem anderen Programm beschrieben');
  await expect(start(url)).rejects.toThrow('Der Umzug nach postgres:');
  await killed(moving);
  await clear();

  await expect(start(url)).rejects.toThrow('Der Umzug nach postgres:');
  const again = await start(null);
  expect((await again.signUp('neu@rathaus.example')).status).toBe(200);
  await again.stop();
  expect(await exported(onSqlite, 'nachher.csv')).toBe(before);
  expect(await abo(onSqlite, 'move', url)).toMatchObject({ code: 0, err: '' });
  expect(await exported({ DATABASE_URL: url }, 'dort.csv')).toBe(before);
  expect((await abo({ DATABASE_URL: url }, 'stats')).out).toMatch(/Unbestätigte Anmeldungen +1\n/);
});

test('so does a move back into a folder that is killed after the copy', async () => {
  const { service, abo, exported, url } = await filled();
  await abo(onSqlite, 'move', url);
  const onPostgres = { DATABASE_URL: url };
  const before = await exported(onPostgres, 'vorher.csv');
  const clear = await gate(url, 'moved');
  const moving = inOwnProcess(service, ['move', 'neu'], onPostgres);
  const there = { DATABASE_URL: '', DATA_DIR: 'neu' };
  const isCopied = () => rowsIn(join(service.folder, 'neu', 'abo.sqlite')) === 20;
  await until(isCopied);
  await expect(runningService({ folder: service.folder, databaseUrl: url })).rejects.toThrow('ziehen gerade um');
  await killed(moving);
  await clear();
  expect(isCopied()).toBe(true);
  expect((await abo(there, 'stats')).err).toContain('kam nicht bis zum Ende');
  expect(await exported(onPostgres, 'nachher.csv')).toBe(before);
  expect(await abo(onPostgres, 'move', 'neu')).toMatchObject({ code: 0, err: '' });
  expect(await exported(there, 'dort.csv')).toBe(before);
});

test('a move that ends after the source was marked is brought to its end', async () => {
  const { abo, exported, url } = await filled();
  const before = await exported(onSqlite, 'vorher.csv');
  await abo(onSqlite, 'move', url);
  const db = await openDatabase(url);
  await markMoved(db, '', '2025-09-15T08:00:00Z');
  await db.destroy();
  expect((await abo({ DATABASE_URL: url }, 'stats')).err).toContain('kam nicht bis zum Ende');
  expect(await abo(onSqlite, 'move', url)).toMatchObject({ code: 0, err: '' });
  expect(await exported({ DATABASE_URL: url }, 'dort.csv')).toBe(before);
});

/** A backup of twenty readers, of whom one left after it, and an empty place for it on PostgreSQL. */
async function backedUp() {
  const all = await filled();
  await all.abo(onSqlite, 'backup', 'sicherung');
  await all.abo(onSqlite, 'erase', 'leserin-7@rathaus.example');
  mkdirSync(join(all.service.folder, 'neu'));
  const there = { DATABASE_URL: all.url, DATA_DIR: 'neu', BACKUP_DIR: 'data' };
  return { ...all, there, data: join(all.service.folder, 'neu') };
}

test('a restore into PostgreSQL that is killed before the leavers left is refused, and made whole by the same command', async () => {
  const { service, abo, url, there, data } = await backedUp();
  const clear = await gate(url, 'leaver');
  const restoring = inOwnProcess(service, ['restore', 'sicherung'], there);
  await until(async () => (await count(url, 'subscriber')) === 20);
  await expect(runningService({ folder: service.folder, databaseUrl: url })).rejects.toThrow('gilt nicht');
  await killed(restoring);
  await clear();

  const { code, err } = await abo(there, 'stats');
  expect([code, err]).toEqual([2, expect.stringContaining('Das Zurückholen der Sicherung nach postgres:')]);
  await expect(runningService({ folder: service.folder, databaseUrl: url })).rejects.toThrow('gilt nicht');

  const again = await abo(there, 'restore', 'sicherung');
  expect([again.code, again.err]).toEqual([0, '']);
  expect(again.out).toContain('Seit der Sicherung: 1 Abmeldung und 0 gelöschte Nachweise nachgetragen.');
  expect((await abo(there, 'stats')).out).toMatch(/Aktive Abonnements +19\n/);
  expect(readdirSync(data)).toEqual(['abo.key']);
});

test('a restore into PostgreSQL that is killed while it copies is nothing, and the same command fills it', async () => {
  const { service, abo, url, there } = await backedUp();
  const clear = await gate(url, 'subscriber');
  const restoring = inOwnProcess(service, ['restore', 'sicherung'], there);
  await until(async () => (await count(url, 'moved')) === 1);
  await killed(restoring);
  await clear();
  expect((await abo(there, 'stats')).err).toContain('Das Zurückholen der Sicherung');
  expect(await abo(there, 'restore', 'sicherung')).toMatchObject({ code: 0, err: '' });
  expect((await abo(there, 'stats')).out).toMatch(/Aktive Abonnements +19\n/);
});

test('a restore into PostgreSQL that fails empties what it filled', async () => {
  const { abo, url, there, data } = await backedUp();
  await withClient(url, (client) =>
    client.query(`create schema broken; create function broken.disk() returns trigger language plpgsql as
      $$ begin raise exception 'no space' using errcode = '53100'; end $$;
      create trigger broken before insert on leaver for each row execute function broken.disk()`),
  );
  const failed = await abo(there, 'restore', 'sicherung');
  expect([failed.code, failed.err]).toEqual([75, expect.stringContaining('keinen Platz mehr')]);
  expect([await count(url, 'subscriber'), await count(url, 'consent'), await count(url, 'moved')]).toEqual([0, 0, 0]);
  expect(readdirSync(data)).toEqual([]);
  await withClient(url, (client) => client.query('drop schema broken cascade'));
  expect((await abo(there, 'restore', 'sicherung')).code).toBe(0);
  expect((await abo(there, 'stats')).out).toMatch(/Aktive Abonnements +19\n/);
});

test('a restore into a folder that is killed before the leavers left is nothing, and made whole by the same command', async () => {
  const { service, abo, data } = await backedUp();
  const there = { DATABASE_URL: '', DATA_DIR: 'neu', BACKUP_DIR: 'data' };
  // Whoever reads this list waits for the one who writes it.
  const pipe = join(service.folder, 'sicherung', 'leavers.jsonl');
  execFileSync('mkfifo', [pipe]);
  const restoring = inOwnProcess(service, ['restore', 'sicherung'], there);
  await until(() => rowsIn(join(data, 'restore', 'abo.sqlite')) === 20);
  await killed(restoring);
  rmSync(pipe);
  expect(readdirSync(data)).toEqual(['restore']);
  expect((await abo(there, 'stats')).err).toContain('gibt es keine Daten');
  const left = join(data, 'restore');
  const doctor = async () => (await inProcess(['doctor'], service.folder, there, at)).out;
  expect(await doctor()).toMatch(new RegExp(`^falsch +Daten +In ${left} .*\\n +→ rm -r ${left}$`, 'm'));
  const restored = await abo(there, 'restore', 'sicherung');
  expect(restored.out).toContain('Seit der Sicherung: 1 Abmeldung');
  expect(readdirSync(data).sort()).toEqual(['abo.key', 'abo.sqlite']);
  expect(await doctor()).not.toContain(left);
});

test('a restore whose tables can’t be made anew afterwards is whole, and keeps its key', async () => {
  const { abo, url, there, data } = await backedUp();
  const reader = new pg.Client(url);
  await reader.connect();
  await reader.query('begin; lock table subscriber in access share mode');
  const restoring = abo(there, 'restore', 'sicherung');
  const broken = `select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query ilike 'vacuum (full%' and wait_event_type = 'Lock'`;
  await until(async () => (await withClient(url, (client) => client.query(broken))).rowCount === 1);
  expect(await restoring).toMatchObject({ code: 0, err: '' });
  await reader.end();
  expect(readdirSync(data)).toEqual(['abo.key']);
  expect((await abo(there, 'stats')).out).toMatch(/Aktive Abonnements +19\n/);
});

test('a move takes nothing away from somebody who fills the same place, or from a restore that is to go on', async () => {
  const { abo, url } = await filled();
  const db = await openDatabase(url);
  const other = await engineOf(db).beAlone(db);
  await markMoved(db, '', '2025-09-15T08:00:00Z');
  expect((await abo(onSqlite, 'move', url)).err).toContain('arbeitet noch ein Abo-Dienst oder ein Versand');
  expect(await count(url, 'moved')).toBe(1);
  await other?.leave();
  await unmarkMoved(db);
  await markMoved(db, 'restore', '2025-09-15T08:00:00Z');
  await db.destroy();
  expect((await abo(onSqlite, 'move', url)).err).toContain('liegen schon Daten');
  expect(await count(url, 'moved')).toBe(1);
});

test('a move takes nothing away from a move that came from somewhere else, and says where that is', async () => {
  const [first, other] = [await filled(), await filled()];
  const { url } = first;
  const before = await first.exported(onSqlite, 'vorher.csv');
  const clear = await gate(url, 'subscriber');
  const moving = inOwnProcess(first.service, ['move', url], onSqlite);
  await until(async () => (await count(url, 'moved')) === 1);
  await killed(moving);
  await clear();

  const left = join(first.service.dataFolder, 'abo.sqlite');
  const refused = await other.abo(onSqlite, 'move', url);
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toMatch(
    / liegt ein Umzug, der nicht zu Ende kam: aus .*, Schlüssel [0-9a-f]{8}\. Es wurde nichts/,
  );
  expect(refused.err).toContain(`aus ${left}, Schlüssel`);
  expect((await first.abo({ DATABASE_URL: url }, 'stats')).err).toContain(`wo die Daten herkommen (${left}),`);
  expect(await first.abo(onSqlite, 'move', url)).toMatchObject({ code: 0, err: '' });
  expect(await first.exported({ DATABASE_URL: url }, 'dort.csv')).toBe(before);
});

test('nor from one of the same place with another key, nor from one whose origin nobody noted; a restore takes it for none of its own', async () => {
  const { abo, service, url } = await filled();
  const db = await openDatabase(url);
  const place = join(service.dataFolder, 'abo.sqlite');
  await markMoved(db, '', '2025-09-15T08:00:00Z', { place, key: 'ab'.repeat(32) });
  const otherKey = await abo(onSqlite, 'move', url);
  expect(otherKey.err).toMatch(/ Schlüssel abababab\. Die Daten hier haben den Schlüssel [0-9a-f]{8}\. /);
  await unmarkMoved(db);
  await markMoved(db, '', '2025-09-15T08:00:00Z');
  expect((await abo(onSqlite, 'move', url)).err).toContain('hat eine frühere Fassung nicht vermerkt');
  expect((await abo(onSqlite, 'backup', 'sicherung')).code).toBe(0);
  const there = { DATABASE_URL: url, DATA_DIR: 'neu' };
  expect((await abo(there, 'restore', 'sicherung')).err).toContain('hat eine frühere Fassung nicht vermerkt');
  expect(await count(url, 'moved')).toBe(1);
  await db.destroy();
});
