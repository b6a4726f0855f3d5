import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { stopListening } from '../../src/delivery/listen.ts';
import { serveSite } from '../../src/delivery/site-server.ts';
import { ask } from './answer.ts';

test.each([
  'a & b.pdf',
  'a+b.pdf',
  'a;b.pdf',
  'a, b: c@d=e$f.pdf',
  "a'(b)!*.pdf",
  'Übersicht 1.pdf',
  'a[1]{2}|^`~.pdf',
])('the file %s is found under its address', async (name) => {
  const folder = mkdtempSync(join(inject('folderOfTheRun'), 'served-'));
  mkdirSync(join(folder, 'beitrag'));
  writeFileSync(join(folder, 'beitrag', name), 'der Anhang');
  writeFileSync(join(folder, '404.html'), 'nicht da');
  const server = await serveSite(folder, 0, []);
  onTestFinished(() => stopListening(server, 0));
  const { port } = server.address() as AddressInfo;
  const answer = await ask(`http://127.0.0.1:${port}/beitrag/${encodeURIComponent(name)}?a&b`);
  expect([answer.status, answer.headers['content-type'], String(answer.body)]).toEqual([
    200,
    'application/pdf',
    'der Anhang',
  ]);
  expect((await ask(`http://127.0.0.1:${port}/%2e%2e/${encodeURIComponent('../404.html')}`)).status).toBe(404);
});
