import pg from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { databaseAt, postgresPrograms, startCluster, withClient } from '../../bench/postgres.ts';
import { addSubscribers } from '../../bench/subscribers.ts';
import { forgetDeleted, openDatabase } from '../../src/store/database.ts';
import { inProcess } from '../cli/in-process.ts';
import { runningService } from '../subscription/running-service.ts';
import { templateOf } from './cluster-of-the-run.ts';
import { bytesOfTables, newDatabase } from './new-database.ts';

// On a server of its own: the transaction that it leaves open would hold up what other tests delete.
test('what a transaction of another database keeps alive is told to whoever erases, and goes when that has ended', async () => {
  const programs = postgresPrograms() ?? '';
  const cluster = await startCluster(programs, templateOf(programs));
  onTestFinished(cluster.stop);
  await withClient(cluster.url, (client) => client.query('create database kurrende'));
  const url = databaseAt(cluster.url, 'kurrende');
  const service = await runningService({ databaseUrl: url });
  await addSubscribers(service.folder, ['anna@rathaus.example', 'bert@rathaus.example'], url);
  const at = Temporal.Instant.from('2025-09-01T09:00:00Z');
  const abo = (...args: string[]) => inProcess(['abo', ...args], service.folder, { DATABASE_URL: url }, at);

  const stranger = new pg.Client(cluster.url);
  await stranger.connect();
  await stranger.query("begin; create table fremd (text text); insert into fremd values ('langer Lauf')");
  const { out } = await abo('erase', 'anna@rathaus.example', '--with-proof');
  expect(out).toContain('ist noch etwas offen, das vor dem Löschen begann');
  const isKept = async () => (await bytesOfTables(url, cluster.folder)).includes('anna@rathaus.example');
  expect(await isKept()).toBe(true);

  await stranger.query('commit');
  await stranger.end();
  expect((await abo('purge')).code).toBe(0);
  expect(await isKept()).toBe(false);
  await service.stop();
});

test('of a table that has become empty nothing is kept, in the samples of the planner neither', async () => {
  const url = await newDatabase(inject('postgres') ?? '');
  const db = await openDatabase(url);
  onTestFinished(() => db.destroy());
  const moments = { requestedAt: '2025-09-01T09:00:00Z', expiresAt: '2025-09-03T09:00:00Z' };
  const rows = ['anna', 'bert', 'cleo'].map((name) => ({
    ...{ id: name, email: `${name}@rathaus.example`, addressKey: `${name}@rathaus.example`, tokenHash: name },
    ...{ ...moments, nextAttemptAt: moments.requestedAt, mailedAt: null, messageId: name, mailVersion: '' },
    ...{ formVersion: '1', mailState: 'waiting' as const, attempts: 0 },
  }));
  await withClient(url, (client) => client.query('alter table request disable trigger all'));
  await db.insertInto('request').values(rows).execute();
  expect(await forgetDeleted(db)).toBe(true);
  const kept = async () => (await bytesOfTables(url)).includes('bert@rathaus.example');
  expect(await kept()).toBe(true);
  await db.deleteFrom('request').execute();
  expect(await forgetDeleted(db)).toBe(true);
  expect(await kept()).toBe(false);
  const { rows: samples } = await withClient(url, (client) =>
    client.query("select attname from pg_stats where tablename = 'request'"),
  );
  expect(samples).toEqual([]);
});

test('what a replication slot keeps alive is told, and goes with it', async () => {
  const programs = postgresPrograms() ?? '';
  const settings = ['fsync=off', 'autovacuum=off', 'wal_level=logical', 'max_connections=60'];
  const cluster = await startCluster(programs, templateOf(programs), settings);
  onTestFinished(cluster.stop);
  await withClient(cluster.url, (client) => client.query('create database kurrende'));
  const url = databaseAt(cluster.url, 'kurrende');
  const db = await openDatabase(url);
  await withClient(cluster.url, (client) =>
    client.query("select pg_create_logical_replication_slot('fremd', 'pgoutput')"),
  );
  expect(await forgetDeleted(db)).toBe(false);
  await withClient(cluster.url, (client) => client.query("select pg_drop_replication_slot('fremd')"));
  expect(await forgetDeleted(db)).toBe(true);
  await db.destroy();
});
