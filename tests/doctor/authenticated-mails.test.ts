import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { authenticate } from 'mailauth';
import { describe, expect, test } from 'vitest';
import { makeReal, publish, sendingOrganisation } from '../cli/sending.ts';
import { sink } from '../sending/sink.ts';
import { temporaryFolder } from '../store/sample-database.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { facts, runningService } from '../subscription/running-service.ts';
import { dnsServer } from './dns-server.ts';
import { signingKey } from './signing-key.ts';

const key = signingKey();
const env = { DKIM_SELECTOR: 'k2026', DKIM_KEY: 'dkim.pem' };

/** What a provider makes of a message that came from 127.0.0.1, for mails of this domain. */
async function judged(raw: Buffer | string, domain: string) {
  const { resolve } = await dnsServer({
    [domain]: { TXT: ['v=spf1 ip4:127.0.0.1 -all'] },
    [`k2026._domainkey.${domain}`]: { TXT: [key.record] },
    [`_dmarc.${domain}`]: { TXT: ['v=DMARC1; p=reject; adkim=s; aspf=s'] },
  });
  const sender = `probe@${domain}`;
  const { spf, dkim, dmarc } = await authenticate(raw, { ip: '127.0.0.1', helo: domain, sender, resolver: resolve });
  const signature = dkim.results[0];
  return {
    results: [spf || undefined, signature, dmarc || undefined].map((found) => found?.status.result),
    signed: signature?.signingHeaders?.keys.split(/:\s*/).map((name) => name.toLowerCase()) ?? [],
  };
}

const headersOf = (raw: Buffer | string) => {
  const [head = ''] = String(raw).split('\r\n\r\n');
  return [...head.matchAll(/^([A-Za-z-]+):/gm)].map(([, name]) => name?.toLowerCase());
};

describe('with a key of the sender’s domain, a provider finds SPF, DKIM and DMARC passed', () => {
  test('of an issue, whose ways to leave are signed', async () => {
    const { folder, run } = await sendingOrganisation(['anna@rathaus.example']);
    makeReal(folder);
    await publish(folder);
    writeFileSync(join(folder, 'dkim.pem'), key.privateKey);
    const server = await sink();
    expect((await run(['send', '2025-kw33'], { SMTP_URL: server.url, ...env })).code).toBe(0);
    const [raw = Buffer.of()] = server.raw;
    const { results, signed } = await judged(raw, 'kurrende.example');
    expect(results).toEqual(['pass', 'pass', 'pass']);
    expect(signed).toEqual(
      expect.arrayContaining(['from', 'to', 'subject', 'list-unsubscribe', 'list-unsubscribe-post']),
    );
    expect(headersOf(raw)).toEqual([
      'dkim-signature',
      'list-id',
      'list-unsubscribe',
      'list-unsubscribe-post',
      'auto-submitted',
      'x-auto-response-suppress',
      'from',
      'to',
      'reply-to',
      'subject',
      'message-id',
      'date',
      'mime-version',
      'content-type',
    ]);
  });

  test('of the mail that asks to confirm', async () => {
    const folder = temporaryFolder();
    const server = await mailServer();
    const service = await runningService({
      env: { SMTP_URL: server.url, DKIM_SELECTOR: 'k2026', DKIM_KEY: key.privateKey },
      folder,
      facts: facts(),
    });
    await service.signUp('anna@rathaus.example');
    await server.received(1);
    const raw = server.raw[0] ?? '';
    const { results, signed } = await judged(raw, 'blatt.example');
    expect(results).toEqual(['pass', 'pass', 'pass']);
    expect(signed).toEqual(expect.arrayContaining(['from', 'to', 'subject']));
    expect(headersOf(raw)).toEqual([
      'dkim-signature',
      'auto-submitted',
      'x-auto-response-suppress',
      'from',
      'to',
      'reply-to',
      'subject',
      'message-id',
      'date',
      'mime-version',
      'content-type',
    ]);
  });
});

test('a DKIM_DOMAIN that has nothing to do with the sender is refused before anything goes out', async () => {
  const { folder, run } = await sendingOrganisation(['anna@rathaus.example']);
  writeFileSync(join(folder, 'dkim.pem'), key.privateKey);
  const server = await sink();
  const strange = { SMTP_URL: server.url, ...env, DKIM_DOMAIN: 'fremd.example' };
  for (const more of [[], ['--test', 'bert@rathaus.example']]) {
    const { code, err } = await run(['send', '2025-kw33', ...more], strange);
    expect([code, err]).toEqual([
      2,
      expect.stringContaining('DKIM_DOMAIN ist „fremd.example“, der Absender gehört zu'),
    ]);
  }
  expect(server.taken).toEqual([]);
});
