import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
import { readSettings } from '../../src/settings/service-settings.ts';
import { trustedProxies } from '../../src/settings/trusted-proxies.ts';
import { clientNetwork } from '../../src/subscription/web/client-address.ts';

/** A request as Node gives it: who is connected, and what the header claims. */
const request = (remoteAddress: string | undefined, forwarded?: string) =>
  ({ socket: { remoteAddress }, headers: { 'x-forwarded-for': forwarded } }) as unknown as IncomingMessage;

describe('the network of a reader', () => {
  const none = trustedProxies([]);

  test.each([
    ['192.0.2.77', '192.0.2.0/24'],
    ['::ffff:192.0.2.77', '192.0.2.0/24'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1::/48'],
    ['::1', '::/48'],
    [undefined, 'unknown'],
  ])('%s is %s', (address, network) => {
    expect(clientNetwork(request(address), none)).toBe(network);
  });

  test('is taken from the header only as far as proxies are trusted', () => {
    const proxy = trustedProxies(['10.0.0.0/8']);
    const forged = request('203.0.113.5', '192.0.2.1');
    expect(clientNetwork(forged, proxy)).toBe('203.0.113.0/24');
    expect(clientNetwork(request('10.1.1.1', '1.2.3.4, 192.0.2.1'), proxy)).toBe('192.0.2.0/24');
    expect(clientNetwork(request('10.1.1.1', 'no address'), proxy)).toBe('unknown');
  });
});

describe('a wrong setting', () => {
  test.each([
    [{ ABO_PORT: 'x' }, 'ABO_PORT ist „x“, erwartet wird eine Zahl von 1 bis 65535.'],
    [{ ABO_PORT: '99999' }, 'ABO_PORT ist „99999“, erwartet wird eine Zahl von 1 bis 65535.'],
    [{ ABO_LIMIT_PREFIX: '1.5' }, 'ABO_LIMIT_PREFIX ist „1.5“, erwartet wird eine ganze Zahl größer als 0.'],
    [{ ABO_LIMIT_TOTAL: '0' }, 'ABO_LIMIT_TOTAL ist „0“, erwartet wird eine ganze Zahl größer als 0.'],
    [
      { ABO_TRUSTED_PROXIES: '127.0.0.1, proxy.example' },
      'ABO_TRUSTED_PROXIES enthält „proxy.example“, erwartet werden IP-Adressen oder Netze, mit Komma getrennt: 127.0.0.1, 10.0.0.0/8.',
    ],
    [{ ABO_HOST: 'alle' }, 'ABO_HOST ist „alle“, erwartet wird eine IP-Adresse, an der der Dienst lauscht.'],
  ])('%o is told in a sentence', (env, sentence) => {
    expect(() => readSettings(env)).toThrow(sentence);
  });

  test.each([
    'http://benutzer:geheim@mail.example',
    'geheim@mail.example',
    'geheim:x@mail.example',
    'smtp://',
    'smtp://benutzer:geheim@mail.example:99999',
    'smtp://benutzer:geheim%@mail.example',
  ])('of the mail server is told without the password: %s', (url) => {
    expect(() => readSettings({ SMTP_URL: url })).toThrow(/^SMTP_URL ist keine Adresse eines Mailservers\./);
    expect(() => readSettings({ SMTP_URL: url })).not.toThrow('geheim');
  });
});
