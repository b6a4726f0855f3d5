import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sharedExample } from '../site/build.ts';
import { facts, runningService } from '../subscription/running-service.ts';
import { webServers } from './web-server.ts';

const nginx = webServers.find(({ name }) => name === 'nginx');

/** The lines that the manual gives operators. */
function documentedLines(): string {
  const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'betrieb.md'), 'utf8');
  const [, lines] = /### nginx vor dem Dienst.*?```nginx\n(.*?)```/s.exec(manual) ?? [];
  if (!lines) throw new Error('the manual has no lines for nginx');
  return lines;
}

test.skipIf(!nginx?.installed)('nginx hands the Abo to the service as the manual says', async () => {
  const service = await runningService({ env: { ABO_LIMIT_PREFIX: '1' } });
  const lines = documentedLines().replace('http://127.0.0.1:4380', service.origin);
  const server = await nginx?.start(await sharedExample(), lines);
  onTestFinished(() => server?.stop());
  const get = (path: string) => fetch(server?.origin + path);

  const page = await get('/abo/bestaetigen/x/');
  expect(page.status).toBe(410);
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^,]+$/);
  expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual(['same-origin', 'no-store']);
  expect((await get('/abo/health')).status).toBe(200);
  expect((await get('/abo/')).headers.get('referrer-policy')).toBe('strict-origin');

  // A reader's own header is not believed: both requests come from one network.
  const statuses: number[] = [];
  for (const network of ['192.0.2.1', '198.51.100.1']) {
    const body = new URLSearchParams({ email: `a@amt${network}.example`, form: facts().form.id });
    const headers = { Origin: 'https://blatt.example', 'X-Forwarded-For': network };
    statuses.push((await fetch(`${server?.origin}/abo/anmelden/`, { method: 'POST', body, headers })).status);
  }
  expect(statuses).toEqual([200, 429]);
});
