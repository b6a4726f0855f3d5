import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { addSubscribers } from '../../bench/subscribers.ts';
import { openDatabase } from '../../src/store/database.ts';
import { forms } from '../incoming/corpus/report-forms.ts';
import { answers } from '../incoming/corpus/server-words.ts';
import { filesOf, maildirWith } from '../incoming/sample-mailbox.ts';
import { bytesKept, databaseIn, databaseOf } from '../postgres/new-database.ts';
import { sink } from '../sending/sink.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { linkIn, runningService } from '../subscription/running-service.ts';
import { until } from '../until.ts';
import { inProcess } from './in-process.ts';
import { publish, sendingOrganisation, statuses } from './sending.ts';

const addresses = ['anna@rathaus.example', 'bert@rathaus.example', 'carla@rathaus.example'];

/** An issue that was sent to these, each under a return path of its own; and how to report on each. */
async function sent(env: Record<string, string> = {}) {
  const { folder, run } = await sendingOrganisation(addresses);
  await publish(folder);
  const server = await sink();
  const settings = { SMTP_URL: server.url, BOUNCE_ADDRESS: 'ruecklauf@haus.example', BOUNCE_VERP: 'plus', ...env };
  const { code, err } = await run(['send', '2026-kw47'], settings);
  expect([code, err]).toEqual([0, '']);
  const mails = await Promise.all(server.raw.map((raw) => simpleParser(raw)));
  const report = (address: string, name: string) => {
    const index = server.taken.indexOf(address);
    const able = forms.filter(({ without }) => !without?.includes(name));
    const form = able[index % able.length];
    const answer = answers.find((one) => one.name === name);
    if (!form || !answer) throw new Error(name);
    const returnPath = server.senders[index] ?? '';
    return form.write(
      { to: address, messageId: mails[index]?.messageId ?? '', returnPath },
      answer,
      form.languages[0] ?? '',
      index + 1,
    );
  };
  return { folder, run, server, settings, mails, report };
}

describe('npm run abo -- bounces', () => {
  test('pauses who has no mailbox any more, lists all, and lets a person decide', async () => {
    const { folder, run, server, report } = await sent();
    expect(new Set(server.senders).size).toBe(3);
    for (const sender of server.senders) expect(sender).toMatch(/^ruecklauf\+[0-9a-z]{30,38}@haus\.example$/);
    const foreign = report('carla@rathaus.example', 'no-user').replaceAll(
      'carla@rathaus.example',
      'opfer@rathaus.example',
    );
    const maildir = maildirWith([
      report('anna@rathaus.example', 'no-user'),
      report('bert@rathaus.example', 'slow'),
      foreign,
    ]);
    const env = { BOUNCE_MAILBOX: maildir };
    const first = await run(['abo', 'bounces'], env);
    expect([first.code, first.err]).toEqual([0, '']);
    expect(first.out).toContain('2 neue Rückläufer: 1 Postfach gibt es nicht, 1 verzögert.');
    expect(first.out).toContain('Unberührt im Postfach: 1 nennt einen anderen Empfänger als die E-Mail hatte.');
    expect(first.out).toContain('1 Abonnement wurde angehalten');
    expect(await statuses(folder)).toMatchObject({
      'anna@rathaus.example': ['paused', 'Postfach gibt es nicht (Antwort 550)'],
      'bert@rathaus.example': ['active', null],
      'carla@rathaus.example': ['active', null],
    });
    expect((await run(['abo', 'bounces'], env)).out).toContain('Keine neuen Rückläufer.');
    const { out } = await run(['abo', 'bounces', '--list']);
    expect(out).toContain('anna@rathaus.example  (angehalten)');
    expect(out).toContain('Unberührt im Postfach:');
    expect((await run(['abo', 'show', 'anna@rathaus.example'])).out).toContain('Rückläufer');

    expect((await run(['abo', 'resume', 'Anna@rathaus.example'])).out).toContain('bekommt wieder Ausgaben');
    expect((await run(['abo', 'bounces'], env)).out).not.toContain('angehalten');
    expect((await run(['abo', 'pause', 'bert@rathaus.example'])).out).toContain('ist angehalten');
    expect(await statuses(folder)).toMatchObject({
      'anna@rathaus.example': ['active', null],
      'bert@rathaus.example': ['paused', 'von Hand'],
    });
    expect(await run(['abo', 'pause', 'niemand@rathaus.example'])).toMatchObject({ code: 2 });
  }, 120_000);

  test('keeps nothing of a person who is erased, in no file of ours and not in the mailbox', async () => {
    const { folder, run, report } = await sent();
    const maildir = maildirWith([report('anna@rathaus.example', 'no-user'), report('bert@rathaus.example', 'full')]);
    await run(['abo', 'bounces'], { BOUNCE_MAILBOX: maildir });
    expect(await bytesKept(folder, 'data')).toMatch(/anna@rathaus/);
    const erased = await run(['abo', 'erase', 'anna@rathaus.example', '--with-proof'], { BOUNCE_MAILBOX: maildir });
    expect(erased.out).toContain('Gelöscht: 1 erledigter Rückläufer im Postfach.');
    expect(await bytesKept(folder, 'data')).not.toMatch(/anna@rathaus/i);
    expect(JSON.stringify(filesOf(maildir))).not.toMatch(/anna@rathaus/i);
    expect(JSON.stringify(filesOf(maildir))).toMatch(/bert@rathaus/i);
  }, 120_000);

  test('says what is missing or can’t be read', async () => {
    const { run } = await sendingOrganisation(addresses);
    expect((await run(['abo', 'bounces'])).err).toContain('Es fehlt BOUNCE_MAILBOX');
    expect(await run(['abo', 'bounces'], { BOUNCE_MAILBOX: '/gibt/es/nicht' })).toMatchObject({
      code: 2,
      err: 'Das Postfach /gibt/es/nicht lässt sich nicht lesen (den Ordner gibt es nicht, oder es ist kein Maildir). Prüfen Sie den Weg und die Rechte; ein Maildir enthält die Ordner new und cur.\n',
    });
    const [someone = ''] = addresses;
    const erased = await run(['abo', 'erase', someone], { BOUNCE_MAILBOX: '/gibt/es/nicht' });
    expect([erased.code, erased.out]).toEqual([0, expect.stringContaining('löschen Sie sie im Postfach.')]);
    const secret = await run(['abo', 'bounces'], { BOUNCE_MAILBOX: 'imap://ohne-namen/Xy12z' });
    expect([secret.code, secret.err]).toEqual([2, expect.not.stringContaining('Xy12z')]);
  });
});

