import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSender } from '../../bench/sender-process.ts';
import { databaseOf } from '../postgres/new-database.ts';
import { readers } from '../sending/sample-mailing.ts';
import { sink } from '../sending/sink.ts';
import { until } from '../until.ts';
import { editSite, makeReal, publish, putOff, sendingOrganisation } from './sending.ts';

const [anna, bert] = ['anna@rathaus.example', 'bert@rathaus.example'] as const;
const key = '2025-kw33';
/** Its mail shows photographs. */
const illustrated = '2026-kw47';
const relay = { DKIM: 'relay' };

describe('before anything goes out, the published site', () => {
  test('is asked for the issue and for every picture of the mail', async () => {
    const { folder, run } = await sendingOrganisation([anna]);
    makeReal(folder);
    const site = await publish(folder);
    const server = await sink();
    const { code, out } = await run(['send', illustrated], { SMTP_URL: server.url, ...relay });
    expect([code, out.split('\n')[0]]).toEqual([0, 'Versand 2026-kw47 an 1 Adresse. Anhalten mit Strg+C.']);
    const { html } = await simpleParser(server.raw[0] ?? '');
    const pictures = [...String(html).matchAll(/<img[^>]*\bsrc="http:\/\/127\.0\.0\.1:\d+([^"]+)"/g)].map(
      ([, path]) => path,
    );
    expect(pictures.length).toBeGreaterThan(0);
    expect(site.asked.toSorted()).toEqual(['/ausgaben/2026/kw47/', ...new Set(pictures)].toSorted());
  });

  test('keeps the issue back when a page or a picture is missing, until it is there or the operator knows better', async () => {
    const { folder, run } = await sendingOrganisation([anna]);
    makeReal(folder);
    const site = await publish(folder);
    site.answers.set(/^\/bilder\/.*\.jpg$/, 404);
    const server = await sink();
    const env = { SMTP_URL: server.url, ...relay };
    const { code, err } = await run(['send', illustrated], env);
    expect(err).toMatch(/^Auf der Website fehl.*auf die die E-Mail angewiesen ist:\n {2}http.*\.jpg {2}Antwort 404\n/);
    expect(err).toMatch(/Es wurde nichts verschickt\.\n.* npm run send -- 2026-kw47 --skip-site\n$/);
    expect([code, server.taken]).toEqual([2, []]);
    for (const option of ['--dry-run', '--test=anna@rathaus.example']) {
      const told = await run(['send', illustrated, option], env);
      expect([told.code, told.out]).toEqual([0, expect.stringContaining('  Antwort 404\n')]);
    }
    const before = site.asked.length;
    for (const option of ['--dry-run', '--test=anna@rathaus.example']) {
      const told = await run(['send', illustrated, option, '--skip-site'], env);
      expect([told.code, told.out]).toEqual([0, expect.not.stringContaining('Website')]);
    }
    expect((await run(['send', illustrated, '--skip-site'], env)).code).toBe(0);
    expect(site.asked).toHaveLength(before);
    expect(server.taken).toEqual([anna, anna, anna]);
  });

  test('keeps it back when it can’t be reached', async () => {
    const { folder, run } = await sendingOrganisation([anna]);
    makeReal(folder);
    editSite(folder, (text) => text.replace(/^publicUrl: .*$/m, 'publicUrl: http://127.0.0.1:1'));
    const server = await sink();
    const { err } = await run(['send', illustrated], { SMTP_URL: server.url, ...relay });
    expect(err).toContain('  http://127.0.0.1:1/ausgaben/2026/kw47/  keine Antwort\n');
    expect(server.taken).toEqual([]);
  });
});

