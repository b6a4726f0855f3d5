import type { Page } from 'playwright-core';

/** Opens a text and waits until it has been checked. */
export async function write(page: Page, { origin }: { origin: string }, file: string): Promise<void> {
  await page.goto(`${origin}/text/?datei=${encodeURIComponent(file)}`);
  await checked(page);
}

/** Waits until a text has been checked once more than `times`. */
export async function checked(page: Page, times = 0): Promise<void> {
  await page.waitForFunction((before) => Number(document.documentElement.dataset.checked ?? 0) > before, times);
}

/** Puts the cursor at the end of the text and types there. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(text);
}
