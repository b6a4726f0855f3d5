import { toHtml } from 'hast-util-to-html';
import type { Root } from 'mdast';
import { prepareBody } from '../../src/text/body.ts';
import { type HtmlOptions, toHtmlTree } from '../../src/text/html.ts';
import { parseMarkdown } from '../../src/text/parse.ts';

/** A text as the HTML that pages, feeds and mail begin with. */
export function written(tree: Root, options?: HtmlOptions): string {
  return toHtml(toHtmlTree(tree, options));
}

/** Markdown as that HTML. */
export function rendered(markdown: string, options?: HtmlOptions): string {
  return written(prepareBody(parseMarkdown(markdown)), options);
}
