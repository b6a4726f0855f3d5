import { utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/store/database.ts';
import { databaseIn } from '../postgres/new-database.ts';
import { mailServer } from './mail-server.ts';
import { facts, runningService } from './running-service.ts';

/** A reader of another network each time. */
const from = (network: number) => ({ 'X-Forwarded-For': `10.${network >> 8}.${network & 255}.7` });

async function withMail(env: Record<string, string> = {}) {
  const mails = await mailServer();
  const service = await runningService({ env: { SMTP_URL: mails.url, ...env } });
  return { mails, service };
}

/** When a later build has written its files, in seconds since 1970. */
const later = Date.now() / 1000 + 60;

describe('limits', () => {
  test('one address gets one mail an hour and three a day, and everyone is answered alike', async () => {
    const { mails, service } = await withMail();
    const answers = new Set<string>();
    for (let hour = 0; hour < 6; hour += 1) {
      for (const email of ['a@rathaus.example', 'A@Rathaus.example', 'a+news@rathaus.example']) {
        const answer = await service.signUp(email, from(hour));
        answers.add(`${answer.status} ${await answer.text()}`);
      }
      service.pass({ minutes: 61 });
    }
    await mails.received(3);
    await service.stop();
    expect(mails.mails).toHaveLength(3);
    expect(answers.size).toBe(1);
    expect(JSON.stringify(service.log)).not.toContain('rathaus');
  });

  test('a network that is full is told to wait; another one goes on', async () => {
    const { mails, service } = await withMail({ ABO_LIMIT_PREFIX: '2' });
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      statuses.push((await service.signUp(`leser${n}@amt${n}.example`, { 'X-Forwarded-For': `192.0.2.${n}` })).status);
    }
    expect(statuses).toEqual([200, 200, 429, 429]);
    const other = await service.signUp('anders@rathaus.example', { 'X-Forwarded-For': '198.51.100.1' });
    expect(other.status).toBe(200);
    await mails.received(4);
    expect(mails.to('leser2@amt2.example')).toBeUndefined();
  });

  test('IPv6 is counted by /48', async () => {
    const { service } = await withMail({ ABO_LIMIT_PREFIX: '1' });
    const status = async (n: number, ip: string) =>
      (await service.signUp(`leser${n}@amt${n}.example`, { 'X-Forwarded-For': ip })).status;
    expect(await status(1, '2001:db8:1:1::1')).toBe(200);
    expect(await status(2, '2001:db8:1:ffff::2')).toBe(429);
    expect(await status(3, '2001:db8:2::1')).toBe(200);
  });

  test('a domain that is full turns away its own, and takes no room from others', async () => {
    const { mails, service } = await withMail({ ABO_LIMIT_DOMAIN: '2', ABO_LIMIT_TOTAL: '4' });
    const statuses: number[] = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await service.signUp(`x${n}@ziel.example`, from(n))).status);
    expect(statuses).toEqual([200, 200, 503, 503, 503, 503]);
    const other = await service.signUp('leserin@rathaus.example', from(99));
    expect(other.status).toBe(200);
    await mails.received(4);
    expect(mails.to('leserin@rathaus.example')).toBeDefined();
  });

  test('the whole limit protects the mail server, says when to come back, and opens again after an hour', async () => {
    const { service } = await withMail({ ABO_LIMIT_TOTAL: '2' });
    for (let n = 0; n < 2; n += 1) await service.signUp(`x${n}@amt${n}.example`, from(n));
    const full = await service.signUp('x2@amt2.example', from(2));
    expect([full.status, full.headers.get('retry-after')]).toEqual([503, '3600']);
    expect(await full.text()).toContain('Ihre Adresse haben wir nicht gespeichert');
    service.pass({ minutes: 61 });
    expect((await service.signUp('x2@amt2.example', from(2))).status).toBe(200);
  });

  test('the editors are told once in six hours, without an address', async () => {
    const { mails, service } = await withMail({ ABO_LIMIT_DOMAIN: '1' });
    for (let n = 0; n < 5; n += 1) await service.signUp(`x${n}@ziel.example`, from(n));
    await mails.received(2);
    await service.stop();
    const alarms = mails.mails.filter(({ subject }) => subject === 'Abo: ungewöhnlich viele Anmeldungen');
    expect(alarms).toHaveLength(1);
    expect(mails.to('redaktion@blatt.example')?.text).toContain('Die Grenze von 1 Anmeldungen in der Stunde');
    expect(alarms[0]?.text).not.toContain('ziel.example');
  });

  test('X-Forwarded-For of a client that is no trusted proxy counts for nothing', async () => {
    const { service } = await withMail({ ABO_LIMIT_PREFIX: '2', ABO_TRUSTED_PROXIES: '192.0.2.1' });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) statuses.push((await service.signUp(`x${n}@amt${n}.example`, from(n))).status);
    expect(statuses).toEqual([200, 200, 429]);
  });

  test('of several addresses in X-Forwarded-For the last that no trusted proxy wrote counts', async () => {
    const { service } = await withMail({ ABO_LIMIT_PREFIX: '2', ABO_TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8' });
    const statuses: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      const header = { 'X-Forwarded-For': `203.0.${n}.1, 192.0.2.9, 10.0.0.5` };
      statuses.push((await service.signUp(`x${n}@amt${n}.example`, header)).status);
    }
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('what is sent to the form', () => {
  test('with the trap filled in is answered as always and comes to nothing', async () => {
    const { mails, service } = await withMail();
    const fields = { email: 'a@rathaus.example', form: facts().form.id };
    const real = await service.post('/abo/anmelden/', { ...fields, email: 'b@rathaus.example', homepage: '' });
    const bot = await service.post('/abo/anmelden/', { ...fields, homepage: 'https://spam.example' });
    expect(await bot.text()).toBe(await real.text());
    await mails.received(1);
    await service.stop();
    expect(mails.mails).toHaveLength(1);
    const db = await openDatabase(await databaseIn(service.folder));
    expect(await db.selectFrom('request').select('email').execute()).toEqual([{ email: 'b@rathaus.example' }]);
    await db.destroy();
  });

  test.each([
    ['with a line break and a header of its own', 'a@rathaus.example\r\nBcc: opfer@ziel.example'],
    ['with a second address', 'a@rathaus.example, opfer@ziel.example'],
    ['with a name', 'Kauft hier <a@rathaus.example>'],
    ['with a line break in its domain', 'a@rathaus\r\n.example'],
    ['with a header behind a slash', 'a@rathaus.example/\r\nBcc: opfer@ziel'],
    ['with a path', 'a@rathaus.example/abo'],
    ['with a query', 'a@rathaus.example?cc=opfer'],
    ['with an encoded domain', 'a@r%61thaus.example'],
    ['with a line separator', 'a@rathaus.example\u2028Bcc: opfer'],
    ['with a quoted name', '"a b"@rathaus.example'],
    ['with an angle bracket', 'a@rathaus.example>'],
    ['with a null byte', 'a\u0000@rathaus.example'],
    ['without a domain', 'a@'],
    ['without anything', ''],
    ['with a script', '"><script>alert(1)</script>@rathaus.example'],
    ['longer than an address can be', `${'a'.repeat(65)}@rathaus.example`],
    ['with a host that mail can’t be sent to', 'root@localhost'],
  ])('%s is refused, with the form to mend it', async (_what, email) => {
    const { mails, service } = await withMail();
    const answer = await service.signUp(email);
    const html = await answer.text();
    expect(answer.status).toBe(400);
    expect(html).toContain('Das ist keine vollständige E-Mail-Adresse');
    expect(html).toContain('aria-invalid="true"');
    expect(html).not.toContain('"><script>');
    await service.stop();
    expect(mails.mails).toEqual([]);
  });

  test('with letters that only Unicode has in the domain reaches it by its other name', async () => {
    const { mails, service } = await withMail();
    expect((await service.signUp('amt@MÜNSTER.example')).status).toBe(200);
    await mails.received(1);
    expect(mails.raw[0]).toContain('To: amt@xn--mnster-3ya.example');
  });

  test('from another site is refused, and so is what hides where it comes from', async () => {
    const { mails, service } = await withMail();
    const statuses: number[] = [];
    for (const origin of [
      'https://boese.example',
      'null',
      'https://blatt.example.boese.example',
      'http://blatt.example',
      'https://blatt.example:8443',
    ]) {
      statuses.push((await service.signUp('a@rathaus.example', { Origin: origin })).status);
    }
    const body = new URLSearchParams({ email: 'a@rathaus.example', form: facts().form.id });
    statuses.push((await fetch(`${service.origin}/abo/anmelden/`, { method: 'POST', body })).status);
    expect(statuses).toEqual([403, 403, 403, 403, 403, 403]);
    await service.stop();
    expect(mails.mails).toEqual([]);
  });

  test('from a page that is older than the last build counts with the text that stood there', async () => {
    const { mails, service } = await withMail();
    const newer = facts({ form: { ...facts().form, id: 'newer', consentText: 'Ich möchte das neue „Blatt“.' } });
    service.build(newer);
    await service.signUp('b@rathaus.example', from(2));
    await mails.received(1);
    const unknown = await service.post('/abo/anmelden/', { email: 'c@rathaus.example', form: 'made up' });
    expect(unknown.status).toBe(409);
    expect(await unknown.text()).toContain('Ich möchte das neue „Blatt“.');
    await service.stop();
    const db = await openDatabase(await databaseIn(service.folder));
    const forms = await db.selectFrom('request').select('formVersion').distinct().execute();
    expect(forms).toEqual([{ formVersion: facts().form.id }]);
    await db.destroy();
  });

  test('larger than a form is turned away, also without saying so before', async () => {
    const { service } = await withMail();
    const big = 'x'.repeat(100_000);
    const answer = await service.post('/abo/anmelden/', { email: big });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Die Eingabe ist zu lang');
    const stream = new ReadableStream({
      start(controller) {
        for (let n = 0; n < 10; n += 1) controller.enqueue(new TextEncoder().encode(big));
        controller.close();
      },
    });
    const chunked = await fetch(`${service.origin}/abo/anmelden/`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { Origin: 'https://blatt.example', 'Content-Type': 'application/x-www-form-urlencoded' },
    } as RequestInit);
    expect(chunked.status).toBe(413);
    expect((await service.get('/abo/health')).status).toBe(200);
  });

  test('in another format, or as garbage, breaks nothing', async () => {
    const { service } = await withMail();
    const send = async (type: string, body: string) =>
      (
        await fetch(`${service.origin}/abo/anmelden/`, {
          method: 'POST',
          body,
          headers: { Origin: 'https://blatt.example', 'Content-Type': type },
        })
      ).status;
    expect(await send('application/json', '{"email":"a@rathaus.example"}')).toBe(400);
    expect(await send('application/x-www-form-urlencoded', '%%%&&&=')).toBe(400);
    expect(await send('application/x-www-form-urlencoded', 'email=a@rathaus.example&email=b@rathaus.example')).toBe(
      409,
    );
    expect(await send('multipart/form-data; boundary=x', 'no parts')).toBe(400);
    expect(await send('multipart/form-data', 'no boundary')).toBe(400);
    expect(service.log).toEqual([]);
    expect((await service.get('/abo/health')).status).toBe(200);
  });

  test('too slowly, header by header or byte by byte, is cut off', async () => {
    const service = await runningService({ timeouts: { headers: 300, request: 600 } });
    const { hostname, port } = new URL(service.origin);
    /** Whether it is cut off before it has sent all that it might: a hundred bytes, one each tenth of a second. */
    const cutOff = (head: string) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(Number(port), hostname, () => socket.write(head));
        let left = 100;
        const drip = setInterval(() => {
          socket.write('x');
          left -= 1;
          if (left === 0) end(false);
        }, 100);
        const end = (isCut: boolean) => {
          clearInterval(drip);
          socket.destroy();
          resolve(isCut);
        };
        socket
          .on('close', () => end(true))
          .on('error', () => end(true))
          .resume();
      });
    const body = 'POST /abo/anmelden/ HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\nemail=';
    expect(await Promise.all([cutOff('GET /abo/health HTTP/1.1\r\nX-'), cutOff(body)])).toEqual([true, true]);
    expect((await service.get('/abo/health')).status).toBe(200);
  });
});