describe('npm run abo -- arrival', () => {
  const watch = { ARRIVAL_ADDRESS: 'anna@rathaus.example', ARRIVAL_AUTHSERV: 'mx.rathaus.example' };

  test('says when an issue came, and what the receiver found', async () => {
    const { run, server, settings } = await sent();
    const raw = server.raw[server.taken.indexOf('anna@rathaus.example')]?.toString() ?? '';
    const stamped = `Authentication-Results: mx.rathaus.example; spf=pass; dkim=fail; dmarc=pass\r\n${raw}`;
    const maildir = maildirWith([stamped]);
    const before = filesOf(maildir);
    const env = { ...settings, ...watch, ARRIVAL_MAILBOX: maildir };
    const { code, out } = await run(['abo', 'arrival'], env);
    expect([code, out]).toEqual([0, expect.stringContaining('2026-kw47: angekommen am')]);
    expect(out).toContain('Befund des Empfängers: SPF pass, DKIM fail, DMARC pass.');
    expect(filesOf(maildir)).toEqual(before);
    const unnamed = await run(['abo', 'arrival'], { ...env, ARRIVAL_AUTHSERV: '' });
    expect(unnamed.out).toContain('angekommen');
    expect(unnamed.out).toContain('Ein Befund trägt den Namen mx.rathaus.example. Setzen Sie ARRIVAL_AUTHSERV');
  }, 120_000);

  test('reads the verdict once the server is named whose word counts, however late, and by the name that holds', async () => {
    const { run, server, settings } = await sent();
    const raw = server.raw[server.taken.indexOf('anna@rathaus.example')]?.toString() ?? '';
    const maildir = maildirWith([
      `Authentication-Results: mx.rathaus.example; spf=pass; dkim=fail; dmarc=pass\r\n${raw}`,
    ]);
    const looked = async (ARRIVAL_AUTHSERV: string) =>
      (await run(['abo', 'arrival'], { ...settings, ...watch, ARRIVAL_MAILBOX: maildir, ARRIVAL_AUTHSERV })).out;
    expect(await looked('')).toContain('Setzen Sie ARRIVAL_AUTHSERV');
    expect(await looked('mail.rathaus.example')).toContain(
      'Von mail.rathaus.example trägt die E-Mail keinen Befund. Ein Befund trägt den Namen mx.rathaus.example.',
    );
    expect(await looked('mx.rathaus.example')).toContain('Befund des Empfängers: SPF pass, DKIM fail, DMARC pass.');
    rmSync(join(maildir, 'new'), { recursive: true });
    mkdirSync(join(maildir, 'new'));
    expect(await looked('mx.rathaus.example')).toContain('Befund des Empfängers: SPF pass, DKIM fail, DMARC pass.');
  }, 120_000);

  test('tells the operators once when it did not come within the hour, and health is red until it does', async () => {
    const { folder, run, server, settings } = await sent();
    const alarms = await mailServer();
    const maildir = maildirWith([]);
    const env = {
      ...settings,
      ...watch,
      SMTP_URL: alarms.url,
      ARRIVAL_MAILBOX: maildir,
      OPERATOR_MAIL: 'betrieb@haus.example',
    };
    const later = (minutes: number) => Temporal.Now.instant().add({ minutes });
    expect((await run(['abo', 'arrival'], env, later(30))).out).toContain('noch nicht da');
    expect(alarms.mails).toHaveLength(0);
    const late = await run(['abo', 'arrival'], env, later(61));
    expect([late.code, late.out]).toEqual([0, expect.stringContaining('Der Betrieb wurde benachrichtigt.')]);
    await run(['abo', 'arrival'], env, later(71));
    expect(alarms.mails).toHaveLength(1);
    expect(alarms.mails[0]?.subject).toBe('Die Ausgabe 2026-kw47 ist nicht angekommen');
    expect(alarms.mails[0]?.text).toMatch(/<[\w-]{32}@/);

    const service = await runningService({ folder, start: later(75).toString() });
    const health = async () => (await service.get('/abo/health')).json();
    expect((await health()).troubles.map(({ kind }: { kind: string }) => kind)).toContain('arrival');
    const raw = server.raw[server.taken.indexOf('anna@rathaus.example')]?.toString() ?? '';
    maildirWith([raw], maildir);
    await run(['abo', 'arrival'], env, later(80));
    expect((await health()).troubles.map(({ kind }: { kind: string }) => kind)).not.toContain('arrival');
  }, 120_000);

  test('asks for a mailbox that is subscribed', async () => {
    const { run } = await sendingOrganisation(addresses);
    expect((await run(['abo', 'arrival'])).err).toContain('Es fehlt ARRIVAL_ADDRESS oder ARRIVAL_MAILBOX');
    const env = { ARRIVAL_ADDRESS: 'fremd@rathaus.example', ARRIVAL_MAILBOX: maildirWith([]) };
    expect((await run(['abo', 'arrival'], env)).err).toContain('fremd@rathaus.example hat kein laufendes Abonnement');
  });
});

