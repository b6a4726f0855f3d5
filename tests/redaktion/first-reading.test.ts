import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDesk } from '../../bench/desk-process.ts';
import { generateArchive } from '../../bench/generate.ts';
import { versionOf } from '../../src/redaktion/files/text-files.ts';
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

test('who wrote before it was started anew saves while all texts are read; whatever else is sent in is not begun', async () => {
  const desk = await startedOn(4_000);
  const { origin } = new URL(desk.address);
  const { headers } = await desk.during(() => fetch(desk.address, { redirect: 'manual' }));
  const cookie = String(headers.get('set-cookie')).split(';')[0] ?? '';
  const post = (path: string, body: string | URLSearchParams) =>
    desk.during(() => fetch(origin + path, { method: 'POST', redirect: 'manual', body, headers: { cookie, origin } }));
  const [key] = readdirSync(join(desk.folder, 'content', 'issues'));
  const file = `content/issues/${key}/index.md`;
  const text = readFileSync(join(desk.folder, file), 'utf8');
  const edits = { base: text, changes: [{ path: ['title'], value: 'Neu gesichert' }] };
  const version = versionOf(Buffer.from(text));
  const saved = await post('/api/sichern', JSON.stringify({ file, edits, synced: text, version }));
  expect([saved.status, await saved.json()]).toMatchObject([200, { kind: 'saved' }]);
  expect(readFileSync(join(desk.folder, file), 'utf8')).toContain('title: Neu gesichert\n');

  const checked = await post('/api/pruefen', JSON.stringify({ file, edits: { base: text, changes: [] } }));
  const sentence = 'Sichern geht schon, alles andere danach';
  expect([checked.status, await checked.json()]).toEqual([503, { error: expect.stringContaining(sentence) }]);
  const made = await post('/neu/', new URLSearchParams({ was: 'ausgabe', woche: '2026-kw40' }));
  expect([made.status, await made.text()]).toEqual([503, expect.stringContaining(sentence)]);
  expect(existsSync(join(desk.folder, 'content', 'issues', '2026-kw40'))).toBe(false);

  const page = await desk.during(() => fetch(`${origin}/`, { headers: { cookie, accept: 'text/html' } }));
  expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('<progress ')]);
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
