import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { browsedSite, screens, story } from './site.ts';

const site = browsedSite();

interface Stop {
  /** Place among everything that can have the focus, in the order of the document. */
  place: number;
  /** How many there are. */
  of: number;
  name: string;
  /** A ring or a shadow shows that it has the focus. */
  isMarked: boolean;
  isInWindow: boolean;
}

/** What has the focus; undefined when the focus has left the page. */
function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!(element instanceof HTMLElement) || element === document.body) return undefined;
    const all = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [tabindex]'),
    ];
    const reachable = all.filter((one) => one.tabIndex >= 0 && one.checkVisibility());
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return {
      place: reachable.indexOf(element),
      of: reachable.length,
      name: (element.getAttribute('aria-label') ?? element.textContent ?? '').trim(),
      isMarked: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== 'none',
      isInWindow: top >= 0 && left >= 0 && Math.floor(bottom) <= innerHeight && Math.floor(right) <= innerWidth,
    };
  });
}

async function nextStop(page: Page): Promise<Stop | undefined> {
  await page.keyboard.press('Tab');
  return focused(page);
}

describe('by keyboard alone', () => {
  test.each(['phone', 'desktop'] as const)(
    'the skip link comes first, then everything in its order, always visible (%s)',
    async (screen) => {
      const paths = site.types.map(({ path }) => path);
      await site.visitEach(paths, { viewport: screens[screen] }, async (page, path) => {
        const stops: Stop[] = [];
        // Behind the last one a window gives the focus to its own bars, or to the first one again.
        for (let stop = await nextStop(page); stop && (stop.place > 0 || !stops[0]); stop = await nextStop(page)) {
          stops.push(stop);
          if (stops.length > 300) throw new Error(`${path}: the focus never leaves the page`);
        }
        expect([path, stops[0]?.name]).toEqual([path, 'Zum Inhalt springen']);
        expect([path, stops.map(({ place }) => place)]).toEqual([
          path,
          Array.from({ length: stops[0]?.of ?? 0 }, (_, i) => i),
        ]);
        expect([path, stops.filter(({ isMarked, isInWindow }) => !isMarked || !isInWindow)]).toEqual([path, []]);
      });
    },
    180_000,
  );

  test('the skip link leads past the menu into the text', async () => {
    await site.visit(story, { viewport: screens.desktop }, async (page) => {
      await nextStop(page);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const isInText = await page.evaluate(() => !!document.activeElement?.closest('main'));
      expect(isInText).toBe(true);
    });
  });

  test('the button on the page about feeds copies an address and says so', async () => {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await site.visit('/feeds/', { viewport: screens.desktop, permissions }, async (page) => {
      let stop = await nextStop(page);
      while (stop && !/kopieren/i.test(stop.name)) stop = await nextStop(page);
      expect(stop?.name).toMatch(/kopieren/i);
      await page.keyboard.press('Enter');
      const status = page.getByRole('status').filter({ hasText: /kopiert/i });
      await status.waitFor();
      const address = await page.locator('code').first().textContent();
      expect(address).toMatch(/\/feed\/rss\.xml$/);
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address);
    });
  });
});