test('an address that was there before is answered as late as a new one', async () => {
  const { service } = await withMail({ ABO_LIMIT_PREFIX: '100' });
  const timeOf = async (email: string) => {
    const start = performance.now();
    await (await service.signUp(email)).text();
    return performance.now() - start;
  };
  await timeOf('erika@rathaus.example');
  const fastest = { known: Number.POSITIVE_INFINITY, fresh: Number.POSITIVE_INFINITY };
  for (let n = 0; n < 10; n += 1) {
    fastest.known = Math.min(fastest.known, await timeOf('erika@rathaus.example'));
    fastest.fresh = Math.min(fastest.fresh, await timeOf(`leser${n}@rathaus.example`));
  }
  // The time that every answer takes, and timers may be early by a little. A slow machine only takes longer.
  expect(fastest.known).toBeGreaterThan(55);
  expect(fastest.fresh).toBeGreaterThan(55);
});

describe('pages of the service', () => {
  test('are kept by no cache, run no script, stand in no frame and are found by no search engine', async () => {
    const { service } = await withMail();
    for (const path of ['/abo/bestaetigen/x/', '/abo/abmelden/x/', '/abo/nirgends/']) {
      const { headers } = await service.get(path);
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
    }
    for (const path of ['/abo/bestaetigen/x/', '/abo/anmelden/', '/abo/health', '/abo/nirgends/']) {
      const { headers } = await service.get(path);
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-robots-tag')).toBe('noindex');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('strict-origin');
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'/);
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
  });

  test('look plain where the site has left no frame, and lead to the imprint', async () => {
    const { service } = await withMail();
    const html = await (await service.get('/abo/nirgends/')).text();
    expect(html).toContain('<title>Diese Seite gibt es nicht – Blatt</title>');
    expect(html).toContain('<a href="https://blatt.example/impressum/">Impressum</a>');
  });

  test('are asked for by GET, HEAD and POST; other methods find nothing', async () => {
    const { service } = await withMail();
    for (const method of ['DELETE', 'OPTIONS', 'PUT', 'PATCH']) {
      for (const path of ['/abo/anmelden/', '/abo/bestaetigen/x/', '/abo/abmelden/x/', '/abo/health']) {
        expect((await fetch(service.origin + path, { method })).status).toBe(404);
      }
    }
    expect(service.log).toEqual([]);
  });

  test('get the looks of a new build, whichever of its files comes last', async () => {
    const { service } = await withMail();
    const title = async () => /<title>(.*)<\/title>/.exec(await (await service.get('/abo/nirgends/')).text())?.[1];
    expect(await title()).toBe('Diese Seite gibt es nicht – Blatt');
    const shell = '<title>[[Titel]] im neuen Haus</title>[[Inhalt]]';
    const file = join(service.folder, 'server', 'abo', 'shell.html');
    writeFileSync(file, shell);
    utimesSync(file, later, later);
    expect(await title()).toBe('Diese Seite gibt es nicht im neuen Haus');
  });

  test('say where to subscribe when the form’s address is opened by itself', async () => {
    const { service } = await withMail();
    const answer = await service.get('/abo/anmelden/');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, 'https://blatt.example/abo/']);
  });
});
