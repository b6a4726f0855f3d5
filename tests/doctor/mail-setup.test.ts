import { readFileSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { describe, expect, onTestFinished, test } from 'vitest';
import { certificateFor } from '../certificate.ts';
import { kurrende, organisation } from '../cli/command-line.ts';
import { inProcess } from '../cli/in-process.ts';
import { editSite } from '../cli/sending.ts';
import { sink } from '../sending/sink.ts';
import { dnsServer, type Zone } from './dns-server.ts';
import { signingKey } from './signing-key.ts';

const domain = 'kurrende.example';
const key = signingKey();

/** Everything as the providers want it, for a mail server on loopback. */
const right = (): Zone => ({
  [domain]: { TXT: ['v=spf1 ip4:127.0.0.1 -all'], MX: ['mail.kurrende.example'] },
  [`k2026._domainkey.${domain}`]: { TXT: [key.record] },
  [`_dmarc.${domain}`]: { TXT: ['v=DMARC1; p=quarantine; rua=mailto:dmarc@kurrende.example'] },
  'mail.kurrende.example': { A: ['127.0.0.1'] },
  '1.0.0.127.in-addr.arpa': { PTR: ['mail.kurrende.example'] },
});

/** What doctor says in front of this DNS, by topic: its state and its words. */
async function asked(change: (zone: Zone) => void = () => {}, env: Record<string, string> = {}) {
  const folder = organisation();
  writeFileSync(join(folder, 'dkim.pem'), key.privateKey);
  const zone = right();
  change(zone);
  const dns = await dnsServer(zone);
  const server = await sink();
  const { code, out, err } = await inProcess(['doctor', '--mail'], folder, {
    DNS_SERVER: dns.address,
    SMTP_URL: server.url,
    DKIM_SELECTOR: 'k2026',
    DKIM_KEY: 'dkim.pem',
    ...env,
  });
  const said = (topic: string) =>
    new RegExp(`^(in Ordnung|Hinweis|fehlt|falsch) +${topic} +(.*(?:\n {24}.*)?)`, 'm').exec(out);
  const state = (topic: string) => said(topic)?.[1];
  const words = (topic: string) => said(topic)?.[2] ?? '';
  return { code, out, err, state, words, dns };
}

describe('npm run doctor -- --mail', () => {
  test('asks the DNS that is named for everything, and finds nothing wrong but the clear connection', async () => {
    const { out, err, state, words, dns, code } = await asked();
    expect(err).toBe('');
    expect(out).toMatch(/^E-Mails von kurrende@kurrende\.example\n/);
    expect(dns.asked).toEqual(
      expect.arrayContaining([
        'MX kurrende.example',
        'TXT kurrende.example',
        'TXT k2026._domainkey.kurrende.example',
        'TXT _dmarc.kurrende.example',
        'PTR 1.0.0.127.in-addr.arpa',
        'A mail.kurrende.example',
      ]),
    );
    for (const topic of ['Domain', 'Name', 'SPF', 'DKIM', 'DMARC', 'Microsoft', 'GMX, WEB\\.DE', 'T-Online']) {
      expect([topic, state(topic)]).toEqual([topic, 'in Ordnung']);
    }
    expect([state('TLS'), words('Gmail')]).toEqual(['falsch', 'Würde beanstanden: TLS.']);
    expect(code).toBe(1);
  });

  test.each<
    [what: string, change: (zone: Zone) => void, topic: string, state: string, words: RegExp, refusing: string]
  >([
    [
      'no SPF',
      (zone) => {
        zone[domain] = { MX: ['mail.kurrende.example'] };
      },
      'SPF',
      'fehlt',
      /keinen SPF-Eintrag.*\n.*kurrende\.example\. TXT "v=spf1 ip4:127\.0\.0\.1 -all"/s,
      'Microsoft',
    ],
    [
      'SPF without the server',
      (zone) => {
        zone[domain] = { A: ['192.0.2.1'], TXT: ['v=spf1 ip4:192.0.2.1 -all'] };
      },
      'SPF',
      'falsch',
      /127\.0\.0\.1 darf für kurrende\.example nicht verschicken.*→ kurrende\.example\. TXT "v=spf1 ip4:127\.0\.0\.1 ip4:192\.0\.2\.1 -all"/s,
      'GMX, WEB\\.DE',
    ],
    [
      'two SPF',
      (zone) => {
        zone[domain] = { A: ['192.0.2.1'], TXT: ['v=spf1 ip4:127.0.0.1 -all', 'v=spf1 -all'] };
      },
      'SPF',
      'falsch',
      /2 SPF-Einträge; erlaubt ist einer/,
      'Microsoft',
    ],
    [
      'SPF that can’t be read',
      (zone) => {
        zone[domain] = { A: ['192.0.2.1'], TXT: ['v=spf1 ipv4:127.0.0.1 -all'] };
      },
      'SPF',
      'falsch',
      /lässt sich nicht auswerten/,
      'Gmail',
    ],
    [
      'no key',
      (zone) => {
        delete zone[`k2026._domainkey.${domain}`];
      },
      'DKIM',
      'fehlt',
      /k2026\._domainkey\.kurrende\.example steht kein Schlüssel.*→ k2026\._domainkey\.kurrende\.example\. TXT "v=DKIM1; k=rsa; p=MII/s,
      'Microsoft',
    ],
    [
      'another key',
      (zone) => {
        zone[`k2026._domainkey.${domain}`] = { TXT: [signingKey().record] };
      },
      'DKIM',
      'falsch',
      /ein anderer Schlüssel/,
      'Gmail',
    ],
    [
      'a key that was revoked',
      (zone) => {
        zone[`k2026._domainkey.${domain}`] = { TXT: ['v=DKIM1; p='] };
      },
      'DKIM',
      'falsch',
      /widerrufen/,
      'Gmail',
    ],
    [
      'no DMARC',
      (zone) => {
        delete zone[`_dmarc.${domain}`];
      },
      'DMARC',
      'fehlt',
      /keinen DMARC-Eintrag.*→ _dmarc\.kurrende\.example\. TXT "v=DMARC1; p=none; rua=/s,
      'Microsoft',
    ],
    [
      'DMARC that watches',
      (zone) => {
        zone[`_dmarc.${domain}`] = { TXT: ['v=DMARC1; p=none; rua=mailto:a@kurrende.example'] };
      },
      'DMARC',
      'Hinweis',
      /nur beobachtet/,
      '',
    ],
    [
      'no name of the address',
      (zone) => {
        delete zone['1.0.0.127.in-addr.arpa'];
      },
      'Name',
      'falsch',
      /127\.0\.0\.1 hat im DNS keinen Namen/,
      'T-Online',
    ],
    [
      'a name that leads elsewhere',
      (zone) => {
        zone['mail.kurrende.example'] = { A: ['192.0.2.7'] };
      },
      'Name',
      'falsch',
      /führt nicht zu 127\.0\.0\.1 zurück/,
      'GMX, WEB\\.DE',
    ],
    [
      'a domain that takes no mail',
      (zone) => {
        zone[domain] = { TXT: ['v=spf1 ip4:127.0.0.1 -all'] };
      },
      'Domain',
      'falsch',
      /weder MX- noch A-Eintrag/,
      'T-Online',
    ],
  ])('tells of %s', async (_what, change, topic, expected, told, refusing) => {
    const { state, words } = await asked(change);
    expect([state(topic), words(topic)]).toEqual([expected, expect.stringMatching(told)]);
    if (refusing) expect(words(refusing)).toContain('Würde beanstanden: ');
    else expect(state('Microsoft')).toBe('in Ordnung');
  });

  test('tells when neither SPF nor DKIM belongs to the sender, and what its policy makes of that', async () => {
    const { words } = await asked((zone) => {
      zone[domain] = { A: ['192.0.2.1'], TXT: ['v=spf1 -all'] };
      delete zone[`k2026._domainkey.${domain}`];
      zone[`_dmarc.${domain}`] = { TXT: ['v=DMARC1; p=reject'] };
    });
    expect(words('DMARC')).toContain('(p=reject) wird die E-Mail abgelehnt');
  });

  test('refuses a DKIM_DOMAIN of others, as the mailing and the service do', async () => {
    const { state, words } = await asked(undefined, { DKIM_DOMAIN: 'fremd.example' });
    expect(state('DKIM')).toBe('falsch');
    expect(words('DKIM')).toMatch(/^DKIM_DOMAIN ist „fremd\.example“, der Absender gehört zu kurrende\.example\./);
  });

  test('takes the word of whoever says that the relay signs, and says how to see it', async () => {
    const { state, words } = await asked(undefined, { DKIM: 'relay', DKIM_SELECTOR: '', DKIM_KEY: '' });
    expect([state('DKIM'), words('DKIM')]).toEqual(['Hinweis', expect.stringContaining('List-Unsubscribe-Post')]);
  });

  test('says that the DNS doesn’t answer', async () => {
    const { code, err } = await asked((zone) => {
      zone[domain] = { isBroken: true };
    });
    expect(err).toMatch(/^Der Nameserver 127\.0\.0\.1:\d+ antwortet nicht \(ESERVFAIL\)\./);
    expect(code).toBe(2);
  });

  test('has nothing to look at without a sender', async () => {
    const folder = organisation();
    editSite(folder, (text) => text.replace(/^mail:\n(?: .*\n)*/m, '').replace(/^aboUrl: .*\n/m, ''));
    expect((await inProcess(['doctor', '--mail'], folder)).err).toContain('keinen Absender');
  });

  test('finds everything right with a server that vouches for itself', async () => {
    const folder = organisation();
    const { file: certificate, keyFile } = certificateFor('IP:127.0.0.1');
    const server = new SMTPServer({
      authOptional: true,
      key: readFileSync(keyFile),
      cert: readFileSync(certificate),
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
    writeFileSync(join(folder, 'dkim.pem'), key.privateKey);
    const dns = await dnsServer(right());
    const { code, out, err } = await kurrende(['doctor', '--mail'], folder, {
      DNS_SERVER: dns.address,
      SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
      DKIM_SELECTOR: 'k2026',
      DKIM_KEY: 'dkim.pem',
      NODE_EXTRA_CA_CERTS: certificate,
    });
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^in Ordnung +TLS +127\.0\.0\.1:\d+ nimmt E-Mails verschlüsselt an/m);
    expect(out).toMatch(/\nAlles ist eingerichtet\.\n$/);
  });
});
