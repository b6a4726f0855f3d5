import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { browsedSite, screens, story } from './site.ts';

const site = browsedSite();

/** Texts of WCAG 1.4.12: more space between lines, paragraphs, letters and words. */
const wideText = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }
`;

/** What sticks out of the window sideways, or is cut off by a box that hides what doesn't fit. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowX);
    const isInScroller = (element: Element): boolean =>
      element.parentElement !== null && (scrolls(element.parentElement) || isInScroller(element.parentElement));
    if (document.documentElement.scrollWidth > innerWidth)
      found.push(`page: ${document.documentElement.scrollWidth} px`);
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      const { right, width, height } = element.getBoundingClientRect();
      // Hidden for the eye, still there for screen readers.
      if (width <= 1 || height <= 1) continue;
      const name = `${element.tagName.toLowerCase()}.${element.className}`;
      const { overflowX, overflowY } = getComputedStyle(element);
      if (right > innerWidth + 0.5 && !isInScroller(element)) found.push(`${name} ends at ${right} px`);
      const isCutX = /hidden|clip/.test(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isCutY = /hidden|clip/.test(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (isCutX || isCutY) found.push(`${name} is cut`);
    }
    return found;
  });
}

/** How far things moved while the page was read from top to bottom; the sum of its layout shifts. */
async function shiftWhileRead(page: Page): Promise<number> {
  await page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  return page.evaluate(() => (globalThis as unknown as { sum: { shift: number } }).sum.shift);
}

async function setTextWider(page: Page): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
  }, wideText);
}

test.each(['phone', 'desktop', 'narrow'] as const)(
  'the week at hand fits the window wherever in the year it is: %s',
  async (screen) => {
    const found = await site.visit(story, { viewport: screens[screen] }, (page) =>
      page.evaluate(() => {
        const weeks = [...document.querySelectorAll('.ruler li')];
        const mark = document.querySelector('.ruler [aria-current]');
        const quarters = [1, 2, 3, 4].map((quarter) => `in-q${quarter}`);
        return weeks.flatMap((week, index) => {
          if (!mark) return ['no mark'];
          mark.textContent = String(index + 1);
          week.append(mark);
          mark.closest('.ruler')?.classList.remove(...quarters);
          mark.closest('.ruler')?.classList.add(`in-${week.classList[0]}`);
          const { left, right } = mark.getBoundingClientRect();
          const textRight = left + mark.scrollWidth;
          return left < 0 || Math.max(right, textRight) > innerWidth
            ? [`${mark.textContent}: ${left} to ${textRight}`]
            : [];
        });
      }),
    );
    expect(found).toEqual([]);
  },
);

test.each([
  ['Stadtblatt', false],
  ['Verwaltungsnachrichten', true],
])('the name of the publication breaks in no word, whatever the window: %s', async (name, isLong) => {
  await site.visit('/', {}, async (page) => {
    const broken: string[] = [];
    for (const width of [320, 360, 768, 1024, 1100, 1280, 1440, 2560]) {
      await page.setViewportSize({ width, height: 800 });
      const { lines, right } = await page.evaluate(
        ([text, long]) => {
          const heading = document.querySelector('h1') as HTMLElement;
          heading.textContent = text;
          heading.classList.toggle('long', long);
          const words = document.createRange();
          words.selectNodeContents(heading);
          return { lines: words.getClientRects().length, right: words.getBoundingClientRect().right };
        },
        [name, isLong] as const,
      );
      if (lines !== 1 || right > width) broken.push(`${width}: ${lines} lines, ends at ${right}`);
    }
    expect(broken).toEqual([]);
  });
});

test.each(['phone', 'desktop', 'narrow'] as const)(
  'every page type stays where it is, fits the window (WCAG 1.4.10) and loses nothing when text is set wider (1.4.12): %s',
  async (screen) => {
    const found: [path: string, what: unknown][] = [];
    const paths = site.types.map(({ path }) => path);
    await site.visitEach(paths, { viewport: screens[screen] }, async (page, path) => {
      const shift = await shiftWhileRead(page);
      if (shift !== 0) found.push([path, `moved by ${shift}`]);
      for (const misfit of await misfits(page)) found.push([path, misfit]);
      await setTextWider(page);
      for (const misfit of await misfits(page)) found.push([path, `text set wider: ${misfit}`]);
    });
    expect(found).toEqual([]);
  },
  180_000,
);

test.each(['phone', 'desktop'] as const)(
  'in lists, what became of an event, its date and the summary each begin below the other: %s',
  async (screen) => {
    const [state, date, summary] = await site.visit('/ausgaben/2026/kw39/', { viewport: screens[screen] }, (page) =>
      page.locator('.teasers li:has(.when strong) > p:not(.kicker)').evaluateAll((lines) =>
        lines.map((line) => {
          const { top, bottom } = line.getBoundingClientRect();
          return { text: line.textContent ?? '', top, bottom };
        }),
      ),
    );
    expect(state?.text).toMatch(/^Abgesagt: /);
    expect(date?.text).toMatch(/^Mittwoch, 14\.\sOktober\s2026, /);
    expect(date?.top).toBeGreaterThanOrEqual(state?.bottom ?? Number.POSITIVE_INFINITY);
    expect(summary?.top).toBeGreaterThan((date?.bottom ?? Number.POSITIVE_INFINITY) + 3);
  },
);

test.each(['phone', 'desktop', 'narrow'] as const)(
  'on a %s no mark of the week beside it stands in the large number of an issue',
  async (screen) => {
    const reached = await site.visit('/ausgaben/2026/kw47/', { viewport: screens[screen] }, (page) =>
      page.evaluate(() => {
        const number = document.querySelector('.ruler a[aria-current]');
        const after = number?.parentElement?.nextElementSibling?.querySelector('a');
        if (!number || !after) return undefined;
        const foot = number.getBoundingClientRect().bottom - Number.parseFloat(getComputedStyle(number).paddingBottom);
        return foot - after.getBoundingClientRect().top;
      }),
    );
    expect(reached).toBeLessThanOrEqual(0);
  },
);
