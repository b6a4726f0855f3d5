import type { Server } from 'node:http';
import { join } from 'node:path';
import pMap from 'p-map';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { responseHeaders } from '../../src/delivery/headers.ts';
import { serveSite } from '../../src/delivery/site-server.ts';
import { freePort } from '../free-port.ts';
import { buildExampleFolder, sharedExample } from '../site/build.ts';
import { launch } from './browser.ts';
import { type PageType, pageTypes } from './page-types.ts';

export const story = '/ausgaben/2025/kw33/open-prosoz-wesermarsch/';

export const screens = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1440, height: 900 },
  /** 1280 px wide at 400 %: the narrowest that a page has to fit in (WCAG 1.4.10). */
  narrow: { width: 320, height: 256 },
} as const;

/** The example site, built, served as `npm start` does, and a browser to read it with; for the tests of one file. */
export interface BrowsedSite {
  origin: string;
  /** The folder with `dist/` and `server/` in it. */
  folder: string;
  types: PageType[];
  /** Opens a page in a window of its own, lets `look` use it, and closes the window. */
  visit<T>(path: string, options: BrowserContextOptions, look: (page: Page) => Promise<T>): Promise<T>;
  /**
   * Opens one page after the other, in two windows side by side that stay open for the next: a new window costs more
   * than most looks, and while one loads the other is busy.
   */
  visitEach(
    paths: readonly string[],
    options: BrowserContextOptions,
    look: (page: Page, path: string) => Promise<void>,
  ): Promise<void>;
  /** The same, but `look` opens the page by itself, in so many windows. */
  openEach(paths: readonly string[], windows: number, look: (page: Page, path: string) => Promise<void>): Promise<void>;
}

/** `change` may edit the copied content first. */
export function browsedSite(change?: (contentFolder: string) => void): BrowsedSite {
  let server: Server | undefined;
  let browser: Browser | undefined;
  const open = async (options: BrowserContextOptions) => {
    const context = await browser?.newContext(options);
    if (!context) throw new Error('the browser is not there yet');
    const page = await context.newPage();
    await page.addInitScript(watchForShifts);
    return page;
  };
  const inWindows = async (
    windows: number,
    options: BrowserContextOptions,
    paths: readonly string[],
    look: (page: Page, path: string) => Promise<void>,
  ) => {
    const free: Page[] = [];
    const next = async (path: string) => {
      const page = free.pop() ?? (await open(options));
      await look(page, path);
      free.push(page);
    };
    await pMap(paths, next, { concurrency: windows });
    for (const page of free) await page.context().close();
  };
  const site: BrowsedSite = {
    origin: '',
    folder: '',
    types: [],
    async visit(path, options, look) {
      const page = await open(options);
      try {
        await page.goto(site.origin + path);
        return await look(page);
      } finally {
        await page.context().close();
      }
    },
    visitEach(paths, options, look) {
      return inWindows(2, options, paths, async (page, path) => {
        await page.goto(site.origin + path);
        await look(page, path);
      });
    },
    openEach(paths, windows, look) {
      return inWindows(windows, {}, paths, look);
    },
  };
  beforeAll(async () => {
    site.folder = await (change ? buildExampleFolder('2026-11-24', change) : sharedExample());
    const dist = join(site.folder, 'dist');
    const port = await freePort();
    site.origin = `http://127.0.0.1:${port}`;
    server = await serveSite(dist, port, responseHeaders({ origin: site.origin, formTargets: [] }));
    site.types = pageTypes(dist);
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    server?.closeAllConnections();
    server?.close();
  });
  return site;
}

/** Runs in the browser before the page: adds up how far things moved without the reader's doing. */
function watchForShifts(): void {
  const sum = { shift: 0 };
  Object.assign(globalThis, { sum });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}
