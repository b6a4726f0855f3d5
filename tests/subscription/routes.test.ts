import { randomBytes, randomUUID } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { readSettings } from '../../src/settings/read-settings.ts';
import { openData } from '../../src/store/open-data.ts';
import { condition } from '../../src/subscription/condition.ts';
import { limitSettings } from '../../src/subscription/limits.ts';
import { createApp } from '../../src/subscription/web/app.ts';
import { frameReader, writeFrame } from '../../src/subscription/web/frame-folder.ts';
import { placeOf } from '../postgres/new-database.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { facts } from './running-service.ts';

/** The service's routes without a server: each request says from which network it comes. */
async function routes(env: Record<string, string> = {}) {
  let now = Temporal.Instant.from('2025-09-01T08:00:00Z');
  const folder = temporaryFolder();
  const { db, secret } = await openData(await placeOf(folder), randomBytes);
  onTestFinished(() => db.destroy());
  writeFrame(folder, facts(), '');
  const app = createApp({
    db,
    secret,
    settings: readSettings(limitSettings, env),
    frame: frameReader(folder),
    mailer: { wake: () => {}, alarm: () => {} },
    condition: () =>
      condition({
        db,
        tryToWrite: async () => undefined,
        sharedClock: async () => undefined,
        away: () => undefined,
        serverReachedAt: () => undefined,
        builtAt: () => undefined,
        listProblem: () => undefined,
        hasMailServer: true,
        now: () => now,
      }),
    noteLeavers: async () => {},
    takesUtf8: async () => true,
    now: () => now,
    newId: randomUUID,
    log: () => {},
  });
  const signUp = (email: string, network: string) =>
    app.request(
      '/abo/anmelden/',
      {
        method: 'POST',
        headers: { Origin: facts().siteUrl },
        body: new URLSearchParams({ email, homepage: '', form: facts().form.id }),
      },
      { network },
    );
  const waitingMails = async () => (await (await app.request('/abo/health')).json()).waitingMails;
  const pass = (duration: Temporal.DurationLike) => {
    now = now.add(duration);
  };
  return { signUp, waitingMails, pass };
}

test('a route answers without a server', async () => {
  const { signUp, waitingMails } = await routes();
  expect((await signUp('erika@rathaus.example', '192.0.2.0/24')).status).toBe(200);
  expect(await waitingMails()).toBe(1);
});

test('a sign-up counts for the network that is handed in', async () => {
  const { signUp } = await routes({ ABO_LIMIT_PREFIX: '1' });
  expect((await signUp('a@amt.example', '192.0.2.0/24')).status).toBe(200);
  expect((await signUp('b@amt.example', '192.0.2.0/24')).status).toBe(429);
  expect((await signUp('c@amt.example', '198.51.100.0/24')).status).toBe(200);
});

test('one address gets as many mails an hour and a day as the settings say', async () => {
  const { signUp, waitingMails, pass } = await routes({ ABO_LIMIT_ADDRESS_HOUR: '2', ABO_LIMIT_ADDRESS_DAY: '4' });
  const waiting: number[] = [];
  for (let hour = 0; hour < 3; hour += 1) {
    for (let time = 0; time < 3; time += 1) await signUp('erika@rathaus.example', '192.0.2.0/24');
    waiting.push(await waitingMails());
    pass({ minutes: 61 });
  }
  expect(waiting).toEqual([2, 4, 4]);
});
