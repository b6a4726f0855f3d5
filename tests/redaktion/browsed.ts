import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch } from '../browser/browser.ts';
import { type RunningRedaktion, redaktion } from './redaktion.ts';

/** A Redaktion with a browser for the tests of one file. */
export interface BrowsedRedaktion {
  desk: RunningRedaktion;
  /**
   * A window of somebody who came in by the key; what a page complains of is in `complaints`. Don't close it: Chromium may
   * never answer where its page is just loading anew. It ends with the browser.
   */
  window(options?: BrowserContextOptions): Promise<Page>;
  complaints: string[];
}

/** `folder` makes the organisation's folder. */
export function browsedRedaktion(folder?: () => string): BrowsedRedaktion {
  let browser: Browser | undefined;
  const stops: (() => Promise<void>)[] = [];
  const browsed = { complaints: [] as string[] } as BrowsedRedaktion;
  beforeAll(async () => {
    browsed.desk = await redaktion(folder?.(), {}, (stop) => stops.push(stop));
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    for (const stop of stops) await stop();
  });
  browsed.window = async (options = {}) => {
    const context = await browser?.newContext({ locale: 'de-DE', viewport: { width: 1440, height: 900 }, ...options });
    if (!context) throw new Error('the browser is not there yet');
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) browsed.complaints.push(message.text());
    });
    page.on('pageerror', ({ message }) => browsed.complaints.push(message));
    page.on('request', (request) => {
      const { origin, protocol } = new URL(request.url());
      if (origin !== browsed.desk.origin && !['data:', 'blob:', 'about:'].includes(protocol)) {
        browsed.complaints.push(`asked ${request.url()}`);
      }
    });
    await page.goto(browsed.desk.address);
    return page;
  };
  return browsed;
}
