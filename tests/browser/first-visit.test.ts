import pMap from 'p-map';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstVisit, windows } from '../../bench/first-visit.ts';
import { launch } from './browser.ts';
import { browsedSite, story } from './site.ts';

const site = browsedSite();

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const most = 60_000;

test.each(['phone', 'desktop'] as const)(
  'the first visit of every page type weighs 60 kB at most, with fonts and pictures: %s',
  async (window) => {
    const paths = [...site.types.map(({ path }) => path), story];
    expect(paths.length).toBeGreaterThan(20);
    const heavy: unknown[] = [];
    const weigh = async (path: string) => {
      const { bytes, files } = await firstVisit(browser, site.origin + path, windows[window]);
      expect(files.filter((file) => file.path.endsWith('.woff2')).length).toBeGreaterThanOrEqual(2);
      if (bytes > most) heavy.push({ path, bytes, files });
    };
    await pMap(paths, weigh, { concurrency: 3 });
    expect(heavy).toEqual([]);
  },
  180_000,
);

test('both faces are there in both weights, no letter of a German page in another', async () => {
  await site.visit(story, { viewport: windows.desktop.viewport }, async (page) => {
    const loaded = await page.evaluate(async () => {
      await document.fonts.ready;
      return ['400 16px', '600 16px'].flatMap((font) =>
        ['Kurrende Serif', 'Kurrende Sans'].map((family) => document.fonts.check(`${font} "${family}"`, 'Größe')),
      );
    });
    expect(loaded).toEqual([true, true, true, true]);
    const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(fetched.filter((name) => name.endsWith('.woff2'))).toHaveLength(2);
  });
});

test.each([
  ['Café in Besançon', 'latin'],
  ['Łódź', 'extended'],
])(
  'letters of other languages come in the same face, from a file that only their page fetches: %s',
  async (text, part) => {
    await site.visit('/impressum/', {}, async (page) => {
      await page.evaluate((words) => {
        const heading = document.querySelector('h1');
        if (heading) heading.textContent = words;
      }, text);
      await expect
        .poll(() => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name)))
        .toContainEqual(expect.stringContaining(`kurrende-serif-${part}`));
    });
  },
);
