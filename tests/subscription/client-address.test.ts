import type { IncomingMessage } from 'node:http';
import { describe, expect, test } from 'vitest';
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
