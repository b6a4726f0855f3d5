import type { Page } from 'playwright-core';

/** Somebody without a mouse: what has the focus, and the way to what is wanted; the focus has to be seen at every step. */
export function byKeyboard(page: Page) {
  const stop = () =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const editor = element.closest('.cm-editor');
      const isMarked =
        (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) ||
        (editor !== null && getComputedStyle(editor).outlineStyle !== 'none');
      return {
        name: (element.getAttribute('aria-label') ?? element.id) || (element.textContent ?? '').trim(),
        isMarked,
      };
    });
  const tabTo = async (wanted: RegExp) => {
    for (let times = 0; times < 120; times += 1) {
      await page.keyboard.press('Tab');
      const now = await stop();
      if (now && !now.isMarked) throw new Error(`nothing shows where the focus is: ${now.name}`);
      if (now && wanted.test(now.name)) return;
    }
    throw new Error(`not reached: ${wanted}`);
  };
  return { stop, tabTo };
}
