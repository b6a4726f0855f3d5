import type { Parents, Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { defaultHandlers, type Handle, toMarkdown } from 'mdast-util-to-markdown';
import { visit } from 'unist-util-visit';

/** An entity has a semicolon behind its name: `R&D` and `?a=1&b=2` need no backslash, which an editor would stumble over. */
const withoutIdleBackslash = (markdown: string) => markdown.replace(/\\&(?!#?\w+;)/g, '&');

const link: Handle = Object.assign(
  (...args: Parameters<Handle>) => withoutIdleBackslash(defaultHandlers.link(...args)),
  { peek: defaultHandlers.link.peek },
);

/** Stars and underscores within words and single tildes are text to our parser; a backslash there would only puzzle. */
const text: Handle = (...args) =>
  withoutIdleBackslash(defaultHandlers.text(...args)).replace(
    /(?<=[\p{L}\p{N}])\\([*_])(?=[\p{L}\p{N}])|(?<![\\~])\\(~)(?!\\?~)/gu,
    '$1$2',
  );

/** The tree as Markdown in the form that the manual of the editors shows. */
export function writeMarkdown(tree: Root): string {
  visit(tree, 'tableCell', breaksInCells);
  return toMarkdown(tree, {
    bullet: '-',
    emphasis: '*',
    extensions: [gfmTableToMarkdown({ tablePipeAlign: false }), gfmFootnoteToMarkdown(), gfmStrikethroughToMarkdown()],
    fences: true,
    handlers: { link, text },
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
