/** What doctor and health say of a PostgreSQL server that isn't as it should be. */
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { databaseAt, withClient } from '../../bench/postgres.ts';
import { addSubscribers } from '../../bench/subscribers.ts';
import { databaseFindings } from '../../src/doctor/database-findings.ts';
import { openDatabase } from '../../src/store/database.ts';
import { engineOf } from '../../src/store/engine/engine.ts';
import { serverState } from '../../src/store/engine/server-state.ts';
import { inProcess } from '../cli/in-process.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { runningService } from '../subscription/running-service.ts';
import { newDatabase } from './new-database.ts';

const cluster = () => inject('postgres') ?? '';

const doctor = async (
  url: string,
  env: Record<string, string> = {},
  folder = temporaryFolder(),
  now?: Temporal.Instant,
) => (await inProcess(['doctor'], folder, { DATABASE_URL: url, ABO_PORT: '1', ...env }, now)).out;

/** Another one who may log in to a database. */
async function role(url: string, name: string): Promise<string> {
  await withClient(url, (client) => client.query(`create role ${name} login`));
  onTestFinished(() =>
    withClient(url, async (client) => {
      await client.query(`drop owned by ${name} cascade`);
      await client.query(`drop role ${name}`);
    }),
  );
  return url.replace('kurrende@', `${name}@`);
}

test('a server that is away, or lets nobody in, is told', async () => {
  expect(await doctor('postgres://kurrende:geheim@127.0.0.1:1/kurrende')).toMatch(
    /^falsch +PostgreSQL +Bei postgres:\/\/kurrende@127\.0\.0\.1:1\/kurrende nimmt niemand Verbindungen an\./m,
  );
  expect(await doctor(databaseAt(cluster(), 'gibtesnicht'))).toMatch(/^falsch +PostgreSQL .*gibtesnicht nicht\./m);
});

test('a server that gives no connection more says whose limits that may be: others’, and our own', async () => {
  const url = await newDatabase(cluster());
  const limited = await role(url, `limited_${process.pid}`);
  await withClient(url, (client) => client.query(`alter role limited_${process.pid} connection limit 1`));
  const only = new pg.Client(limited);
  await only.connect();
  const ours =
    /nimmt keine Verbindung mehr an: .*max_connections.*CONNECTION LIMIT.* Jeder Dienst und jeder Versand der Kurrende/;
  expect(await doctor(limited)).toMatch(new RegExp(`^falsch +PostgreSQL .*${ours.source}`, 'm'));
  const { code, err } = await inProcess(['abo', 'stats'], temporaryFolder(), { DATABASE_URL: limited });
  expect([code, err]).toEqual([75, expect.stringMatching(ours)]);
  await only.end();
});

test('a database in another encoding is told, with the line that makes a right one', async () => {
  const name = `latin_${process.pid}`;
  await withClient(cluster(), (client) =>
    client.query(`create database ${name} encoding 'LATIN1' locale 'C' template template0`),
  );
  onTestFinished(() => withClient(cluster(), async (client) => void (await client.query(`drop database ${name}`))));
  const out = await doctor(databaseAt(cluster(), name));
  expect(out).toMatch(
    /^falsch +PostgreSQL +Die Datenbank hat die Kodierung LATIN1;.*\n +→ CREATE DATABASE kurrende .*UTF8/m,
  );
});

test('a name that may make no tables, or to whom they don’t belong, is told', async () => {
  const url = await newDatabase(cluster());
  const name = `fremd_${process.pid}`;
  const as = await role(url, name);
  await withClient(url, (client) =>
    client.query(`revoke create on schema public from public; grant select on key_check, moved to ${name}`),
  );
  const out = await doctor(as);
  expect(out).toMatch(/^falsch +PostgreSQL +Unser Name darf keine Tabellen anlegen.*\n +→ GRANT CREATE ON SCHEMA/m);
  expect(out).toMatch(/^falsch +PostgreSQL +\d+ Tabellen gehören einem anderen Namen/m);
  await withClient(url, (client) => client.query(`alter role ${name} set search_path = nirgends`));
  expect(await doctor(as)).toMatch(/^falsch +PostgreSQL +In der Datenbank gibt es kein Schema/m);
});

