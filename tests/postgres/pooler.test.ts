import { beforeEach, expect, inject, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openDatabase } from '../../src/store/database.ts';
import { engineOf } from '../../src/store/engine/engine.ts';
import { inProcess } from '../cli/in-process.ts';
import { readers, run, started } from '../sending/sample-mailing.ts';
import { sink } from '../sending/sink.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { runningService } from '../subscription/running-service.ts';
import { newDatabase } from './new-database.ts';
import { hasPooler, pooled } from './pooler.ts';

beforeEach(({ skip }) => {
  if (!hasPooler) skip('PgBouncer is not installed (apt-get install pgbouncer)');
});

test.each([
  ['as it comes', []],
  ['with a connection after the other', ['server_round_robin = 1']],
])('in transaction mode, %s, nothing starts, and doctor says why', async (_name, settings) => {
  const direct = await newDatabase(inject('postgres') ?? '');
  const url = await pooled(direct, ['pool_mode = transaction', ...settings]);
  const service = await runningService({ databaseUrl: direct });
  await addSubscribers(service.folder, readers(3), direct);
  await service.stop();
  const sentence = 'ein Verteiler (PgBouncer im Modus „transaction“)';
  await expect(runningService({ folder: service.folder, databaseUrl: url })).rejects.toThrow(sentence);
  const db = await openDatabase(url);
  await expect(engineOf(db).join(db, 'sender', 'one/1')).rejects.toThrow(sentence);
  await expect(engineOf(db).beAlone(db)).rejects.toThrow(sentence);
  await db.destroy();
  const { out } = await inProcess(['doctor'], service.folder, { DATABASE_URL: url, ABO_PORT: '1' });
  expect(out).toMatch(/^falsch +PostgreSQL +Zwischen der Kurrende und PostgreSQL teilt ein Verteiler/m);
});

test('in session mode it is as without: sign-ups, a second sender, a move', async () => {
  const url = await pooled(await newDatabase(inject('postgres') ?? ''), [
    'pool_mode = session',
    'default_pool_size = 40',
  ]);
  const mails = await mailServer();
  const service = await runningService({ databaseUrl: url, env: { SMTP_URL: mails.url } });
  expect((await service.signUp('erika@rathaus.example')).status).toBe(200);
  await mails.received(1);
  expect((await inProcess(['abo', 'move', 'neu'], service.folder, { DATABASE_URL: url })).err).toContain(
    'arbeitet noch',
  );
  await addSubscribers(service.folder, readers(3), url);

  const db = await openDatabase(url);
  await started(db);
  const server = await sink();
  const names = ['a/1', 'b/1'];
  const presences = await Promise.all(names.map((name) => engineOf(db).join(db, 'sender', name)));
  await Promise.all(names.map((owner) => run(db, server.url, { owner })));
  expect(server.taken.toSorted()).toEqual(readers(3).toSorted());
  for (const presence of presences) await presence?.leave();
  await db.destroy();
  await service.stop();
  const { out } = await inProcess(['doctor'], service.folder, { DATABASE_URL: url, ABO_PORT: '1' });
  expect(out).toMatch(/^in Ordnung +PostgreSQL +postgres:.*: PostgreSQL 1\d\.\d+, UTF8, sortiert nach /m);
  expect((await inProcess(['abo', 'move', 'neu'], service.folder, { DATABASE_URL: url })).code).toBe(0);
});
