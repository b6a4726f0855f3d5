import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { visit } from 'unist-util-visit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch } from '../browser/browser.ts';
import { faultsOf } from './axe.ts';
import { composeEverything } from './everything.ts';
import { origin, shippedEdition } from './sample-edition.ts';

const known = new Map<string, string>();

async function htmlOf(name: string): Promise<string> {
  const html = known.get(name) ?? (await (name === 'everything' ? composeEverything() : shippedEdition(name))).html;
  known.set(name, html);
  return html;
}

const names = ['2025-kw33', '2026-kw47', 'everything'];

/** Without a query, from which somebody could learn who looks. */
const ownPicture = new RegExp(`^${origin}/bilder/[\\w-]+\\.(?:jpg|png)$`);

function elementsOf(html: string): Element[] {
  const found: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    found.push(element);
  });
  return found;
}

describe.each(names)('the HTML of %s', (name) => {
  it('is well-formed and follows the rules of html-validate', async () => {
    const validator = new HtmlValidate({
      extends: ['html-validate:standard'],
      // Outlook on Windows lays out by the attributes of tables that the web has left behind.
      rules: { 'no-deprecated-attr': 'off' },
    });
    const { results } = await validator.validateString(await htmlOf(name));
    expect(
      results.flatMap(({ messages }) => messages.map(({ ruleId, message, line }) => `${line} ${ruleId}: ${message}`)),
    ).toEqual([]);
  });

  it('says that it is German, twice, since webmail drops the outermost', async () => {
    const german = elementsOf(await htmlOf(name)).filter(({ properties }) => properties.lang === 'de');
    expect(german.map(({ tagName, properties }) => [tagName, properties.role, properties.dir])).toEqual([
      ['html', undefined, 'ltr'],
      ['div', 'article', 'ltr'],
    ]);
  });

  it('has one heading of the first level, and skips none', async () => {
    const levels = elementsOf(await htmlOf(name))
      .flatMap(({ tagName }) => /^h([1-6])$/.exec(tagName)?.[1] ?? [])
      .map(Number);
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, index) => {
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    });
  });

  it('has tables of layout without and tables of data with a meaning', async () => {
    const tables = elementsOf(await htmlOf(name)).filter(({ tagName }) => tagName === 'table');
    const isData = ({ properties }: Element) => [properties.className].flat().includes('data');
    const [data, layout] = [tables.filter(isData), tables.filter((table) => !isData(table))];
    expect(layout.map(({ properties }) => properties.role)).toEqual(layout.map(() => 'presentation'));
    for (const table of data) {
      expect(table.properties.role).toBeUndefined();
      expect(JSON.stringify(table)).toContain('"scope":"col"');
    }
  });

  it('loads nothing but its own pictures, and no link is measured', async () => {
    for (const { tagName, properties } of elementsOf(await htmlOf(name))) {
      expect(['link', 'script', 'object', 'iframe', 'form']).not.toContain(tagName);
      expect(JSON.stringify(properties)).not.toContain('url(');
      if (tagName === 'img') {
        expect(String(properties.src)).toMatch(ownPicture);
        expect(Number(properties.width)).toBeGreaterThan(100);
        expect(properties.alt).toBeTruthy();
      }
      if (tagName === 'source') expect(String(properties.srcSet)).toMatch(ownPicture);
      if (tagName === 'a') expect(String(properties.href)).toMatch(/^(?:https:\/\/[^?]+|mailto:[^?]+|tel:\+\d+)$/);
    }
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());
  // One window a look for all mails: a new one costs more than what is done in it.
  const windows = new Map<string, Page>();
  const windowOf = async (colorScheme: 'light' | 'dark', width: number) => {
    const look = `${colorScheme} ${width}`;
    const page = windows.get(look) ?? (await browser.newPage({ colorScheme, viewport: { width, height: 900 } }));
    windows.set(look, page);
    return page;
  };

  describe.each(names)('%s', (name) => {
    it.each([
      ['light', 600],
      ['light', 360],
      ['dark', 600],
      ['dark', 360],
    ] as const)(
      'has no fault that axe finds, %s and %i pixels wide, and asks no other host',
      async (colorScheme, width) => {
        const page = await windowOf(colorScheme, width);
        const asked: string[] = [];
        await page.route('**/*', (route) => {
          asked.push(route.request().url());
          return route.fulfill({ status: 404 });
        });
        await page.setContent(await htmlOf(name));
        expect(await faultsOf(page)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
        expect(asked.filter((url) => !url.startsWith(`${origin}/bilder/`))).toEqual([]);
        await page.unrouteAll();
      },
    );
  });
});
