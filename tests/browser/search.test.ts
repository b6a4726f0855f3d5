import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Serving, serving } from '../cli/command-line.ts';
import { preparedOrganisation } from '../cli/organisations.ts';
import { product, shippedLibrary } from '../shipped.ts';
import { launch } from './browser.ts';

const { issues, pages } = shippedLibrary();
const files = [
  ...issues.flatMap((issue) => [issue.file, ...issue.articles.map(({ file }) => file)]),
  ...pages.map(({ slug }) => `content/seiten/${slug}.md`),
];
const mentions = files.filter((file) => readFileSync(join(product, file), 'utf8').includes('Wesermarsch')).length;

const story = 'OPEN/PROSOZ in der Wesermarsch: mehr Zeit für die Beratung';
const storyPath = '/ausgaben/2025/kw33/open-prosoz-wesermarsch/';

let browser: Browser;
let served: Serving;
const ends: (() => Promise<void>)[] = [];
beforeAll(async () => {
  browser = await launch();
  served = await serving(['start'], await preparedOrganisation(), {}, (stop) => ends.push(stop));
});
afterAll(async () => {
  for (const end of ends) await end();
  await browser.close();
});

interface Visit {
  page: Page;
  origin: string;
  /** Addresses that the browser has asked for. */
  requests: string[];
  /** What the browser complained of. */
  complaints: string[];
}

async function visit(path: string, { script = true } = {}): Promise<Visit> {
  const { origin } = served;
  const context = await browser.newContext({ locale: 'de-DE', javaScriptEnabled: script });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => {
    if (/^(?:error|warning)$/.test(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(origin + path);
  return { page, origin, requests, complaints };
}

/** Presses the tab key until the element with this accessible name has the focus; throws if it is not reached. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : element?.textContent;
      return label?.trim();
    });
    if (focused === name) return;
  }
  throw new Error(`the tab key does not reach ${name}`);
}

const status = async (page: Page) => (await page.getByRole('status').textContent())?.replaceAll('\u00A0', ' ');

async function waitForStatus(page: Page, text: string): Promise<void> {
  await expect.poll(() => status(page)).toBe(text);
}

describe('the search', () => {
  test('finds the story of week 33 by keyboard alone, under a strict policy, and asks no other host', async () => {
    const { page, origin, requests, complaints } = await visit('/suche/');
    expect(requests.filter((url) => url.includes('/pagefind/'))).toEqual([]);

    for (const word of ['Rentenauskunft', 'Zahllauf']) {
      await page.goto(`${origin}/suche/`);
      await tabTo(page, 'Suchwort');
      await page.keyboard.type(word);
      await page.keyboard.press('Enter');
      await waitForStatus(page, `1 Treffer für „${word}“`);
      expect(new URL(page.url()).search).toBe(`?q=${word}`);
      const result = page.getByRole('region', { name: 'Treffer' }).getByRole('listitem');
      expect((await result.textContent())?.replaceAll('\u00A0', ' ')).toContain(
        'Ausgabe 33. KW 2025 · 14. August 2025',
      );
      expect(await result.locator('mark').first().textContent()).toMatch(/Rentenauskunft|Zahll[aä]uf/);
      await tabTo(page, story);
      await page.keyboard.press('Enter');
      await page.waitForURL(origin + storyPath);
    }

    await page.goBack();
    await waitForStatus(page, '1 Treffer für „Zahllauf“');
    expect(await page.getByLabel('Suchwort').inputValue()).toBe('Zahllauf');

    expect(requests.length).toBeGreaterThan(10);
    expect(requests.filter((url) => new URL(url).origin !== origin)).toEqual([]);
    expect(complaints).toEqual([]);
  });

  test('says what it found or could not do, shows what was typed as text, and goes back', async () => {
    const { page, origin, complaints } = await visit('/suche/?q=Wesermarsch');
    const search = async (words: string) => {
      await page.getByLabel('Suchwort').fill(words);
      await page.keyboard.press('Enter');
    };
    const results = page.getByRole('region', { name: 'Treffer' });
    await waitForStatus(page, `${mentions} Treffer für „Wesermarsch“`);
    expect(await results.getByRole('listitem').count()).toBe(mentions);

    await search('Xylophonorchester');
    await expect.poll(() => status(page)).toMatch(/^Kein Treffer für „Xylophonorchester“/);
    expect(await results.isVisible()).toBe(false);

    await search('<img src=x onerror=alert(1)>');
    await expect.poll(() => status(page)).toContain('<img src=x onerror=alert(1)>');
    expect(await page.locator('main img').count()).toBe(0);

    await page.goBack();
    await page.goBack();
    await waitForStatus(page, `${mentions} Treffer für „Wesermarsch“`);
    expect(page.url()).toBe(`${origin}/suche/?q=Wesermarsch`);
    expect(complaints).toEqual([]);

    await page.route('**/pagefind/**', (route) => route.abort());
    await page.goto(`${origin}/suche/`);
    await search('Zahllauf');
    await waitForStatus(page, 'Die Suche lässt sich gerade nicht laden. Versuchen Sie es später noch einmal.');
    await page.unroute('**/pagefind/**');
    await page.reload();
    await waitForStatus(page, '1 Treffer für „Zahllauf“');
  });

  test('without script leads to the archive and shows no form', async () => {
    const { page, origin } = await visit('/suche/', { script: false });
    expect(await page.getByLabel('Suchwort').isVisible()).toBe(false);
    const sentence = page.locator('noscript p');
    expect(await sentence.textContent()).toMatch(/^Die Suche braucht JavaScript/);
    expect(await sentence.isVisible()).toBe(true);
    await sentence.locator('a').click();
    expect(page.url()).toBe(`${origin}/ausgaben/`);
  });
});
