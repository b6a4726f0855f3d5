import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { organisation, serving } from '../cli/command-line.ts';
import { type Running, webServers } from '../delivery/web-server.ts';
import { sharedExample } from '../site/build.ts';
import { mailServer } from '../subscription/mail-server.ts';
import { flags } from './browser.ts';
import { browserProgram } from './browser-program.ts';

const siteUrl = 'https://kurrende.example';
const nginx = webServers.find(({ name }) => name === 'nginx');

/** A page in a browser for which the site's address leads to this server. */
async function pageAt({ secureOrigin = '' }: Running) {
  const { path, env } = browserProgram();
  const rules = `--host-resolver-rules=MAP kurrende.example:443 ${new URL(secureOrigin).host}`;
  const browser = await chromium.launch({
    executablePath: path,
    args: [...flags, rules],
    env: { ...process.env, ...env },
  });
  onTestFinished(() => browser.close());
  return (await browser.newContext({ ignoreHTTPSErrors: true })).newPage();
}

test.skipIf(!nginx?.installed)('a reader’s links get into no log of nginx, whatever the service does', async () => {
  const built = await sharedExample();
  const folder = organisation();
  cpSync(join(built, 'server'), join(folder, 'server'), { recursive: true });
  mkdirSync(join(folder, 'data'), { mode: 0o700 });
  const mails = await mailServer();
  const env = { SMTP_URL: mails.url, ABO_TRUSTED_PROXIES: '127.0.0.1' };
  const service = await serving(['service'], folder, env);
  const port = new URL(service.origin).port;
  const server = await nginx?.start(built, service.origin);
  if (!server) throw new Error('nginx is there and did not start');
  onTestFinished(server.stop);
  const page = await pageAt(server);
  const fonts: string[] = [];
  page.on('requestfinished', (request) => {
    if (/\.woff2/.test(request.url())) fonts.push(request.headers().referer ?? '');
  });
  const title = () => page.locator('h1').innerText();

  await page.goto(`${siteUrl}/abo/`);
  await page.getByLabel('E-Mail-Adresse', { exact: true }).fill('erika@rathaus.example');
  await page.keyboard.press('Enter');
  const [asked] = await mails.received(1);
  const confirmLink = /https:\/\/kurrende\.example\/abo\/bestaetigen\/\S+/.exec(asked?.text ?? '')?.[0] ?? '';
  fonts.length = 0;
  await page.goto(confirmLink);
  // They come from the site: its log would hold the address that they are asked from.
  await expect.poll(() => fonts.length).toBeGreaterThan(0);
  expect(new Set(fonts)).toEqual(new Set([`${siteUrl}/`]));
  await page.getByRole('button').first().click();
  await expect.poll(title).toBe('Sie sind angemeldet');

  // While it is gone, as every time that it starts anew.
  const links = [confirmLink, confirmLink.replace('bestaetigen', 'abmelden')];
  await page.goto(links[1] ?? '');
  await service.stop();
  for (const link of links) {
    await page.goto(link);
    expect(await title()).toBe('Das Abo ist gerade nicht zu erreichen');
  }
  await serving(['service'], folder, { ...env, ABO_PORT: port });
  for (const link of links) await page.goto(link);
  await page.goto(`${siteUrl}/ausgaben/`);

  await expect.poll(server.logs).toContain('GET /ausgaben/');
  const token = confirmLink.split('/').at(-2) ?? '';
  expect(token.length).toBeGreaterThan(20);
  expect(server.logs()).toContain('.woff2');
  expect(server.logs()).not.toContain(token);
});
