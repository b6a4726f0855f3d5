import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openDatabase } from '../../src/store/database.ts';
import { engineOf } from '../../src/store/engine/engine.ts';
import { takeLock } from '../../src/store/process-lock.ts';
import { databaseIn, databaseOf, loseData } from '../postgres/new-database.ts';
import { sink } from '../sending/sink.ts';
import { until } from '../until.ts';
import { house } from './house.ts';
import { inProcess } from './in-process.ts';
import { editSite, publish, putOff } from './sending.ts';

const [anna, bert] = ['anna@rathaus-probe.de', 'bert@rathaus-probe.de'] as const;
const key = '2026-kw49';
const page = `dist/ausgaben/2026/kw49/index.html`;

const berlin = (local: string) => Temporal.PlainDateTime.from(local).toZonedDateTime('Europe/Berlin').toInstant();

/** A house with subscribers and an issue that comes out at ten, and a timer that runs whenever it is called. */
async function houseWithIssue({ mailing = true, fields = '' } = {}) {
  const folder = await house();
  const site = await publish(folder, '127.0.0.2'); // Of 127.0.0.1 nothing is copied: that is a preview.
  await addSubscribers(folder, [anna, bert], (await databaseOf(folder)).DATABASE_URL);
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const index = `content/issues/${key}/index.md`;
  write(
    index,
    `---\nid: tag:it-verbund-hafen.de,2026:49\ntitle: Die erste Ausgabe\nlead: Was im Hafen geschieht.\npublishedOn: 2026-12-03 10:00\n${mailing ? 'mailing: true\n' : ''}${fields}---\n\nHier steht, was geschieht.\n`,
  );
  write(
    `content/issues/${key}/01-netz.md`,
    '---\nid: tag:it-verbund-hafen.de,2026:49-1\ntitle: Das Netz ist da\nkind: notice\nsummary: Alle sind angeschlossen.\n---\n\nSeit Montag sind alle am Netz.\n',
  );
  const server = await sink();
  const usual = { BUILD_DATE: '', SMTP_URL: server.url, DKIM: 'relay', SEND_PER_MINUTE: '1000000', USER: 'zeitplan' };
  return {
    folder,
    site,
    server,
    write,
    index,
    due: (local: string, args: string[] = [], env = {}) =>
      inProcess(['due', ...args], folder, { ...usual, ...env }, berlin(local)),
    figures: () => JSON.parse(readFileSync(join(folder, 'data', 'figures.json'), 'utf8')),
    isOut: () => existsSync(join(folder, page)),
  };
}

/** `due --mail` as a process of its own, at the moment of the issue, one mail after the other. */
async function mailing(folder: string, smtpUrl: string) {
  const command = join(import.meta.dirname, '..', '..', 'src', 'cli', 'kurrende.mjs');
  return spawn(process.execPath, [command, 'due', '--mail'], {
    env: {
      ...process.env,
      ...(await databaseOf(folder)),
      VITEST: '',
      SITE_ROOT: folder,
      BUILD_DATE: '2026-12-03 10:00',
      SMTP_URL: smtpUrl,
      DKIM: 'relay',
      SEND_CONNECTIONS: '1',
    },
  });
}

