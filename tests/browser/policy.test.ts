import type { Request } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pageNames } from './page-types.ts';
import { browsedSite, story } from './site.ts';

const site = browsedSite();

describe('in a real browser', () => {
  test('every page of the list is looked at, and one of each that there are many of', () => {
    const names = site.types.map(({ name }) => name);
    expect(names.toSorted()).toEqual(pageNames.toSorted());
    expect(site.types.find(({ name }) => name === 'article')?.path).toMatch(/^\/ausgaben\/\d+\/[^/]+\/[^/]+\/$/);
  });

  test('no page breaks its policy, complains on the console or asks another host', async () => {
    expect(site.types.length).toBeGreaterThan(15);
    const forwarding = '/news/53-wochen/';
    const paths = [forwarding, ...site.types.map((type) => type.path)];
    // Most of the time is waiting for silence.
    await site.openEach(paths, 4, async (page, path) => {
      const said: string[] = [];
      const asked = new Set<Request>();
      for (const event of ['console', 'pageerror', 'requestfailed', 'request']) page.removeAllListeners(event);
      // The page before it may still ask for pictures, which this one would break off.
      await page.goto('about:blank');
      page.on('console', (message) => {
        said.push(`${message.type()}: ${message.text()}`);
      });
      page.on('pageerror', (error) => said.push(String(error)));
      page.on('request', (request) => asked.add(request));
      // What the page before it asked for may end only now.
      page.on('requestfailed', (request) => asked.has(request) && said.push(`failed: ${request.url()}`));
      await page.goto(site.origin + path, { waitUntil: 'networkidle' });
      // It goes on by itself: what is opened before it has arrived and fallen silent would be broken off, or break it off.
      if (path === forwarding) {
        await page.waitForURL((url) => url.pathname !== forwarding);
        await page.waitForLoadState('networkidle');
      }
      const hosts = new Set([...asked].map((request) => new URL(request.url()).origin));
      expect([path, said, [...hosts]]).toEqual([path, [], [site.origin]]);
    });
  }, 180_000);

  test('the policy holds: what a page would have to be tricked into is refused', async () => {
    await site.visit(story, {}, async (page) => {
      const refused = await page.evaluate(async () => {
        const violations: string[] = [];
        document.addEventListener('securitypolicyviolation', (event) => violations.push(event.effectiveDirective));
        const script = document.createElement('script');
        script.textContent = 'globalThis.tricked = true';
        const style = document.createElement('style');
        style.textContent = 'body { display: none }';
        const picture = document.createElement('img');
        picture.src = 'https://fremd.example/zaehlpixel.gif';
        const frame = document.createElement('iframe');
        frame.src = 'https://fremd.example/';
        document.body.append(script, style, picture, frame);
        document.body.setAttribute('style', 'display: none');
        const deadline = performance.now() + 5000;
        while (violations.length < 5 && performance.now() < deadline) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        return { violations: violations.sort(), tricked: 'tricked' in globalThis };
      });
      expect(refused).toEqual({
        violations: ['frame-src', 'img-src', 'script-src-elem', 'style-src-attr', 'style-src-elem'],
        tricked: false,
      });
    });
  });
});
