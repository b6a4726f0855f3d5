import type { Parents, Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';

/** Stars and underscores within words and single tildes are text to our parser; a backslash there would only puzzle. */
const plain: Handle = ({ value }, _, state, info) =>
  state.safe(value, info).replace(/(?<=[\p{L}\p{N}])\\([*_])(?=[\p{L}\p{N}])|(?<![\\~])\\(~)(?!\\?~)/gu, '$1$2');

/** The tree as Markdown in the form that the manual of the editors shows. */
export function writeMarkdown(tree: Root): string {
  visit(tree, 'tableCell', breaksInCells);
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown()],
    fences: true,
    handlers: { text: plain },
    listItemIndent: 'one',
    resourceLink: true,
    rule: '-',
  });
}

/** A row is one line of Markdown; the line break of HTML is allowed there. */
function breaksInCells(parent: Parents): void {
  for (const [at, node] of parent.children.entries()) {
    if (node.type === 'break') parent.children[at] = { type: 'html', value: '<br>' };
    else if ('children' in node) breaksInCells(node);
  }
}
