import type { Browser, BrowserContextOptions } from 'playwright-core';

/** Windows of the first visit: a phone whose screen has three pixels for each of CSS, and a desk. */
export const windows = {
  phone: { viewport: { width: 360, height: 740 }, deviceScaleFactor: 3 },
  desktop: { viewport: { width: 1440, height: 900 } },
} satisfies Record<string, BrowserContextOptions>;

/** What was fetched, and the sum of its bytes as they go over the wire: compressed, without the headers of HTTP. */
export interface FirstVisit {
  bytes: number;
  files: { path: string; bytes: number }[];
}

/**
 * A wire as most have it: milliseconds, bytes a second. Of one that it doesn't know a browser has its own opinion, by which it
 * fetches more or fewer pictures ahead.
 */
const connection = {
  ...{ offline: false, connectionType: 'wifi' as const },
  ...{ latency: 20, downloadThroughput: 6_000_000, uploadThroughput: 1_250_000 },
};

/**
 * Opens a page in a browser with nothing in its cache and doesn't touch it: what the page fetches by itself, pictures that
 * wait below the first screen as far as the browser fetches them ahead. The icon, which only a browser with a window
 * asks for, is counted too.
 */
export async function firstVisit(browser: Browser, url: string, window: BrowserContextOptions): Promise<FirstVisit> {
  const context = await browser.newContext(window);
  try {
    const page = await context.newPage();
    const devTools = await context.newCDPSession(page);
    await devTools.send('Network.emulateNetworkConditions', connection);
    await page.goto(url, { waitUntil: 'networkidle' });
    const files = await page.evaluate(async () => {
      const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
      if (icon && performance.getEntriesByName(icon.href).length === 0) await (await fetch(icon.href)).text();
      const sent = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
      return (sent as PerformanceResourceTiming[]).map(({ name, encodedBodySize }) => ({
        path: new URL(name).pathname,
        bytes: encodedBodySize,
      }));
    });
    return { bytes: files.reduce((sum, file) => sum + file.bytes, 0), files };
  } finally {
    await context.close();
  }
}
