import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../browser/browser.ts';
import { inText } from '../reader/sample-content.ts';
import { sampleEdition } from './sample-edition.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const numbers = ['12345', '123.456,78', '0532/31234-678', '31.12.2026', '09:30', '1.234.567'];
const table = `| Gemeinde | Einwohnerzahl | Haushalt | Rufnummer | Stand | Uhrzeit |
| --- | ---: | ---: | --- | --- | --- |
| Musterstadt | 12345 | 123.456,78 | 0532/31234-678 | 31.12.2026 | ab 09:30 Uhr |
| Neudorf | 1.234.567 | 12345 | Amt 12345 | am 31.12.2026 | 09:30 |
`;

it.each([320, 360, 600, 1000])('no number of a table is broken in a mail %i pixels wide', async (width) => {
  const { html } = await sampleEdition(inText(table));
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  await page.setContent(html);
  const lines = await page.evaluate((wanted) => {
    const cells = [...document.querySelectorAll('.data td, .data th')];
    const found: [number: string, lines: number][] = [];
    for (const cell of cells) {
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const number of wanted) {
          const at = (node.textContent ?? '').indexOf(number);
          if (at < 0) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + number.length);
          found.push([number, new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size]);
        }
      }
    }
    return found;
  }, numbers);
  await page.close();
  expect(new Set(lines.map(([number]) => number))).toEqual(new Set(numbers));
  expect(lines.filter(([, count]) => count !== 1)).toEqual([]);
});
