import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSecret } from '../../src/store/secret.ts';

const secret = createSecret(randomBytes(32));

test('the token to unsubscribe names its consent, and nobody without the key can make it', () => {
  const id = randomUUID();
  const token = secret.unsubscribeToken(id);
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(secret.consentOf(token)).toBe(id);
  expect(secret.unsubscribeToken(id)).toBe(token);
  expect(createSecret(randomBytes(32)).consentOf(token)).toBeUndefined();
});

test('a changed, shortened or other text is no token', () => {
  const token = secret.unsubscribeToken(randomUUID());
  const changed = [...token].map((sign, at) => token.slice(0, at) + (sign === 'A' ? 'B' : 'A') + token.slice(at + 1));
  for (const text of ['', 'A', token.slice(1), `${token}A`, `${token}=`, token.toLowerCase(), ...changed]) {
    expect([text, secret.consentOf(text)]).toEqual([text, undefined]);
  }
  expect(secret.consentOf(secret.confirmToken(randomUUID()))).toBeUndefined();
  expect(() => secret.unsubscribeToken('erika')).toThrow('the id of a consent is a UUID');
});