test('a mailbox that can’t be read turns health red at once and doctor tells where, and both are well again when it can', async () => {
  const { folder, run } = await sendingOrganisation(addresses);
  const start = '2026-11-24T09:00:00Z';
  const at = Temporal.Instant.from(start);
  const maildir = maildirWith([]);
  const watched = { ARRIVAL_ADDRESS: 'anna@rathaus.example' };
  const wrong = { ...watched, BOUNCE_MAILBOX: join(maildir, 'fort'), ARRIVAL_MAILBOX: join(maildir, 'weg') };
  const right = { ...watched, BOUNCE_MAILBOX: maildir, ARRIVAL_MAILBOX: maildir };
  const service = await runningService({ folder, start });
  const health = async () => {
    const { troubles, message } = await (await service.get('/abo/health')).json();
    return [troubles.filter(({ kind }: { kind: string }) => kind === 'mailbox').length, message];
  };
  const look = async (env: Record<string, string>, now: Temporal.Instant) => {
    const outcomes = [await run(['abo', 'bounces'], env, now), await run(['abo', 'arrival'], env, now)];
    const { out } = await run(['doctor'], env, now);
    return { codes: outcomes.map(({ code }) => code), doctor: out };
  };
  expect((await run(['doctor'], right, at)).out).toMatch(
    /^fehlt +Rückläufer .* noch nie gelesen\.\n +→ npm run abo -- bounces$/m,
  );

  const failed = await look(wrong, at);
  expect(failed.codes).toEqual([2, 2]);
  expect(failed.doctor).toContain(`Das Postfach der Rückläufer (${join(maildir, 'fort')}) lässt sich seit dem 24. Nov`);
  expect(failed.doctor).toMatch(/^falsch +Rückläufer .*kein Maildir.*BOUNCE_MAILBOX.*\n +→ npm run abo -- bounces$/m);
  expect(failed.doctor).toMatch(/^falsch +Ankunft .*ARRIVAL_MAILBOX.*\n +→ npm run abo -- arrival$/m);
  const [count, message] = await health();
  expect([count, message]).toEqual([
    2,
    expect.stringMatching(/Das Postfach der Rückläufer lässt sich seit dem 24\.11\./),
  ]);
  expect(message).not.toContain(maildir);
  // Since when it is so stays.
  await look(wrong, at.add({ hours: 1 }));
  expect((await health())[1]).toContain('seit dem 24.11.2026, 10:00 Uhr nicht lesen');

  const mended = await look(right, at.add({ hours: 2 }));
  expect(mended.codes).toEqual([0, 0]);
  expect(mended.doctor).toMatch(/^in Ordnung Rückläufer .*zuletzt am 24\. November 2026/m);
  expect(mended.doctor).toMatch(/^in Ordnung Ankunft /m);
  expect((await health())[0]).toBe(0);

  // Who gives a mailbox up is not asked about it any more.
  await look(wrong, at.add({ hours: 3 }));
  expect((await look({}, at.add({ hours: 4 }))).codes).toEqual([2, 2]);
  expect((await health())[0]).toBe(0);
}, 120_000);

