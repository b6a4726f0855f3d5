import { prepareBody } from '../../src/text/body.ts';
import { type HtmlOptions, toHtmlText } from '../../src/text/html.ts';
import { parseMarkdown } from '../../src/text/parse.ts';

/** Markdown as the HTML that pages, feeds and mail show. */
export function rendered(markdown: string, options?: HtmlOptions): string {
  return toHtmlText(prepareBody(parseMarkdown(markdown)), options);
}
