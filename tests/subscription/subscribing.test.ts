import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { openData } from '../../src/store/open-data.ts';
import { proofsOf } from '../../src/store/queries/consents.ts';
import { recipients } from '../../src/store/queries/subscribers.ts';
import { databaseIn, placeOf } from '../postgres/new-database.ts';
import { until } from '../until.ts';
import { mailServer } from './mail-server.ts';
import { facts, linkIn, type RunningService, runningService } from './running-service.ts';

const erika = 'erika@rathaus.example';

/** What the service keeps about an address, read when it has stopped. */
async function kept({ folder, stop }: RunningService, address = erika) {
  await stop();
  const db = await openDatabase(await databaseIn(folder));
  const found = { proofs: await proofsOf(db, address), recipients: await recipients(db, '', 100) };
  await db.destroy();
  return found;
}

/** The path of the link to unsubscribe that the next issue would hold. */
async function unsubscribePath({ folder }: RunningService): Promise<string> {
  const { db, secret } = await openData(await placeOf(folder), randomBytes);
  const [first] = await recipients(db, '', 1);
  await db.destroy();
  return `/abo/abmelden/${secret.unsubscribeToken(first?.id ?? '')}/`;
}

describe('a reader', () => {
  test('signs up, confirms by a button and is a subscriber with a complete proof', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    const answer = await service.signUp(' Erika@Rathaus.example ');
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Bitte sehen Sie in Ihr Postfach');

    const [mail] = await mails.received(1);
    const path = linkIn(mail?.text);
    service.pass({ minutes: 5 });
    const page = await service.get(path);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('<form method="post"><p><button type="submit">Anmeldung bestätigen</button>');
    const done = await service.post(path, {}, { Origin: 'https://abo.blatt.example' });
    expect(await done.text()).toContain('Sie sind angemeldet');

    const { proofs, recipients: list } = await kept(service);
    expect(list).toMatchObject([{ email: 'Erika@rathaus.example' }]);
    const { id: _, ...form } = facts().form;
    expect(proofs).toMatchObject([
      {
        email: 'Erika@rathaus.example',
        source: 'form',
        ...form,
        requestedAt: '2025-09-01T08:00:00Z',
        mailedAt: '2025-09-01T08:00:00Z',
        confirmedAt: '2025-09-01T08:05:00Z',
        messageId: mail?.messageId,
      },
    ]);
  });

  test('has a proof that names the mail by the hash of what it said, and holds that text', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    const [mail] = await mails.received(1);
    const path = linkIn(mail?.text);
    await service.post(path, {}, { Origin: 'https://abo.blatt.example' });
    const { proofs } = await kept(service);
    const [{ mailVersion, mailText } = { mailVersion: '', mailText: '' }] = proofs;
    expect(mailVersion).toBe(createHash('sha256').update(String(mailText)).digest('hex'));
    // Every word that was sent stands in it: whoever changes one changes the version.
    const inOneLine = (text: string) => text.trim().replace(/\s+/g, ' ');
    const sent = `${mail?.subject}\n\n${mail?.text}`
      .replace(`https://abo.blatt.example${path}`, '[Link zum Bestätigen]')
      .replace(/1\. September 2025 um 10:00\sUhr/, '[Tag und Uhrzeit der Bestellung]');
    expect(inOneLine(String(mailText))).toBe(inOneLine(sent));
  });

  test('whose mail was sent with other words has a proof of those, and older proofs keep theirs', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    const subscribe = async (address: string) => {
      await service.signUp(address);
      await until(() => mails.to(address) !== undefined);
      await service.post(linkIn(mails.to(address)?.text), {}, { Origin: 'https://abo.blatt.example' });
    };
    await subscribe(erika);
    service.build(facts({ periods: { confirmWithinHours: 48, unconfirmedKeptDays: 7, proofKeptYears: 3 } }));
    await subscribe('max@rathaus.example');
    const [first] = (await kept(service)).proofs;
    const [second] = (await kept(service, 'max@rathaus.example')).proofs;
    expect(first?.mailText).toContain('Der Link gilt 72 Stunden.');
    expect(second?.mailText).toContain('Der Link gilt 48 Stunden.');
    expect(second?.mailVersion).not.toBe(first?.mailVersion);
  });

  test('gets a mail that asks for one thing and advertises nothing', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    const [mail] = await mails.received(1);
    expect(mail?.subject).toBe('Bitte bestätigen Sie Ihre Anmeldung zum Newsletter Blatt');
    expect(mail?.from?.text).toBe('"Zweckverband Müster" <blatt@blatt.example>');
    expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail?.headers.has('list-unsubscribe')).toBe(false);
    expect(mail?.replyTo?.text).toBe('"Redaktion" <redaktion@blatt.example>');
    const linked = [...String(mail?.html).matchAll(/(?:href|src)="([^"]+)"/g)].map(([, url]) => url);
    expect(linked).toEqual([
      expect.stringMatching(/^https:\/\/abo\.blatt\.example\/abo\/bestaetigen\/[\w-]{43}\/$/),
      'https://blatt.example/impressum/',
      'https://blatt.example/datenschutz/',
    ]);
    expect(mail?.text?.replace(/bestaetigen\/[\w-]{43}\//, 'bestaetigen/TOKEN/')).toMatchInlineSnapshot(`
      "Guten Tag,

      am 1. September 2025 um 10:00 Uhr wurde für diese E-Mail-Adresse der
      Newsletter „Blatt“ bestellt (Herausgeber: Zweckverband Müster). Wenn Sie
      das waren, öffnen Sie bitte diesen Link, und bestätigen Sie dort die
      Anmeldung:

      Anmeldung bestätigen: https://abo.blatt.example/abo/bestaetigen/TOKEN/

      Der Link gilt 72 Stunden. Danach bekommen Sie jede neue Ausgabe und können
      sich jederzeit wieder abmelden.

      Sie haben nichts bestellt? Dann brauchen Sie nichts zu tun: Ohne
      Bestätigung bekommen Sie keinen Newsletter, und wir löschen die Adresse
      nach 7 Tagen.

      -- 
      Blatt
      Herausgeber: Zweckverband Müster
      Impressum: https://blatt.example/impressum/
      Datenschutz: https://blatt.example/datenschutz/
      "
    `);
  });

  test('is not confirmed by a mail gateway that follows every link', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    const [mail] = await mails.received(1);
    const links = [...(mail?.text?.matchAll(/https:\/\/abo\.blatt\.example(\S+)/g) ?? [])].map(
      ([, path]) => path ?? '',
    );
    expect(links).toHaveLength(1);
    for (const path of links) {
      for (let time = 0; time < 3; time += 1) expect((await service.get(path)).status).toBe(200);
      expect((await fetch(service.origin + path, { method: 'HEAD' })).status).toBe(200);
    }
    expect(await kept(service)).toEqual({ proofs: [], recipients: [] });
  });

  test('is confirmed by no POST that doesn’t come from the page, whatever is in it', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    const [mail] = await mails.received(1);
    for (const type of ['application/json', 'application/octet-stream', 'text/plain', 'multipart/form-data']) {
      for (const origin of [undefined, 'https://boese.example']) {
        const headers = new Headers({ 'Content-Type': type, 'Sec-Fetch-Site': 'same-origin' });
        if (origin) headers.set('Origin', origin);
        const answer = await fetch(service.origin + linkIn(mail?.text), { method: 'POST', body: '{}', headers });
        expect([type, answer.status]).toEqual([type, 403]);
      }
    }
    expect((await kept(service)).proofs).toEqual([]);
  });

  test('who clicks twice is told that all is well', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    const [mail] = await mails.received(1);
    const path = linkIn(mail?.text);
    await service.post(path, {});
    const again = await service.post(path, {});
    expect(again.status).toBe(410);
    expect(await again.text()).toContain('Haben Sie die Anmeldung schon bestätigt? Dann ist alles in Ordnung');
    expect((await service.get(path)).status).toBe(410);
    expect((await kept(service)).proofs).toHaveLength(1);
  });

  test('who comes after 72 hours has to ask again, and is forgotten after seven days', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    const [mail] = await mails.received(1);
    service.pass({ hours: 72 });
    expect((await service.post(linkIn(mail?.text), {})).status).toBe(410);
    await service.stop();

    const db = await openDatabase(await databaseIn(service.folder));
    expect(await db.selectFrom('request').selectAll().execute()).toHaveLength(1);
    await db.destroy();
    const later = await runningService({ folder: service.folder, start: '2025-09-08T08:00:00Z' });
    await later.stop();
    const after = await openDatabase(await databaseIn(service.folder));
    expect(await after.selectFrom('request').selectAll().execute()).toEqual([]);
    await after.destroy();
  });

  test('who has the Abo already is told so by mail, and by nothing else', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    const first = await (await service.signUp(erika)).text();
    const [mail] = await mails.received(1);
    await service.post(linkIn(mail?.text), {});
    await mails.received(2);
    service.pass({ hours: 2 });
    expect(await (await service.signUp('ERIKA@rathaus.example')).text()).toBe(first);
    const [, , second] = await mails.received(3);
    expect(second?.subject).toBe('Sie haben den Newsletter Blatt schon abonniert');
    // One link, in both parts: the way out.
    expect(`${second?.text}${second?.html}`.match(/abo\.blatt\.example\/abo\/\w+/g)).toEqual(
      Array(2).fill('abo.blatt.example/abo/abmelden'),
    );
    expect(second?.text).not.toMatch(/erika/i);
  });
});

describe('whoever leaves', () => {
  async function subscribed() {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    await service.signUp(erika);
    const [mail] = await mails.received(1);
    await service.post(linkIn(mail?.text), {});
    return { service, path: await unsubscribePath(service) };
  }

  test('does so by the button of a page; a GET changes nothing', async () => {
    const { service, path } = await subscribed();
    for (let time = 0; time < 3; time += 1) {
      expect(await (await service.get(path)).text()).toContain('Newsletter abbestellen</button>');
    }
    const answer = await service.post(path, {}, { Origin: 'https://abo.blatt.example' });
    expect(await answer.text()).toContain('Sie sind abgemeldet');
    expect((await service.get(path)).status).toBe(404);
    const { proofs, recipients: list } = await kept(service);
    expect(list).toEqual([]);
    expect(proofs).toMatchObject([{ way: 'page', withdrawnAt: '2025-09-01T08:00:00Z' }]);
  });

  test('does so by one click of the mail program, which sends no origin and follows no redirect (RFC 8058)', async () => {
    const { service, path } = await subscribed();
    const click = () =>
      fetch(service.origin + path, {
        method: 'POST',
        body: 'List-Unsubscribe=One-Click',
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        redirect: 'error',
      });
    expect((await click()).status).toBe(200);
    expect((await click()).status).toBe(200);
    const { proofs, recipients: list } = await kept(service);
    expect(list).toEqual([]);
    expect(proofs).toMatchObject([{ way: 'one-click' }]);
  });

  test('may send the one click in pieces, without saying how long it is', async () => {
    const { service, path } = await subscribed();
    const body = new Blob(['List-Unsubscribe=One-Click']).stream();
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const request = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    expect((await fetch(service.origin + path, request)).status).toBe(200);
    expect((await kept(service)).recipients).toEqual([]);
  });

  test('may send the one click as a multipart form', async () => {
    const { service, path } = await subscribed();
    const body = new FormData();
    body.set('List-Unsubscribe', 'One-Click');
    expect((await fetch(service.origin + path, { method: 'POST', body })).status).toBe(200);
    expect((await kept(service)).recipients).toEqual([]);
  });
});

describe('an address with letters beyond ASCII before the @', () => {
  test('is taken where the mail server can, and gets its mail', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    expect((await service.signUp('Grüße@Rathaus-Müster.example')).status).toBe(200);
    const [mail] = await mails.received(1);
    expect(mails.raw[0]).toMatch(/^To: Grüße@rathaus-müster\.example\r$/m);
    expect((await service.post(linkIn(mail?.text), {})).status).toBe(200);
    expect((await kept(service, 'grüße@xn--rathaus-mster-0ob.example')).recipients).toHaveLength(1);
  });

  test('is refused in a sentence where it can’t', async () => {
    const mails = await mailServer(0, { hideSMTPUTF8: true });
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    const answer = await service.signUp('grüße@rathaus.example');
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Unser Mailserver kann das nicht.');
    expect((await service.signUp('gruesse@rathaus-müster.example')).status).toBe(200);
  });
});

test('a restart keeps requests, subscribers and limits', async () => {
  const mails = await mailServer();
  const env = { SMTP_URL: mails.url };
  const first = await runningService({ env });
  await first.signUp(erika);
  const [mail] = await mails.received(1);
  await first.stop();

  const second = await runningService({ env, folder: first.folder });
  await second.signUp(erika);
  expect((await second.post(linkIn(mail?.text), {})).status).toBe(200);
  await mails.received(2);
  await second.stop();
  // The welcome, and no second mail to confirm.
  expect(mails.mails.map(({ subject }) => subject?.split(' ')[0])).toEqual(['Bitte', 'Willkommen']);

  const third = await runningService({ env, folder: first.folder });
  expect((await third.post(linkIn(mail?.text), {})).status).toBe(410);
  expect((await kept(third)).recipients).toHaveLength(1);
});