describe('npm run abo -- rename-domain', () => {
  test('moves ten thousand addresses at once, and an issue waits for the mails that say so', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) => `leserin-${index}@alt.example`);
    const { folder, run } = await sendingOrganisation(many);
    await publish(folder);
    const trial = await run(['abo', 'rename-domain', 'alt.example', 'neu.example', '--dry-run']);
    expect([trial.code, trial.out]).toEqual([0, expect.stringMatching(/10000 Abonnements liefen[\s\S]*Probelauf/)]);
    const started = performance.now();
    const { code, out } = await run(['abo', 'rename-domain', 'Alt.example', 'neu.example']);
    expect([code, out]).toEqual([0, expect.stringContaining('10000 Nachweise haben einen Vermerk')]);
    expect(performance.now() - started).toBeLessThan(60_000);
    const db = await openDatabase(await databaseIn(folder));
    const rows = await db.selectFrom('subscriber').select('email').execute();
    await db.destroy();
    expect(rows.every(({ email }) => email.endsWith('@neu.example'))).toBe(true);
    const server = await sink();
    const refused = await run(['send', '2026-kw47'], { SMTP_URL: server.url });
    expect([refused.code, refused.err]).toEqual([
      75,
      expect.stringContaining('10000 Hinweise auf neue Adressen sind noch nicht verschickt; sie müssen'),
    ]);
    expect(server.taken).toEqual([]);
  }, 180_000);

  test('the first mail to the new address says so, with a way out; whoever signs up under the old name is the same person', async () => {
    const mails = await mailServer();
    const env = { SMTP_URL: mails.url };
    const first = await runningService({ env });
    await addSubscribers(first.folder, ['erika@alt.example'], (await databaseOf(first.folder)).DATABASE_URL);
    await first.stop();
    const abo = (...args: string[]) =>
      inProcess(['abo', ...args], first.folder, {}, Temporal.Instant.from('2025-09-01T08:05:00Z'));
    expect((await abo('rename-domain', 'alt.example', 'alt.example')).err).toContain('dieselbe');
    expect((await abo('rename-domain', 'alt.example')).err).toContain('Nennen Sie die frühere und die neue Domain');
    expect((await abo('rename-domain', 'alt.example', 'neu.example')).code).toBe(0);
    const service = await runningService({ env, folder: first.folder, start: '2025-09-01T08:10:00Z' });
    await service.signUp('Erika@alt.example');
    await until(() => mails.mails.length === 2);
    const told = mails.mails.find(({ subject }) => subject?.includes('neue Adresse'));
    expect(told?.text).toMatch(/unter\s+erika@alt\.example\s+bestellt[\s\S]*lautet jetzt\s+erika@neu\.example/);
    const again = mails.mails.find((mail) => mail !== told);
    expect(again?.text).toContain('schon abonniert');
    expect(JSON.stringify(mails.mails.map(({ to }) => to))).not.toContain('@alt.example');
    expect((await abo('show', 'erika@alt.example')).out).toMatch(/Frühere Adresse: erika@alt\.example/);

    expect((await service.post(linkIn(told?.text), { 'List-Unsubscribe': 'One-Click' })).status).toBe(200);
    expect((await abo('erase', 'erika@alt.example', '--with-proof')).code).toBe(0);
    expect(await bytesKept(service.folder, 'data')).not.toMatch(/erika@/i);
  }, 60_000);
});
