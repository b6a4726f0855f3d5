/** What doctor and health say of a mailing that isn't at its end. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openDatabase } from '../../src/store/database.ts';
import { engineOf } from '../../src/store/engine/engine.ts';
import { noteDeliveries } from '../../src/store/queries/delivery-notes.ts';
import { giveBack, putAside } from '../../src/store/queries/due-deliveries.ts';
import { inProcess } from '../cli/in-process.ts';
import { sendingOrganisation } from '../cli/sending.ts';
import { databaseIn, databaseOf } from '../postgres/new-database.ts';
import { runningService } from '../subscription/running-service.ts';
import { until } from '../until.ts';
import { readers, started } from './sample-mailing.ts';
import { sink } from './sink.ts';

const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'kurrende.mjs');
const now = '2025-09-01T10:00:00Z';
const farOff = '2025-10-01T00:00:00Z';
const dead = 'elsewhere/1/gone';

/** A mailing to five readers that has begun two hours after the service started, and what doctor and health say of it then. */
async function begun() {
  const service = await runningService();
  await addSubscribers(service.folder, readers(5), (await databaseOf(service.folder)).DATABASE_URL);
  const db = await openDatabase(await databaseIn(service.folder));
  onTestFinished(() => db.destroy());
  await started(db);
  service.pass({ hours: 2 });
  const aside = (most: number) => putAside(db, 'mailing-1', { owner: dead, now, farOff, after: '', most });
  const health = async () => {
    const { troubles, message } = await (await service.get('/abo/health')).json();
    const trouble = troubles.find(({ kind }: { kind: string }) => kind === 'mailing');
    return trouble && { ...trouble, message };
  };
  const doctor = async (at = now) => {
    const { out } = await inProcess(['doctor'], service.folder, { ABO_PORT: '1' }, Temporal.Instant.from(at));
    return /^.*Versand .*(?:\n +→ .*)?/m.exec(out)?.[0];
  };
  return { service, db, aside, health, doctor };
}

/** Takes two on as the sender that died then. */
async function claimTwo({ db, aside }: Awaited<ReturnType<typeof begun>>) {
  const claims = (await aside(3)).slice(0, 2).map(({ id }) => ({ recipient: id, messageId: `<${randomUUID()}>` }));
  await noteDeliveries(db, 'mailing-1', dead)({ claims, settled: [] }, now);
}

test('one whose sender died is told with what waits, what is unknown and what to do', async () => {
  const all = await begun();
  await claimTwo(all);
  expect(await all.doctor()).toMatch(
    /^falsch +Versand +Der Versand 2025-kw33 kam nicht zu Ende, und niemand verschickt gerade: 3 Adressen warten, 2 sind ungeklärt\.\n +→ npm run send -- 2025-kw33$/,
  );
  expect(await all.health()).toMatchObject({
    issueKey: '2025-kw33',
    waiting: 3,
    unknown: 2,
    message: expect.stringContaining('Weiter geht es mit „npm run send -- 2025-kw33“.'),
  });
});

test('so is one whose process was killed in the middle', async () => {
  const { folder } = await sendingOrganisation(readers(12));
  const server = await sink({ delayMs: 300 });
  const { DATABASE_URL = '' } = await databaseOf(folder);
  const sender = spawn(process.execPath, [program, 'send', '2025-kw33', '--yes', '--skip-site'], {
    env: {
      ...process.env,
      VITEST: '',
      NODE_ENV: '',
      SITE_ROOT: folder,
      BUILD_DATE: '2026-11-24',
      DATABASE_URL,
      SMTP_URL: server.url,
      SEND_CONNECTIONS: '2',
    },
    stdio: 'ignore',
  });
  onTestFinished(() => void sender.kill('SIGKILL'));
  await until(() => server.taken.length >= 2);
  const doctor = async () => (await inProcess(['doctor'], folder, { ABO_PORT: '1' })).out;
  expect(await doctor()).not.toContain('Der Versand');
  const isOver = once(sender, 'close');
  sender.kill('SIGKILL');
  await isOver;
  const [, waiting, unknown] =
    /^falsch +Versand .*niemand verschickt gerade: (\d+) Adressen? warte.*, (\d+) (?:ist|sind) ungeklärt\.\n +→ npm run send -- 2025-kw33$/m.exec(
      await doctor(),
    ) ?? [];
  expect(Number(unknown)).toBeGreaterThan(0);
  expect(Number(waiting) + Number(unknown)).toBeLessThan(12);
  expect(Number(waiting) + Number(unknown) + server.taken.length).toBeGreaterThanOrEqual(12);
});

test('nothing is told while a sender is at work, whatever an earlier one left, and looking keeps none from it', async () => {
  const all = await begun();
  await claimTwo(all);
  const { join } = engineOf(all.db);
  const presence = await join(all.db, 'sender', 'here/2/alive');
  expect([await all.doctor(), await all.health()]).toEqual([undefined, undefined]);
  await presence?.leave();
  await expect.poll(all.health).toBeDefined();
  for (let tries = 0; tries < 20; tries += 1) {
    const [, one] = await Promise.all([all.health(), join(all.db, 'sender', `here/2/${tries}`)]);
    expect(one).toBeDefined();
    await one?.leave();
  }
});

test('one that was stopped is a note at first and turns health red after an hour', async () => {
  const { db, aside, service, health, doctor } = await begun();
  await aside(3);
  await giveBack(db, 'mailing-1', dead);
  expect(await doctor()).toMatch(/^Hinweis +Versand +Der Versand 2025-kw33 ist angehalten: 5 Adressen warten, 0 sind/);
  expect(await health()).toBeUndefined();
  service.pass({ minutes: 61 });
  expect(await doctor('2025-09-01T11:01:00Z')).toMatch(/^falsch +Versand +Der Versand 2025-kw33 kam nicht zu Ende/);
  expect(await health()).toMatchObject({ waiting: 5, unknown: 0 });
});

test('what receivers put off waits without an alarm, and what is at its end is none', async () => {
  const { db, health, doctor } = await begun();
  await db.updateTable('delivery').set({ state: 'accepted', settledAt: now }).where('recipient', '!=', '').execute();
  expect([await doctor(), await health()]).toEqual([undefined, undefined]);
  await db
    .updateTable('delivery')
    .set({ state: 'queued', attempts: 1, nextAttemptAt: '2025-09-01T10:20:00Z' })
    .execute();
  expect(await doctor()).toMatch(
    /^Hinweis +Versand +Der Versand 2025-kw33 wartet auf Postfächer, die um einen späteren/,
  );
  expect(await health()).toBeUndefined();
});
