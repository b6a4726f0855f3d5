/** A text of the organisation's as HTML that mail programs show. */
import type { Element, ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { toHtmlTree } from '../text/html.ts';
import { mailWords } from '../words/mail.ts';
import { plainTextWords } from '../words/text.ts';
import type { MailText } from './edition-view.ts';
import { keepNumbersWhole } from './numbers.ts';

/**
 * The text's elements. Programs drop ids, so footnotes are marked but not linked, and links to a place in the text
 * lead to its page. Tables of data keep their roles; those of the layout have none.
 */
export function bodyElements({ tree, page, lang }: MailText, origin: string, deeper: number): ElementContent[] {
  const html = toHtmlTree(tree, { origin, deeper, ownLang: lang && mailWords.language });
  visit(html, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const { tagName, properties } = element;
    if (tagName === 'a' && 'dataFootnoteBackref' in properties) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    if (tagName === 'a' && 'dataFootnoteRef' in properties) {
      parent.children[index] = element.children[0] ?? { type: 'text', value: '' };
      return [SKIP, index];
    }
    if (tagName === 'img' && properties.src === '') {
      parent.children[index] = {
        type: 'text',
        value: properties.alt ? plainTextWords.picture(String(properties.alt)) : '',
      };
      return [SKIP, index];
    }
    forMail(element, page);
    return undefined;
  });
  const elements = (html as Root).children.filter((child) => child.type === 'element' || child.type === 'text');
  return lang ? [h('div', { lang }, elements)] : elements;
}

function forMail(element: Element, page: string): void {
  const { tagName, properties } = element;
  for (const name of ['id', 'dataFootnotes', 'ariaDescribedBy', 'className'] as const) {
    if (name !== 'className' || tagName === 'section') delete properties[name];
  }
  if (tagName === 'section') Object.assign(element, { tagName: 'div', properties: { className: ['notes'] } });
  // Programs give figures margins of their own, and some know none.
  if (tagName === 'figure') element.tagName = 'div';
  if (tagName === 'figcaption') Object.assign(element, { tagName: 'p', properties: { className: ['speaker'] } });
  if (tagName === 'table') {
    Object.assign(properties, { className: ['data'], border: 0, cellPadding: 0, cellSpacing: 0 });
    keepNumbersWhole(element);
  }
  const { href } = properties;
  if (typeof href === 'string' && href.startsWith('#')) properties.href = page + href;
}
