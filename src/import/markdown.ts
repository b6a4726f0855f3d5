import type { Parents, Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';

const struck: Handle = (node, _, state, info) => {
  const tracker = state.createTracker(info);
  const exit = state.enter('phrasing');
  const value = tracker.move('~~') + state.containerPhrasing(node, { ...tracker.current(), before: '~', after: '~' });
  exit();
  return `${value}~~`;
};

/** Between letters and digits stars and underscores are text to our parser; a backslash there would only puzzle. */
const plain: Handle = ({ value }, _, state, info) =>
  state.safe(value, info).replace(/(?<=[\p{L}\p{N}])\\([*_])(?=[\p{L}\p{N}])/gu, '$1');

/** The tree as Markdown in the form that the manual of the editors shows. */
export function writeMarkdown(tree: Root): string {
  visit(tree, 'tableCell', breaksInCells);
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown()],
    fences: true,
    handlers: { delete: struck, text: plain },
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