describe('npm run due', () => {
  test('builds and mails at the moment, not before, and each once however often it runs', async () => {
    const { due, server, isOut, figures, folder } = await houseWithIssue();
    const deployed = join(folder, 'www');
    expect(await due('2026-12-03T09:55', [], { DEPLOY_DIR: 'www' })).toMatchObject({ code: 0, err: '' });
    expect([isOut(), server.taken, existsSync(join(deployed, 'index.html'))]).toEqual([false, [], true]);
    expect(figures()).toMatchObject({ subscriptions: { active: 2 }, mailings: [], due: { troubles: {} } });

    const { code, out, err } = await due('2026-12-03T10:00', [], { DEPLOY_DIR: 'www' });
    expect([code, err]).toEqual([0, '']);
    expect(out).toContain(`Verschickt: ${key}. 2 angenommen, 0 abgelehnt, 0 ungeklärt.`);
    expect(isOut()).toBe(true);
    expect(readFileSync(join(deployed, page.slice(5)), 'utf8')).toContain('Die erste Ausgabe');
    expect(server.taken.toSorted()).toEqual([anna, bert]);
    expect((await simpleParser(server.raw[0] ?? '')).text).toContain('Das Netz ist da');

    // Nothing to say of nothing.
    for (const later of ['2026-12-03T10:05', '2026-12-04T06:00']) await due(later, [], { DEPLOY_DIR: 'www' });
    expect(await due('2026-12-04T06:05', [], { DEPLOY_DIR: 'www' })).toEqual({ code: 0, out: '', err: '' });
    expect(server.taken).toHaveLength(2);
    expect(figures().mailings).toMatchObject([
      { issue: key, number: 1, accepted: 2, failed: 0, unknown: 0, queued: 0 },
    ]);
    expect(JSON.stringify(figures())).not.toContain('rathaus-probe');
  }, 120_000);

  test('builds alone for whoever sees no subscribers, and mails alone', async () => {
    const { due, server, isOut, folder } = await houseWithIssue();
    expect((await due('2026-12-03T10:00', ['--site'], { SMTP_URL: '' })).code).toBe(0);
    expect([isOut(), server.taken]).toEqual([true, []]);
    expect(existsSync(join(folder, 'data', 'figures.json'))).toBe(false);
    expect((await due('2026-12-03T10:01', ['--mail'])).code).toBe(0);
    expect(server.taken).toHaveLength(2);
    expect((await due('2026-12-03T10:01', ['--mail', '--site'])).err).toContain('gehen nicht zusammen');
  }, 120_000);

  test('mails no issue that doesn’t say so, that was called off or moved, or whose moment is long past', async () => {
    const { due, server, write, index, folder } = await houseWithIssue({ mailing: false });
    await due('2026-12-03T10:00', ['--mail']);
    const text = readFileSync(join(folder, index), 'utf8');
    write(index, text.replace('10:00\n', '11:30\nmailing: true\n'));
    await due('2026-12-03T11:29', ['--mail']);
    // A server that starts anew with an empty list mails no archive.
    expect((await due('2026-12-06T11:31', ['--mail'])).code).toBe(0);
    expect(server.taken).toEqual([]);
    await due('2026-12-06T11:30', ['--mail']);
    expect(server.taken).toHaveLength(2);
  }, 120_000);

  test('sends nothing by itself that may have gone out before a backup was put back; by hand it goes', async () => {
    const { due, server, folder, figures } = await houseWithIssue();
    const at = (local: string, args: string[], env = {}) =>
      inProcess(args, folder, { BACKUP_DIR: 'sicherungen', ...env }, berlin(local));
    await at('2026-12-03T05:30', ['abo', 'backup', 'sicherung']);
    await due('2026-12-03T10:00', ['--mail']);
    expect(server.taken).toHaveLength(2);
    await loseData(folder);
    expect((await at('2026-12-03T15:00', ['abo', 'restore', 'sicherung'])).code).toBe(0);

    const { code, err } = await due('2026-12-03T15:05', ['--mail']);
    expect([code, server.taken.length]).toEqual([1, 2]);
    expect(err).toContain(
      `${key} ging nicht hinaus: Am 3. Dezember 2026, 15:00:00 Uhr wurde eine Sicherung zurückgeholt.`,
    );
    expect(figures().due.troubles[key]).toContain('von selbst geht die Ausgabe deshalb nicht hinaus');
    const byHand = ['send', key, '--yes', '--skip-site'];
    const settings = { BUILD_DATE: '', SMTP_URL: server.url, DKIM: 'relay' };
    expect(await at('2026-12-03T15:10', byHand, settings)).toMatchObject({
      code: 0,
      out: expect.stringContaining('Hinweis: Am 3. Dezember 2026, 15:00:00 Uhr wurde eine Sicherung zurückgeholt.'),
    });
    expect(server.taken).toHaveLength(4);
    // What comes after it is mailed as ever.
    expect(await due('2026-12-03T15:15', ['--mail'])).toMatchObject({ code: 0, err: '' });
  }, 120_000);

  test('sends nothing that is called off while it gets ready to', async () => {
    const { due, server, write, index, folder, figures } = await houseWithIssue();
    const text = readFileSync(join(folder, index), 'utf8');
    const hasty = await sink({ atConnection: () => write(index, text.replace('mailing: true', 'draft: true')) });
    const { code, out, err } = await due('2026-12-03T10:00', ['--mail'], { SMTP_URL: hasty.url });
    expect([code, err, hasty.taken]).toEqual([0, '', []]);
    expect(out).toContain('noch ist nichts hinausgegangen');
    expect(figures()).toMatchObject({ mailings: [], due: { troubles: {} } });
    // Meant all the same: the next one sends what stands there then.
    write(index, text.replace('was geschieht.', 'was noch geschieht.'));
    await due('2026-12-03T10:05', ['--mail']);
    expect(server.taken.toSorted()).toEqual([anna, bert]);
    expect((await simpleParser(server.raw[0] ?? '')).text).toContain('Hier steht, was noch geschieht');
  }, 120_000);

  test('tells of a mail server that is away, and tries again', async () => {
    const { due, server, figures } = await houseWithIssue();
    await due('2026-12-03T10:00', ['--mail'], { SMTP_URL: 'smtp://127.0.0.1:9' });
    expect(figures().due.troubles).toEqual({ [key]: expect.stringContaining('127.0.0.1') });
    expect(server.taken).toEqual([]);
    await due('2026-12-03T10:05', ['--mail']);
    expect(server.taken).toHaveLength(2);
  }, 120_000);

  test('goes on where a killed one stopped: what was on the wire is not sent again', async () => {
    const { due, server, folder, figures } = await houseWithIssue();
    let onTheWire = '';
    const hanging = await sink({
      atMessage: (address) => {
        onTheWire = address;
        return undefined;
      },
      answersFrom: new Promise(() => {}),
    });
    const killed = await mailing(folder, hanging.url);
    await until(() => onTheWire !== '');
    killed.kill('SIGKILL');
    await once(killed, 'close');
    const { code } = await due('2026-12-03T10:05', ['--mail']);
    expect([code, server.taken]).toEqual([1, [onTheWire === anna ? bert : anna]]);
    expect(figures().due.troubles[key]).toContain('ungeklärt');
    expect(await due('2026-12-03T10:10', ['--mail'])).toMatchObject({ code: 0, out: '' });
    expect(server.taken).toHaveLength(1);
    expect(figures().mailings).toMatchObject([{ accepted: 1, unknown: 1, queued: 0 }]);
  }, 120_000);

  test('waits until the published site shows the issue', async () => {
    const { due, server, site, figures } = await houseWithIssue();
    site.answers.set(/kw49/, 404);
    const { code, err } = await due('2026-12-03T10:00', ['--mail']);
    expect([code, err]).toEqual([1, expect.stringContaining(`${key} ging nicht hinaus: Auf der Website fehl`)]);
    expect(figures().due.troubles[key]).toContain('Auf der Website fehl');
    site.answers.clear();
    expect((await due('2026-12-03T10:05', ['--mail'])).code).toBe(0);
    expect([server.taken.length, figures().due.troubles]).toEqual([2, {}]);
  }, 120_000);

  test('asks for the second pair of eyes, for page and mail', async () => {
    const { due, server, isOut, folder } = await houseWithIssue();
    editSite(folder, (text) => text.replace('---\n', '---\nfourEyesSince: 2026-11-01\n'));
    const { code, err } = await due('2026-12-03T10:00');
    expect([code, err]).toEqual([1, expect.stringContaining('Freigabe')]);
    expect((await due('2026-12-03T10:05', ['--mail'])).code).toBe(1);
    expect([isOut(), server.taken]).toEqual([false, []]);
  }, 120_000);

  test('waits without alarm while another sender has the data, and while the mail server puts off', async () => {
    const { due, server, folder, figures } = await houseWithIssue();
    const db = await openDatabase(await databaseIn(folder));
    const alone = await engineOf(db).beAlone(db);
    const { code, err } = await due('2026-12-03T10:00', ['--mail']);
    expect([code, err]).toEqual([75, expect.stringContaining(`${key} ging nicht hinaus: `)]);
    expect(figures().due.troubles[key]).toMatch(/Es läuft schon ein Versand|ziehen gerade um/);
    await alone?.leave();
    await db.destroy();

    // It stops before it has begun with anybody.
    const broken = await sink({ atSender: () => ({ code: 550, text: '5.7.1 not you' }) });
    expect((await due('2026-12-03T10:05', ['--mail'], { SMTP_URL: broken.url })).code).toBe(1);
    for (const address of [anna, bert]) await putOff(folder, address, Temporal.Now.instant().add({ minutes: 30 }));
    expect((await due('2026-12-03T10:10', ['--mail'])).code).toBe(75);
    expect([figures().due.troubles[key], server.taken]).toEqual([expect.stringContaining('vertröstet'), []]);
    await putOff(folder, anna, Temporal.Now.instant().subtract({ minutes: 1 }));
    await putOff(folder, bert, Temporal.Now.instant().subtract({ minutes: 1 }));
    expect((await due('2026-12-03T10:15', ['--mail'])).code).toBe(0);
    expect([figures().due.troubles, server.taken.length]).toEqual([{}, 2]);
  }, 120_000);

  test('ends without alarm when the machine is restarted, and goes on afterwards', async () => {
    const { due, server, folder, figures } = await houseWithIssue();
    const answers = Promise.withResolvers<void>();
    let isOnTheWire = false;
    const slow = await sink({
      atMessage: () => {
        isOnTheWire = true;
        return undefined;
      },
      answersFrom: answers.promise,
    });
    const stopped = await mailing(folder, slow.url);
    let said = '';
    stopped.stdout.on('data', (chunk) => {
      said += chunk;
    });
    const closed = once(stopped, 'close');
    await until(() => isOnTheWire);
    stopped.kill('SIGTERM');
    await until(() => said.includes('Der Versand hält an'));
    answers.resolve();
    expect(await closed).toEqual([75, null]);
    expect(figures().due.troubles[key]).toContain('angehalten');
    expect((await due('2026-12-03T10:05', ['--mail'])).code).toBe(0);
    expect([slow.taken.length, server.taken.length]).toEqual([1, 1]);
  }, 120_000);

  test('refuses to run twice at once', async () => {
    const { due, folder, server } = await houseWithIssue();
    mkdirSync(join(folder, '.cache'), { recursive: true });
    const release = takeLock(join(folder, '.cache', 'due.lock'));
    const { code, err } = await due('2026-12-03T10:00');
    release?.();
    expect([code, err, server.taken]).toEqual([75, expect.stringContaining('noch nicht zu Ende'), []]);
  }, 120_000);
});
