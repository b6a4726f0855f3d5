/** Into which places data move, and that a move which is refused leaves nothing there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { withClient } from '../../bench/postgres.ts';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openDatabase } from '../../src/store/database.ts';
import { engineOf } from '../../src/store/engine/engine.ts';
import { knownFingerprint } from '../../src/store/queries/leavers.ts';
import { markMoved } from '../../src/store/queries/moved.ts';
import { databaseIn, databaseOf, newDatabase } from '../postgres/new-database.ts';
import { readers } from '../sending/sample-mailing.ts';
import { runningService } from '../subscription/running-service.ts';
import { inProcess } from './in-process.ts';

const at = Temporal.Instant.from('2025-09-15T08:00:00Z');

/** The data of three readers, with nobody at work, and a folder to move to. */
async function filled() {
  const service = await runningService();
  await service.stop();
  await addSubscribers(service.folder, readers(3), (await databaseOf(service.folder)).DATABASE_URL);
  const abo = (args: string[], env: Record<string, string> = {}) =>
    inProcess(['abo', ...args], service.folder, env, at);
  return { service, abo, target: join(service.folder, 'neu') };
}

const counted = async (abo: (args: string[], env?: Record<string, string>) => Promise<{ out: string }>) =>
  (await abo(['stats'])).out;

test('a folder in which anything lies is refused and stays as it was: it may be one that a web server hands out', async () => {
  const { abo, target } = await filled();
  mkdirSync(target);
  writeFileSync(join(target, 'index.html'), '<p>Blatt</p>');
  const { code, out, err } = await abo(['move', target]);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(`Der Ordner ${target} ist nicht leer, darin liegt zum Beispiel „index.html“.`);
  expect(readdirSync(target)).toEqual(['index.html']);
  expect(await counted(abo)).toMatch(/Aktive Abonnements +3\n/);
});

test('the rest of a move from the same place is none: the move goes on; anything beside it is', async () => {
  const { service, abo, target } = await filled();
  mkdirSync(target);
  const source = await openDatabase(await databaseIn(service.folder));
  const origin = { place: engineOf(source).place, key: await knownFingerprint(source) };
  await source.destroy();
  const left = await openDatabase(join(target, 'abo.sqlite'));
  await markMoved(left, '', '2025-09-15T07:00:00Z', origin);
  await left.destroy();
  writeFileSync(join(target, 'abo.key'), readFileSync(join(service.dataFolder, 'abo.key')));
  writeFileSync(join(target, 'robots.txt'), '');
  expect((await abo(['move', target])).err).toContain('darin liegt zum Beispiel „robots.txt“');
  expect(readdirSync(target).sort()).toEqual(['abo.key', 'abo.sqlite', 'robots.txt']);

  const other = join(service.folder, 'anderswo');
  mkdirSync(other);
  for (const name of ['abo.key', 'abo.sqlite']) writeFileSync(join(other, name), readFileSync(join(target, name)));
  expect(await abo(['move', other])).toMatchObject({ code: 0, err: '' });
  expect((await abo(['stats'], { DATABASE_URL: '', DATA_DIR: other })).out).toMatch(/Aktive Abonnements +3\n/);
});

test('a move that is refused makes neither folder nor key nor an empty list: moved before, or somebody at work', async () => {
  const { service, abo, target } = await filled();
  const running = await runningService({ folder: service.folder });
  expect((await abo(['move', target])).err).toContain('arbeitet noch ein Abo-Dienst');
  expect(existsSync(target)).toBe(false);
  await running.stop();

  mkdirSync(target);
  expect((await abo(['move', target])).code).toBe(0);
  const again = join(service.folder, 'noch', 'einer');
  const { code, err } = await abo(['move', again]);
  expect([code, err]).toEqual([2, expect.stringContaining('sind schon umgezogen')]);
  expect(existsSync(join(service.folder, 'noch'))).toBe(false);
  expect((await abo(['move', target])).err).toContain('sind schon umgezogen');
});

test('what broke before the target says that it isn’t whole goes again, and nothing else', async () => {
  const { abo, target } = await filled();
  // A folder in the place of a lock.
  mkdirSync(join(target, 'service.lock'), { recursive: true });
  expect((await abo(['move', target])).err).toContain('lässt sich nicht öffnen oder beschreiben');
  expect(readdirSync(target)).toEqual(['service.lock']);
});

test('a database of PostgreSQL in which other tables lie is refused, and so is one for data that moved before: neither gets ours', async ({
  skip,
}) => {
  const cluster = inject('postgres') ?? skip();
  const { abo, target } = await filled();
  const url = await newDatabase(cluster);
  const tables = () =>
    withClient(url, async (client) => {
      const { rows } = await client.query("select tablename as name from pg_tables where schemaname = 'public'");
      return rows.map(({ name }) => name);
    });
  await withClient(url, (client) =>
    client.query('drop schema public cascade; create schema public; create table rechnung ()'),
  );
  expect((await abo(['move', url])).err).toContain('zum Beispiel die Tabelle „rechnung“');
  expect(await tables()).toEqual(['rechnung']);
  await withClient(url, (client) => client.query('drop table rechnung'));
  expect((await abo(['move', target])).code).toBe(0);
  expect((await abo(['move', url])).err).toContain('sind schon umgezogen');
  expect(await tables()).toEqual([]);
});
