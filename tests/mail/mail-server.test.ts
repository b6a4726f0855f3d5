import { expect, it } from 'vitest';
import { mailServer } from '../../src/mail/mail-server.ts';

it.each([
  ['smtp://kurrende:geheim@mail.example:587', true],
  ['smtp://kurrende:geheim@mail.example:587?requireTLS=false', true],
  ['smtp://mail.example', false],
  ['smtp://kurrende:geheim@127.0.0.1:2525', false],
])('%s asks for TLS before anything secret is said: %s', (url, isAsked) => {
  expect(mailServer(url).requireTLS ?? false).toBe(isAsked);
});
