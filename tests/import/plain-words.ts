import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../../src/text/parse.ts';

/** All words of a text in Markdown as a reader sees them, blocks divided by a space. */
export function plainTextOf(markdown: string): string {
  const blocks: string[] = [];
  visit(parseMarkdown(markdown), ['paragraph', 'heading', 'tableCell', 'code'], (block) => {
    blocks.push(plainText(block, { includeHtml: false }));
  });
  return blocks.join(' ').replace(/\s+/g, ' ').trim();
}