describe('a mail server that can’t be used is told within 15 seconds, in German, before anybody is asked', () => {
  async function told(url: string): Promise<string> {
    const { run } = await sendingOrganisation([anna]);
    const start = performance.now();
    const ask = async () => {
      throw new Error('asked');
    };
    const { code, err } = await run(['send', key], { SMTP_URL: url }, undefined, ask);
    expect(performance.now() - start).toBeLessThan(15_000);
    expect(code).toBe(2);
    return err;
  }

  test('where it says nothing', async () => {
    const server = createServer(() => {}).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    expect(await told(`smtp://127.0.0.1:${port}`)).toContain(`127.0.0.1:${port} antwortet nicht.`);
  });

  test('where nobody we trust vouches for it', async () => {
    // With the certificate that comes with the server, which nobody signed.
    const server = new SMTPServer({ secure: true, authOptional: true });
    server.on('error', () => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const { port } = server.server.address() as AddressInfo;
    expect(await told(`smtps://127.0.0.1:${port}`)).toMatch(
      /^Dem Zertifikat von 127\.0\.0\.1:\d+ vertraut dieser Rechner nicht\. .*NODE_EXTRA_CA_CERTS=/,
    );
  });

  test('where the password is wrong', async () => {
    const server = await sink({ login: { user: 'blatt', pass: 'richtig' } });
    expect(await told(server.url.replace('richtig', 'falsch'))).toMatch(
      /nimmt Name oder Kennwort aus SMTP_URL nicht an\. Seine Antwort: 535 /,
    );
  });
});

describe('a test', () => {
  test('goes to several addresses, named together or one by one', async () => {
    const { run } = await sendingOrganisation([]);
    const server = await sink();
    const named = ['--test', `${anna}, ${bert}`, '--test', 'chefin@rathaus.example', '--test', anna];
    const { code, out } = await run(['send', key, ...named], { SMTP_URL: server.url });
    expect(server.taken).toEqual([anna, bert, 'chefin@rathaus.example']);
    expect(out.match(/^Probe an .* verschickt/gm)).toHaveLength(3);
    expect(code).toBe(0);
  });

  test('goes to nobody when one of them is none', async () => {
    const { run } = await sendingOrganisation([]);
    const server = await sink();
    const { code, err } = await run(['send', key, '--test', `${anna},bert`], { SMTP_URL: server.url });
    expect(err).toMatch(/^„bert“ ist keine E-Mail-Adresse\./);
    expect([code, server.taken]).toEqual([2, []]);
  });

  test('goes to those in site.md where nobody is named', async () => {
    const { folder, run } = await sendingOrganisation([]);
    editSite(folder, (text) => text.replace(/^mail:$/m, `mail:\n  previewTo: [${anna}, ${bert}]`));
    const server = await sink();
    await run(['send', key, '--test'], { SMTP_URL: server.url });
    expect(server.taken).toEqual([anna, bert]);
  });

  test('tells which of them was refused, and what the answer means', async () => {
    const { run } = await sendingOrganisation([]);
    const refusal = { code: 550, text: '5.7.515 Access denied, sending domain does not meet the level' };
    const server = await sink({ atRecipient: (address) => (address === anna ? refusal : undefined) });
    const { code, err, out } = await run(['send', key, '--test', `${anna},${bert}`], { SMTP_URL: server.url });
    expect(err).toContain(`Der Mailserver hat die Probe an ${anna} nicht angenommen. Seine Antwort: 550 5.7.515 `);
    expect(err).toMatch(/\nDas heißt: Microsoft .* verlangt SPF, DKIM und DMARC, .* npm run doctor -- --mail\n$/);
    expect(out).toContain(`Probe an ${bert} verschickt`);
    expect(code).toBe(1);
  });
});

test('--failed lists who was refused, with the answer and what it means', async () => {
  const { run } = await sendingOrganisation(readers(8));
  const texts = ['5.7.26 unauthenticated', '5.2.2 over quota'];
  const server = await sink({
    atRecipient: (address) => {
      const text = texts[Number(/-([12])@/.exec(address)?.[1]) - 1];
      return text ? { code: 550, text } : undefined;
    },
  });
  const env = { SMTP_URL: server.url };
  expect((await run(['send', key], env)).out).toContain('Die abgelehnten zeigt: npm run send -- 2025-kw33 --failed');
  const { code, out } = await run(['send', key, '--failed']);
  expect(out).toMatch(/^2025-kw33: 2 Adressen abgelehnt\.\n/);
  expect(out).toMatch(/\n {2}leserin-1@rathaus\.example {2}Gmail nimmt .*\n {4}Seine Antwort: 550 5\.7\.26 /);
  expect(out).toMatch(/\n {2}leserin-2@rathaus\.example {2}Das Postfach ist voll\.\n/);
  expect(out).not.toContain('leserin-3');
  expect(code).toBe(0);
});

test('one whose server puts it off for long keeps the command no longer open, and the next call goes on', async () => {
  const { folder, run } = await sendingOrganisation([anna, bert]);
  const refusing = await sink({ atSender: () => ({ code: 550, text: '5.7.1 not you' }) });
  await run(['send', key], { SMTP_URL: refusing.url });
  await putOff(folder, anna, Temporal.Now.instant().add({ hours: 1 }));
  const server = await sink();
  const start = performance.now();
  const { code, out } = await run(['send', key], { SMTP_URL: server.url });
  expect(performance.now() - start).toBeLessThan(60_000);
  expect(out).toMatch(
    /\nVerschickt bis auf 1 Adresse, deren Mailserver vertröstet: 2025-kw33\. 1 angenommen, .*, 1 wartet\. .* sinnvoll ab .* Uhr: npm run send -- 2025-kw33\nMit --wait /,
  );
  expect([code, server.taken]).toEqual([1, [bert]]);
  await putOff(folder, anna, Temporal.Now.instant().add({ seconds: 2 }));
  expect((await run(['send', key, '--wait'], { SMTP_URL: server.url })).out).toContain('2 angenommen, 0 abgelehnt');
  expect(server.taken).toEqual([bert, anna]);
});

test('a terminal that is closed ends a mailing as Strg+C does: nothing is unknown', async () => {
  const { folder, run } = await sendingOrganisation(readers(60));
  const onTheWire = new Set<string>();
  const answers = Promise.withResolvers<void>();
  const server = await sink({
    atMessage(address) {
      onTheWire.add(address);
      return undefined;
    },
    answersFrom: answers.promise,
  });
  const env = { SMTP_URL: server.url, SEND_PER_MINUTE: '6000', ...(await databaseOf(folder)) };
  const { child, ended } = startSender(folder, env);
  await until(() => onTheWire.size > 0);
  // Whoever reads what it prints is gone too.
  child.stdout?.destroy();
  child.stderr?.destroy();
  child.kill('SIGHUP');
  setTimeout(() => answers.resolve(), 500);
  expect((await ended).code).toBe(1);
  expect(server.taken.toSorted()).toEqual([...onTheWire].toSorted());
  const { out } = await run(['send', key], { SMTP_URL: server.url });
  expect(out).toContain('60 angenommen, 0 abgelehnt, 0 ungeklärt');
  expect(server.taken.toSorted()).toEqual(readers(60).toSorted());
});
