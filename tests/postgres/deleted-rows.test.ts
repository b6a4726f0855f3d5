import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { databaseAt, postgresPrograms, startCluster, withClient } from '../../bench/postgres.ts';
import { addSubscribers } from '../../bench/subscribers.ts';
import { inProcess } from '../cli/in-process.ts';
import { runningService } from '../subscription/running-service.ts';
import { templateOf } from './cluster-of-the-run.ts';
import { bytesOfTables } from './new-database.ts';

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
  expect(out).toContain('ist ein anderes Programm noch mit etwas beschäftigt');
  const isKept = async () => (await bytesOfTables(url, cluster.folder)).includes('anna@rathaus.example');
  expect(await isKept()).toBe(true);

  await stranger.query('commit');
  await stranger.end();
  expect((await abo('purge')).code).toBe(0);
  expect(await isKept()).toBe(false);
  await service.stop();
});