test('a clock beside the server’s is told by doctor and turns health red', async () => {
  const url = await newDatabase(cluster());
  const later = Temporal.Now.instant().add({ seconds: 90 });
  expect(await doctor(url, {}, temporaryFolder(), later)).toMatch(
    /^falsch +PostgreSQL +Die Uhr dieses Rechners geht (?:89|90) Sekunden vor,/m,
  );
  const offset = { seconds: 120 };
  const start = '2025-09-01T08:00:00Z';
  const service = await runningService({
    databaseUrl: url,
    start,
    sharedClock: async () => Temporal.Instant.from(start).add(offset),
  });
  const { troubles, message } = await (await service.get('/abo/health')).json();
  expect(troubles.map(({ kind }: { kind: string }) => kind)).toContain('shared-clock');
  expect(message).toContain('Die Uhr dieses Rechners geht 120 Sekunden nach, verglichen mit der des Datenbankservers.');
});

test('dates that a database writes in German don’t keep doctor and health from reading its clock', async () => {
  const url = await newDatabase(cluster());
  await withClient(url, (client) =>
    client.query(`alter database ${new URL(url).pathname.slice(1)} set datestyle = 'German'`),
  );
  expect(await doctor(url)).toMatch(/^in Ordnung +PostgreSQL /m);
  const db = await openDatabase(url);
  const clock = await engineOf(db).sharedClock(db);
  await db.destroy();
  expect(Math.abs(clock?.since(Temporal.Now.instant()).total('seconds') ?? 99)).toBeLessThan(10);
});

test('a list of leavers that another machine keeps elsewhere is told', async () => {
  const url = await newDatabase(cluster());
  const first = await runningService({ databaseUrl: url });
  await first.stop();
  await addSubscribers(first.folder, ['anna@rathaus.example', 'bert@rathaus.example'], url);
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data'));
  copyFileSync(join(first.dataFolder, 'abo.key'), join(folder, 'data', 'abo.key'));
  expect(await doctor(url, {}, folder)).toMatch(
    /^fehlt +PostgreSQL +BACKUP_DIR ist nicht gesetzt:.*\n +→ BACKUP_DIR=/m,
  );

  const erased = await inProcess(['abo', 'erase', 'anna@rathaus.example'], first.folder, {
    DATABASE_URL: url,
    BACKUP_DIR: 'eigene',
  });
  expect(erased.code).toBe(0);
  const elsewhere = await doctor(url, { BACKUP_DIR: 'andere' }, folder);
  expect(elsewhere).toMatch(/^falsch +PostgreSQL +1 Abmeldung steht nicht in leavers\.jsonl in BACKUP_DIR/m);
  const shared = await doctor(url, { BACKUP_DIR: join(first.folder, 'eigene') }, folder);
  expect(shared).toMatch(/^in Ordnung +PostgreSQL +Die Liste der Abmeldungen in BACKUP_DIR kennt alle/m);
});

test('an old version, locks that don’t hold and too few connections are told', async () => {
  const state = await serverState(await newDatabase(cluster()));
  if ('problem' in state) throw new Error(state.problem);
  expect(databaseFindings(state, state.clock)).toMatchObject([{ state: 'ok' }]);
  const changed = { ...state, version: 120_017, hasLocks: false, connections: { most: 100, open: 90 } };
  expect(databaseFindings(changed, state.clock).map(({ state: kind, text }) => [kind, text.slice(0, 40)])).toEqual([
    ['wrong', 'Der Server ist PostgreSQL 12.17; gebrauc'],
    ['wrong', 'Sperren (pg_try_advisory_lock) halten hi'],
    ['wrong', 'Der Server nimmt 100 Verbindungen an, 90'],
  ]);
});

test('connections of other databases count, and those that only administrators get don’t', async () => {
  const url = await newDatabase(cluster());
  const name = `gast_${process.pid}`;
  const state = async () => {
    const told = await serverState(as);
    if ('problem' in told) throw new Error(told.problem);
    return told.connections;
  };
  const as = await role(url, name);
  const before = await state();
  expect(before.most).toBe(297);
  const others = Array.from({ length: 30 }, () => new pg.Client(cluster()));
  for (const client of others) await client.connect();
  const after = await state();
  for (const client of others) await client.end();
  expect(after.open).toBeGreaterThanOrEqual(30);
});
