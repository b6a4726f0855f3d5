import { describe, expect, onTestFinished, test } from 'vitest';
import { sharedExample } from '../site/build.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { facts, linkIn, type RunningService, runningService } from '../subscription/running-service.ts';
import { type Running, webServers } from './web-server.ts';

const siteUrl = 'https://blatt.example';

describe.each(webServers)('$name before the Abo service', ({ name, installed, start }) => {
  if (!installed) {
    test.skip(`is not installed here, so its lines are not tested: install ${name} and run again`, () => {});
    return;
  }

  async function serverBefore(service: RunningService): Promise<Running> {
    const server = await start(await sharedExample(), service.origin);
    onTestFinished(server.stop);
    return server;
  }

  test('hands on the service’s paths with its headers, and no others', async () => {
    const service = await runningService({ env: { ABO_LIMIT_PREFIX: '1' } });
    const server = await serverBefore(service);
    const get = (path: string) => fetch(server.origin + path);
    const page = await get('/abo/bestaetigen/x/');
    expect(page.status).toBe(410);
    expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^,]+$/);
    expect([page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([
      'strict-origin',
      'no-store',
    ]);
    expect((await get('/abo/health')).headers.get('cache-control')).toBe('no-store');
    const site = await get('/abo/');
    expect([site.status, site.headers.get('cache-control')]).toEqual([200, 'no-cache']);

    // A reader's own header is not believed: both requests come from one network.
    const statuses: number[] = [];
    for (const network of ['192.0.2.1', '198.51.100.1']) {
      const body = new URLSearchParams({ email: `a@amt${network}.example`, form: facts().form.id });
      const headers = { Origin: siteUrl, 'X-Forwarded-For': network };
      statuses.push((await fetch(`${server.origin}/abo/anmelden/`, { method: 'POST', body, headers })).status);
    }
    expect(statuses).toEqual([200, 429]);
  });

  test('has a page of its own where the service doesn’t answer, and no link in any log', async () => {
    const mails = await mailServer();
    const service = await runningService({ env: { SMTP_URL: mails.url } });
    const server = await serverBefore(service);
    await service.signUp('anna@rathaus.example');
    const [mail] = await mails.received(1);
    const link = linkIn(mail?.text);
    const ask = async (path: string, method = 'GET') => {
      const answer = await fetch(server.origin + path, {
        method,
        headers: { Origin: siteUrl, Referer: `${siteUrl}/` },
      });
      return [answer.status, await answer.text(), answer.headers.get('content-type')] as const;
    };
    const paths = [link, link.replace('bestaetigen', 'abmelden')];
    for (const path of paths) expect((await ask(path))[0]).toBeLessThan(500);
    await service.stop();
    for (const path of paths) {
      for (const method of ['GET', 'POST']) {
        const [status, text, type] = await ask(path, method);
        expect([path, method, status]).toEqual([path, method, 503]);
        expect(text).toContain('<h1>Das Abo ist gerade nicht zu erreichen</h1>');
        expect(text).not.toMatch(/nginx|apache|caddy|gateway/i);
        expect(type).toMatch(/^text\/html/);
        expect(text).toMatch(/^[\0-\x7f]*$/);
      }
    }
    await ask('/ausgaben/');
    await expect.poll(server.logs).toContain('/ausgaben/');
    const token = link.split('/').at(-2) ?? '';
    expect(token.length).toBeGreaterThan(20);
    expect(server.logs()).not.toContain(token);
    expect(server.logs()).not.toContain('/abo/');
  });
});
