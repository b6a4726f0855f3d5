import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDesk } from '../../bench/desk-process.ts';
import { generateArchive } from '../../bench/generate.ts';
import { launch } from '../browser/browser.ts';
import { organisation } from '../cli/command-line.ts';
import { freePort } from '../free-port.ts';
import { axeFindings } from './axe.ts';

const product = join(import.meta.dirname, '..', '..');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

/** An archive that nobody has read yet, with the Redaktion just started on it. */
async function startedOn(articles: number) {
  const folder = organisation();
  generateArchive(folder, articles, product, ['soziales']);
  execFileSync('git', ['init', '--quiet'], { cwd: folder });
  const env = { ...process.env, VITEST: '', NODE_ENV: '', SITE_ROOT: folder, BUILD_DATE: '2026-01-31' };
  const desk = await startDesk({ ...env, REDAKTION_PORT: String(await freePort()) });
  onTestFinished(() => desk.stop());
  return { ...desk, folder };
}

test('who comes while very many texts are read for the first time sees how far that is, and the overview by itself', async () => {
  const desk = await startedOn(4_000);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const answer = await desk.during(() => page.goto(desk.address));
  expect([answer?.status(), answer?.headers()['retry-after']]).toEqual([503, '2']);
  await page.getByRole('heading', { name: 'Die Texte werden gelesen' }).waitFor();
  const progress = page.getByRole('progressbar', { name: /^[\d.]+ von 4\.\d{3} Texten$/ });
  expect(await progress.count()).toBe(1);
  // The house's own colours are there already, and nothing waits for the reading.
  const styles = await desk.during(() => page.request.get(new URL('/haus.css', desk.address).href));
  expect(styles.status()).toBe(200);
  const again = await desk.during(() => page.request.get(desk.address, { headers: { accept: 'text/html' } }));
  expect(again.status()).toBe(503);
  await desk.during(() => page.getByRole('navigation', { name: /^Ausgaben \d{4} nach Kalenderwochen$/ }).waitFor());
});

test('the page that says how far the reading is has nothing that axe finds', async () => {
  const desk = await startedOn(2_000);
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  // It would load itself anew in the middle of what looks at it.
  await page.route(desk.address, async (route) => {
    const response = await route.fetch();
    const { refresh: _, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  });
  await desk.during(() => page.goto(desk.address));
  const found = await axeFindings(page, 'first reading');
  expect(await page.title()).toMatch(/^Die Texte werden gelesen/);
  expect(found).toEqual([]);
});

test('who ends it while very many texts are read need not wait for the rest of them', async () => {
  const desk = await startedOn(2_000);
  await desk.during(() => fetch(new URL('/haus.css', desk.address)));
  await desk.stop();
  // Written when everything is read.
  expect(existsSync(join(desk.folder, '.cache', 'texts', 'texts'))).toBe(false);
});

test('a few texts are read in the time that a page takes: the overview comes at once', async () => {
  const desk = await startedOn(50);
  const page = await browser.newPage();
  const answer = await desk.during(() => page.goto(desk.address));
  expect([answer?.status(), await page.locator('h1').textContent()]).toEqual([200, 'Übersicht']);
});
