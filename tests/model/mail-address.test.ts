import { expect, it } from 'vitest';
import { domainOf, parseAddress, shortenedAddress } from '../../src/model/mail-address.ts';

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

it.each([
  'abc/def@amt.example',
  'a&b@amt.example',
  'it#1@amt.example',
  'x=y@amt.example',
  'fb10!leitung@amt.example',
  "o'brien@amt.example",
  "obrien'@amt.example",
  'vor.nach+blatt@amt.example',
  'post@müster.example',
  'post@xn--mnchen-3ya.example',
  'почта@пример.рф',
  'post@xn--e1afmkfd.xn--p1ai',
  'grüße@amt.example',
])('%s is an address (RFC 5321, RFC 6531)', (text) => {
  expect(parseAddress(text)?.key).toBe(`${text.split('@')[0]}@${domainOf(text)}`);
});

it.each([
  'a@xn--a.example',
  'a@xn--99999.example',
  'a@amt.xn--zz',
  'a@xn--.example',
  'a@-amt.example',
  'a@amt-.example',
  'a@amt',
  'a@1.2',
  'a@amt..example',
  '.a@amt.example',
  'a.@amt.example',
  'a..b@amt.example',
  'a b@amt.example',
  '"a b"@amt.example',
  'a,b@amt.example',
  'a@b@amt.example',
  'a\u200B@amt.example',
  `${'ü'.repeat(33)}@amt.example`,
  `${'a'.repeat(65)}@amt.example`,
])('%j is none', (text) => {
  expect(parseAddress(text)).toBeUndefined();
});

it('letters beyond ASCII count before the @ only, whether they were typed as one sign or as two', () => {
  expect(parseAddress('post@müster.example')?.needsUtf8).toBe(false);
  expect(parseAddress('gru\u0308ße@amt.example')).toMatchObject({ needsUtf8: true, key: 'grüße@amt.example' });
});

it('is shortened so that its owner recognises it and nobody else can use it', () => {
  expect(shortenedAddress('poststelle@stadt.example')).toBe('po…@stadt.example');
  expect(shortenedAddress('ob@stadt.example')).toBe('o…@stadt.example');
});
