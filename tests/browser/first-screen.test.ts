import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browsedSite, screens, story } from './site.ts';

const site = browsedSite();

test('on a phone the newest headline begins by 600 px and ends on the first screen', async () => {
  const { top, bottom } = await site.visit('/', { viewport: screens.phone }, (page) =>
    page.evaluate(() => {
      const box = document.querySelector('.newest h2')?.getBoundingClientRect();
      return { top: box?.top, bottom: box?.bottom };
    }),
  );
  expect(top).toBeLessThanOrEqual(600);
  expect(bottom).toBeLessThanOrEqual(screens.phone.height);
});

/** The weeks that are shown, by the line that they stand on, and where the ruler ends. */
function rulerOf(page: Page) {
  return page.evaluate(() => {
    const weeks = [...document.querySelectorAll<HTMLElement>('.ruler li')].filter((week) => week.checkVisibility());
    const boxes = weeks.map((week) => week.getBoundingClientRect());
    return {
      weeks: weeks.length,
      narrowest: Math.min(...boxes.map(({ width }) => width)),
      lines: new Set(boxes.map(({ bottom }) => Math.round(bottom))).size,
      left: Math.min(...boxes.map(({ left }) => left)),
      right: Math.max(...boxes.map(({ right }) => right)),
      showsHere: weeks.some((week) => week.querySelector('[aria-current]')),
      unit: getComputedStyle(document.querySelector('.ruler [aria-current]') ?? document.body, '::before').content,
      words: (document.querySelector('.ruler') as HTMLElement).innerText.replaceAll('\u00A0', ' '),
    };
  });
}

describe.each(['/', story])('the ruler of %s', (path) => {
  test('says that it counts weeks, and so does the number of the week at hand', async () => {
    for (const viewport of [screens.phone, screens.desktop]) {
      const { words, unit } = await site.visit(path, { viewport }, rulerOf);
      expect(words).toMatch(/^\d{4} nach Kalenderwochen \(KW\)/);
      expect(unit).toBe('"KW"');
    }
  });

  test.each([360, 375, 390, 412])('ends inside a phone’s window with a margin, in one line: %i px', async (width) => {
    const ruler = await site.visit(path, { viewport: { width, height: 740 } }, rulerOf);
    expect(ruler).toMatchObject({ lines: 1, showsHere: true });
    expect(ruler.weeks).toBeGreaterThanOrEqual(13);
    expect(ruler.left).toBeGreaterThanOrEqual(8);
    expect(ruler.right).toBeLessThanOrEqual(width - 8);
    expect(ruler.narrowest).toBeGreaterThanOrEqual(24);
  });

  test.each([768, 834, 900, 1000, 1180, 1440])('takes one line: %i px', async (width) => {
    const ruler = await site.visit(path, { viewport: { width, height: 900 } }, rulerOf);
    expect(ruler).toMatchObject({ lines: 1, showsHere: true });
    expect(ruler.weeks).toBeGreaterThanOrEqual(26);
    expect(ruler.right).toBeLessThanOrEqual(width);
    expect(ruler.narrowest).toBeGreaterThanOrEqual(24);
  });
});

test('the rulers of the archive end inside a phone’s window with a margin, each week of it under the same of other years', async () => {
  const { right } = await site.visit('/ausgaben/', { viewport: screens.phone }, rulerOf);
  expect(right).toBeLessThanOrEqual(screens.phone.width - 8);
});
