import { expect, it } from 'vitest';
import { domainOf, parseAddress } from '../../src/model/mail-address.ts';

it.each([
  ['post@blatt.example', 'blatt.example'],
  ['Post@Rathaus.BLATT.example', 'rathaus.blatt.example'],
  ['post@münchen.example', 'xn--mnchen-3ya.example'],
  ['"a@b"@blatt.example', 'blatt.example'],
  ['post@blatt.example\r\nBcc: alle@blatt.example', 'blatt.example'],
  ['post@blatt.example/weg', ''],
])('whatever goes by the domain of %j takes %j', (address, domain) => {
  expect(domainOf(address)).toBe(domain);
});

it('an address that is accepted is counted under the same domain', () => {
  expect(parseAddress('Erika@Rathaus-Müster.example')?.domain).toBe(domainOf('Erika@Rathaus-Müster.example'));
});
