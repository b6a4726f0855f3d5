/** A text of the organisation's as HTML for a page. */
import type { Root } from 'mdast';
import { type HtmlOptions, toHtmlText } from '../../text/html.ts';
import { articleWords } from '../../words/articles.ts';

/**
 * The text, with what may be wider than a phone in a region of its own that scrolls and takes the keyboard's
 * focus (WCAG 2.1.1). Names of tables count from 1 on each page.
 */
export function pageText(body: Root, options: HtmlOptions = {}): string {
  let tables = 0;
  // The text holds no HTML of its own and every `<` in it is escaped: these are the renderer's tags.
  return toHtmlText(body, options)
    .replace(/<table>[\s\S]*?<\/table>/g, (table) => {
      tables += 1;
      return `<div class="scroll" role="group" aria-label="${articleWords.table(tables)}" tabindex="0">${table}</div>`;
    })
    .replaceAll('<pre>', '<pre tabindex="0">');
}

/** Whether a text says anything. */
export function isEmpty({ children }: Root): boolean {
  return children.length === 0;
}
