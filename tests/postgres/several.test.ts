import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineOf } from '../../src/store/engine/engine.ts';
import { noteDeliveries } from '../../src/store/queries/delivery-notes.ts';
import { clearUpAfterTheDead } from '../../src/store/queries/left-behind.ts';
import { countDeliveries, finishMailing, startMailingAfter } from '../../src/store/queries/mailings.ts';
import { readers, run, started, startedAt, databaseOf as subscribed } from '../sending/sample-mailing.ts';
import { sink } from '../sending/sink.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { runningService } from '../subscription/running-service.ts';
import { until } from '../until.ts';
import { databaseOf } from './new-database.ts';

/** Two services on machines of their own, with one database and one key. */
async function twoServices(env: Record<string, string>) {
  const first = await runningService({ env });
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'data'));
  copyFileSync(join(first.dataFolder, 'abo.key'), join(folder, 'data', 'abo.key'));
  const second = await runningService({ env, folder, databaseUrl: (await databaseOf(first.folder)).DATABASE_URL });
  return [first, second] as const;
}

const wide = {
  ABO_LIMIT_PREFIX: '100000',
  ABO_LIMIT_DOMAIN: '100000',
  ABO_LIMIT_TOTAL: '100000',
};

test('a thousand sign-ups at two services at once are mailed once each', async () => {
  const mails = await mailServer();
  const services = await twoServices({ SMTP_URL: mails.url, ...wide });
  const addresses = readers(1000);
  for (let start = 0; start < addresses.length; start += 50) {
    const some = addresses.slice(start, start + 50);
    const answers = await Promise.all(some.map((address, n) => services[n % 2 === 0 ? 0 : 1].signUp(address)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  }
  const received = await mails.received(1000);
  const counts = services.map(({ log }) => log.filter(({ event }) => event === 'mail-sent').length);
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(1000);
  expect(received).toHaveLength(1000);
  await until(() => services.flatMap(({ log }) => log).filter(({ event }) => event === 'mail-sent').length === 1000);
  console.log(`mailed by the one and by the other: ${counts.join(', ')}`);
  expect(services.flatMap(({ log }) => log).filter(({ event }) => /failed|away|lost/.test(event))).toEqual([]);
}, 600_000);

test('limits count the sign-ups at both services together', async () => {
  const mails = await mailServer();
  const services = await twoServices({ SMTP_URL: mails.url, ...wide, ABO_LIMIT_TOTAL: '50' });
  const answers = await Promise.all(readers(200).map((address, n) => services[n % 2 === 0 ? 0 : 1].signUp(address)));
  const statuses = answers.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(50);
  expect(statuses.filter((status) => status === 503)).toHaveLength(150);
});

test('what a service that died was about to mail, another one mails', async () => {
  const mails = await mailServer();
  const first = await runningService({ env: { SMTP_URL: mails.url, ...wide } });
  await first.signUp('erika@rathaus.example');
  await mails.received(1);
  const { DATABASE_URL: url = '' } = await databaseOf(first.folder);
  await first.stop();
  const { openDatabase } = await import('../../src/store/database.ts');
  const db = await openDatabase(url);
  await db.updateTable('request').set({ mailState: 'waiting', takenBy: 'dead/1/abc' }).execute();
  await db.destroy();
  await runningService({ env: { SMTP_URL: mails.url }, folder: first.folder });
  expect(await mails.received(2)).toHaveLength(2);
});

test('two senders share an issue: everybody gets it once, at the pace of one', async () => {
  const db = await subscribed(readers(120));
  await started(db);
  const server = await sink();
  const { join } = engineOf(db);
  const names = ['a/1', 'b/1'];
  const presences = await Promise.all(names.map((name) => join(db, 'sender', name)));
  const begin = performance.now();
  const ends = await Promise.all(
    names.map((owner) => run(db, server.url, { owner, server: 'mail.example:25', perMinute: 1200 })),
  );
  const seconds = (performance.now() - begin) / 1000;
  expect(ends).toEqual([{ kind: 'finished' }, { kind: 'finished' }]);
  expect(server.taken.toSorted()).toEqual(readers(120).toSorted());
  // 20 a second for both together: at a pace each it would be half of that.
  expect(seconds).toBeGreaterThan(5.5);
  expect(await finishMailing(db, 'mailing-1', startedAt)).toBe(true);
  for (const presence of presences) await presence?.leave();
});

test('a rest that the mail server asks one sender for is a rest for the other', async () => {
  const db = await subscribed(readers(40));
  await started(db);
  const { createSharedPace } = await import('../../src/sending/shared-pace.ts');
  const { signal } = new AbortController();
  const [one, other] = [createSharedPace(db, 'm:25', 60_000, signal), createSharedPace(db, 'm:25', 60_000, signal)];
  await one.turn();
  one.rest(Temporal.Duration.from({ seconds: 2 }));
  await one.turn();
  const begin = performance.now();
  one.rest(Temporal.Duration.from({ seconds: 2 }));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await other.turn();
  expect(performance.now() - begin).toBeGreaterThan(1500);
});

test('only what a dead sender had on the wire becomes unknown, and its death is told', async () => {
  const db = await subscribed(readers(3));
  await started(db);
  const { join } = engineOf(db);
  const living = await join(db, 'sender', 'living/1');
  const dead = await join(db, 'sender', 'dead/1');
  const [first = '', second = '', third = ''] = readers(3);
  const claim = (recipient: string, owner: string) =>
    noteDeliveries(db, 'mailing-1', owner)({ claims: [{ recipient, messageId: '<1>' }], settled: [] }, startedAt);
  await claim(first, 'living/1');
  await claim(second, 'dead/1');
  await db.updateTable('delivery').set({ owner: 'dead/1' }).where('recipient', '=', third).execute();
  const look = () => clearUpAfterTheDead(db, 'mailing-1', 'me/1', startedAt);
  expect(await look()).toEqual({ unknown: 0, free: 0 });
  await dead?.leave();
  const server = await sink();
  const told: number[] = [];
  await run(db, server.url, { owner: 'me/1', onLeftBehind: (unknown) => told.push(unknown) });
  expect(told).toEqual([1]);
  expect(server.taken).toEqual([third]);
  expect(await countDeliveries(db, 'mailing-1')).toMatchObject({ claimed: 1, unknown: 1, accepted: 1 });
  // The other one still has a mail on the wire.
  expect(await finishMailing(db, 'mailing-1', startedAt)).toBe(false);
  await living?.leave();
});

test('an issue that two senders begin at the same moment is begun once', async () => {
  const db = await subscribed(readers(2));
  const mailing = { issue: 'tag:i', issueKey: '2025-kw33', startedAt, startedBy: 'betrieb', edition: null };
  const both = await Promise.all(['one', 'two'].map((id) => startMailingAfter(db, 0, { id, ...mailing })));
  expect(both.filter((begun) => begun !== undefined)).toHaveLength(1);
});

test('nobody joins while the data are had alone, and nobody has them alone while somebody takes part', async () => {
  const db = await subscribed([]);
  const { join, beAlone } = engineOf(db);
  const service = await join(db, 'service', 's/1');
  expect(await beAlone(db)).toBeUndefined();
  await service?.leave();
  const alone = await beAlone(db);
  expect(await join(db, 'sender', 'x/1')).toBeUndefined();
  await alone?.leave();
});
