import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { beforeEach, describe, expect, it } from 'vitest';
import { problemPage } from '../../src/documents/problem-page.ts';
import { inArticle, problems, replaced, site } from '../reader/sample-content.ts';

function elementsOf(html: string, name: string): Element[] {
  const found: Element[] = [];
  visit(fromHtml(html), 'element', (element) => {
    if (element.tagName === name) found.push(element);
  });
  return found;
}

const textsOf = (html: string, name: string) => elementsOf(html, name).map((element) => plainText(element));

describe('the page in place of a site that cannot be shown', () => {
  let page: string;
  beforeEach(() => {
    const unsupervised = replaced(site, '    legalSupervision:\n      name: Kommunalaufsicht Muster\n', '');
    page = problemPage(problems({ ...inArticle('kind: <b>neu</b>'), ...unsupervised }));
  });

  it('says in German what is the matter and that it looks again by itself', () => {
    expect(page).toMatch(/^<!doctype html>/);
    expect(elementsOf(page, 'html').map(({ properties }) => properties.lang)).toEqual(['de']);
    expect([textsOf(page, 'title'), textsOf(page, 'h1')]).toEqual([
      ['Die Vorschau wartet auf Ihre Korrektur'],
      ['Die Vorschau wartet auf Ihre Korrektur'],
    ]);
    expect(page).toContain('<meta http-equiv="refresh" content="2">');
    expect(textsOf(page, 'main')[0]).toContain('Diese Seite prüft alle zwei Sekunden neu.');
  });

  it('shows each problem with its place, what was found, what is expected and what to do', () => {
    const [first, second] = textsOf(page, 'li');
    expect(textsOf(page, 'li')).toHaveLength(2);
    expect(first).toBe(
      'content/issues/2025-kw33/01-erster-beitrag.md:4 Fehler' +
        'Gefunden:„<b>neu</b>“' +
        'Erwartet:einen dieser Werte: case-study, news, event, notice' +
        'Zu tun:Wählen Sie einen der Werte.',
    );
    expect(second).toContain('content/site.md:7 Warnung');
  });

  it('shows what an editor wrote as text', () => {
    expect(elementsOf(page, 'b')).toEqual([]);
  });
});
