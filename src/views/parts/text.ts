/** A text of the organisation's as HTML for a page. */
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Root } from 'mdast';
import { type HtmlOptions, toHtmlTree } from '../../text/html.ts';
import { SKIP, visit } from '../../text/visit.ts';
import { articleWords } from '../../words/articles.ts';

/**
 * The text, with what may be wider than a phone in a region of its own that scrolls and takes the keyboard's
 * focus (WCAG 2.1.1). Names of tables count from 1 on each page.
 */
export function pageText(body: Root, options: HtmlOptions = {}): string {
  const html = toHtmlTree(body, options);
  let tables = 0;
  visit(html, 'element', (element, index, parent) => {
    if (element.tagName === 'pre') element.properties.tabIndex = 0;
    if (element.tagName !== 'table' || !parent || index === undefined) return undefined;
    tables += 1;
    const region = { className: ['scroll'], role: 'group', ariaLabel: articleWords.table(tables), tabIndex: 0 };
    parent.children[index] = h('div', region, element);
    return SKIP;
  });
  return toHtml(html);
}

/** Whether a text says anything. */
export function isEmpty({ children }: Root): boolean {
  return children.length === 0;
}
