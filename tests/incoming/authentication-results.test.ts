import { expect, test } from 'vitest';
import { authenticationResults } from '../../src/incoming/arrival/authentication-results.ts';

const mail = (...results: string[]) =>
  Buffer.from(`${results.map((result) => `Authentication-Results: ${result}\r\n`).join('')}Subject: x\r\n\r\nText\r\n`);

test('only the word of the server that is trusted counts, whoever else wrote one', async () => {
  const raw = mail(
    'MX.haus.example;\r\n dkim=fail (bad) header.d=fremd.example;\r\n dkim=pass header.d=blatt.example; spf=softfail smtp.mailfrom=blatt.example',
    'mx.haus.example; dmarc=pass (p=reject) header.from=blatt.example',
    // Brought along: below, and under a name of its own.
    'mx.haus.example; dmarc=fail; spf=pass',
    'böse.example; spf=pass; dkim=pass; dmarc=pass',
  );
  expect(await authenticationResults(raw, 'mx.haus.example')).toMatchObject({
    spf: 'softfail',
    dkim: 'pass',
    dmarc: 'pass',
  });
  expect(await authenticationResults(raw, 'anderer.example')).toMatchObject({ spf: null, dkim: null, dmarc: null });
});

test('without a trusted name nothing counts, but the names are told', async () => {
  const raw = mail('mx.haus.example 1; spf=pass', 'relay.haus.example; none');
  expect(await authenticationResults(raw, undefined)).toEqual({
    spf: null,
    dkim: null,
    dmarc: null,
    servers: ['mx.haus.example', 'relay.haus.example'],
  });
  expect(await authenticationResults(mail(), 'mx.haus.example')).toMatchObject({ spf: null, servers: [] });
});
