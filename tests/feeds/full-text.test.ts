import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { issuesFeed } from '../../src/feeds/issues-feed.ts';
import { type Files, inArticle, inIndex, library } from '../reader/sample-content.ts';
import { everything, footnotes } from './sample-articles.ts';
import { edition, inEveryFormat, mainFeed } from './sample-feeds.ts';

const NBSP = '\u00A0';
const page = 'https://blatt.example/ausgaben/2025/kw33/erster-beitrag/';
const textOf = (files: Files) => mainFeed(files).entries[0]?.html ?? '';

function addressesIn(html: string): string[] {
  const found: string[] = [];
  visit(fromHtml(html, { fragment: true }) as Root, 'element', ({ properties }) => {
    for (const value of [properties.href, properties.src]) if (value !== undefined) found.push(String(value));
  });
  return found;
}

describe('a text that is read far from the site', () => {
  it('holds no relative address, in articles and issues', () => {
    const issue = issuesFeed(library(everything), edition).entries[0]?.html ?? '';
    for (const html of [textOf(everything), issue]) {
      const found = addressesIn(html);
      expect(found.length).toBeGreaterThan(15);
      expect(found.filter((address) => !/^(?:https?:\/\/[^/]|mailto:|tel:)/.test(address))).toEqual([]);
      expect(found.filter((address) => !URL.canParse(address))).toEqual([]);
    }
  });

  it('has footnotes that lead to the page and back, to places that are in the text', () => {
    const html = textOf(inArticle('', footnotes));
    const fragments = addressesIn(html).filter((address) => address.includes('#'));
    expect(fragments).toHaveLength(4);
    for (const address of fragments) {
      expect(address.startsWith(`${page}#`)).toBe(true);
      expect(html).toContain(` id="${address.slice(page.length + 1)}"`);
    }
  });

  it('leads from the footnotes of an issue to the page that each stands on', () => {
    const issue = issuesFeed(library({ ...inIndex('', footnotes), ...inArticle('', footnotes) }), edition);
    const pages = addressesIn(issue.entries[0]?.html ?? '')
      .filter((address) => address.includes('#'))
      .map((address) => address.replace(/#.*/, ''));
    expect(new Set(pages)).toEqual(new Set(['https://blatt.example/ausgaben/2025/kw33/', page]));
  });

  it('takes no code, style or file along', () => {
    const { children } = fromHtml(textOf(everything), { fragment: true });
    const names = new Set<string>();
    visit({ type: 'root', children } as Root, 'element', ({ tagName, properties }) => {
      names.add(tagName);
      expect(properties).not.toHaveProperty('style');
    });
    for (const name of ['script', 'style', 'img', 'object', 'embed', 'iframe', 'meta', 'noscript']) {
      expect(names).not.toContain(name);
    }
  });

  it('shows markup that an editor wrote about as text', () => {
    expect(textOf(inArticle('', 'Ein `<a href="#x">` und `<script>`.\n'))).toContain(
      '<code>&#x3C;a href="#x"></code> und <code>&#x3C;script></code>',
    );
  });
});

describe('German typography', () => {
  const quoted = 'Er sagte "so - und nicht anders".';

  it('is in title, summary and text of each format', async () => {
    const files = inArticle(`title: '${quoted}'\nsummary: '${quoted}'`, `${quoted}\n`);
    const set = 'Er sagte „so – und nicht anders“.';
    for (const [entry] of Object.values(await inEveryFormat(mainFeed(files)))) {
      expect(entry?.title.replaceAll(NBSP, ' ')).toBe(set);
      expect(entry?.summary.replaceAll(NBSP, ' ')).toBe(set);
      expect(entry?.html.replaceAll(NBSP, ' ')).toContain(`<p>${set}</p>`);
    }
  });
});
