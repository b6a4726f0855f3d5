import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { dataFiles } from '../../src/store/data-folder.ts';
import { openDatabase } from '../../src/store/database.ts';
import { freePort } from '../free-port.ts';
import { databaseIn } from '../postgres/new-database.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { until } from '../until.ts';
import { mailServer } from './mail-server.ts';
import { linkIn, type RunningService, runningService } from './running-service.ts';

const erika = 'erika@rathaus.example';

const countOf = ({ log }: RunningService, event: string) => log.filter((entry) => entry.event === event).length;

async function requestsOf({ folder }: RunningService) {
  const db = await openDatabase(await databaseIn(folder));
  const requests = await db.selectFrom('request').selectAll().execute();
  await db.destroy();
  return requests;
}

describe('a mail to confirm', () => {
  test('is a file in the outbox until a mail server is set', async () => {
    const service = await runningService();
    await service.signUp(erika);
    const { outbox } = dataFiles(service.dataFolder);
    await until(() => readdirSync(outbox).length > 0);
    const [name = ''] = readdirSync(outbox);
    expect(name).toMatch(/^2025-09-01T08-00-00Z-[\w-]{36}\.eml$/);
    const source = readFileSync(join(outbox, name), 'utf8');
    expect(source).toMatch(/\r\nFrom: .*\r\n/);
    const mail = await simpleParser(source);
    expect(mail.text).toContain('„Blatt“ bestellt');
    expect((await service.post(linkIn(mail.text), {})).status).toBe(200);
  });

  test('in a file can be read and followed without a mail program; whoever runs the service is told where it is', async () => {
    const service = await runningService();
    await service.signUp(erika);
    await until(() => service.mailFiles.length > 0);
    const [{ file = '', link = '' } = {}] = service.mailFiles;
    const source = readFileSync(file, 'utf8');
    expect(source).toMatch(
      /\r\nAnmeldung bestätigen: https:\/\/abo\.blatt\.example\/abo\/bestaetigen\/[\w-]{43}\/\r\n/,
    );
    expect(source).toContain(`Anmeldung bestätigen: ${link}\r\n`);
    expect(JSON.stringify(service.log)).not.toMatch(/bestaetigen|rathaus|eml/);
    const mail = await simpleParser(source);
    expect(mail.text).toContain('Zweckverband Müster');
    expect(String(mail.html)).toContain('Müster');
  });

  test('that a server takes is told to nobody else', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    await mails.received(1);
    expect(service.mailFiles).toEqual([]);
  });

  test('is UTF-8 in lines that every server takes, and each of its headers is known', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    await mails.received(1);
    const [raw = ''] = mails.raw;
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(78);
    expect(raw).toMatch(/^[\t\r\n -~]*$/);
    expect(raw).toContain('Content-Type: text/plain; charset=utf-8');
    expect(mails.mails[0]?.headerLines.map(({ key }) => key).sort()).toEqual([
      'auto-submitted',
      'content-type',
      'date',
      'from',
      'message-id',
      'mime-version',
      'reply-to',
      'subject',
      'to',
      'x-auto-response-suppress',
    ]);
    expect(mails.mails[0]?.date?.toISOString()).toBe('2025-09-01T08:00:00.000Z');
  });

  test('waits while the server says “later”, and goes out after a growing pause', async () => {
    const mails = await mailServer();
    const folder = temporaryFolder();
    mails.refuseWith(451);
    const service = await runningService({ env: { SMTP_URL: mails.url }, folder });
    await service.signUp(erika);
    await until(() => countOf(service, 'mail-failed') === 1);
    await service.stop();
    expect(await requestsOf(service)).toMatchObject([
      { mailState: 'waiting', attempts: 1, nextAttemptAt: '2025-09-01T08:01:00Z' },
    ]);

    mails.refuseWith(0);
    const later = await runningService({ env: { SMTP_URL: mails.url }, folder, start: '2025-09-01T08:01:00Z' });
    const [mail] = await mails.received(1);
    expect((await later.post(linkIn(mail?.text), {})).status).toBe(200);
  });

  test('is given up when the server refuses the address for good', async () => {
    const mails = await mailServer();
    mails.refuseWith(550);
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    await until(() => countOf(service, 'mail-refused') === 1);
    await service.stop();
    expect(await requestsOf(service)).toMatchObject([{ mailState: 'refused' }]);
    expect(JSON.stringify(service.log)).not.toContain('rathaus');
  });

  test('waits while the server is gone for a weekend, and its link is valid from when it is sent', async () => {
    const folder = temporaryFolder();
    const port = await freePort();
    const env = { SMTP_URL: `smtp://127.0.0.1:${port}` };
    const friday = await runningService({ env, folder, start: '2025-09-05T14:00:00Z' });
    for (const name of ['erika', 'max', 'nora']) await friday.signUp(`${name}@rathaus.example`);
    await until(() => countOf(friday, 'mail-server-away') > 0);
    // One at a time asks for the server, not each that waits.
    expect(countOf(friday, 'mail-server-away')).toBe(1);
    expect(friday.log).toContainEqual({ event: 'mail-server-away', facts: { cause: 'refused', attempt: 1 } });
    const health = await friday.get('/abo/health');
    expect([health.status, await health.json()]).toMatchObject([
      503,
      { status: 'trouble', waitingMails: 3, troubles: [{ kind: 'mail-server', cause: 'refused' }] },
    ]);
    await friday.stop();
    expect(await requestsOf(friday)).toMatchObject(Array(3).fill({ mailState: 'waiting', attempts: 0 }));

    const mails = await mailServer(port);
    const monday = await runningService({ env, folder, start: '2025-09-08T14:00:00Z' });
    await mails.received(3);
    await until(async () => (await monday.get('/abo/health')).status === 200);
    monday.pass({ hours: 71, minutes: 59 });
    expect((await monday.post(linkIn(mails.mails[0]?.text), {})).status).toBe(200);
    expect((await requestsOf(monday)).map(({ expiresAt }) => expiresAt)).toEqual(Array(2).fill('2025-09-11T14:00:00Z'));
    monday.pass({ minutes: 1 });
    expect((await monday.post(linkIn(mails.mails[1]?.text), {})).status).toBe(410);
  });

  test('is given up when its link could not be valid as long as it says, and health counts it', async () => {
    const folder = temporaryFolder();
    const env = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}` };
    const first = await runningService({ env, folder });
    await first.signUp(erika);
    await until(() => countOf(first, 'mail-server-away') === 1);
    await first.stop();
    // Seven days less 72 hours.
    const second = await runningService({ env, folder, start: '2025-09-05T08:00:00Z' });
    await until(() => countOf(second, 'mail-given-up') === 1);
    await second.stop();
    expect(await requestsOf(second)).toMatchObject([{ mailState: 'given-up' }]);
  });

  test('that one recipient’s server puts off holds up no other', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    mails.refuseWith(451);
    await service.signUp(erika);
    await until(() => countOf(service, 'mail-failed') === 1);
    expect(service.log).toContainEqual({ event: 'mail-failed', facts: { cause: '451', attempt: 1 } });
    mails.refuseWith(0);
    await service.signUp('max@rathaus.example');
    expect((await mails.received(1))[0]?.to).toMatchObject({ text: 'max@rathaus.example' });
    expect((await service.get('/abo/health')).status).toBe(200);
  });

  test('is sent again, with the same link and name, when the service died before it knew', async () => {
    const mails = await mailServer();
    const first = await runningService({ env: { SMTP_URL: mails.url } });
    await first.signUp(erika);
    await mails.received(1);
    await first.stop();
    const db = await openDatabase(await databaseIn(first.folder));
    await db.updateTable('request').set({ mailState: 'waiting' }).execute();
    await db.destroy();

    await runningService({ env: { SMTP_URL: mails.url }, folder: first.folder });
    const [one, two] = await mails.received(2);
    expect(two?.messageId).toBe(one?.messageId);
    expect(two?.text).toBe(one?.text);
  });
});
