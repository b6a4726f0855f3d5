import type { Heading, Root, RootContent, Table } from 'mdast';
import type { ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';
import { comparison, dashedLines, starredWord } from './dashed-lines.ts';
import { keepDoubtfulPairs } from './doubtful-pairs.ts';
import { lineBreaks, readLineBreaks } from './line-breaks.ts';
import { numberedLines } from './numbered-lines.ts';
import { type Container, lineFrom } from './written-lines.ts';

/**
 * Changes the tree of a text, in place, where Markdown's own reading of it would show other numbers, words or signs
 * than were written. `report` is told where a mark may have been meant all the same.
 */
export function readAsMeant(tree: Root, markdown: string, report: ReportLine): void {
  const lines = markdown.split('\n');
  // A walk through the tree takes longer than a look at the source, and most texts have none of these.
  if (lineBreaks.test(markdown)) readLineBreaks(tree);
  if (/[*_~`]/.test(markdown)) keepDoubtfulPairs(tree, markdown);
  if (/[\u00a0\u2000-\u200a\u202f]/.test(markdown)) trimTargets(tree);
  if (/[ \t]#+[ \t]*$/m.test(markdown)) visit(tree, 'heading', (heading) => keepClosingSigns(heading, lines));
  readBlocks(tree, { lines, hasStarredWord: (line) => starredWord(tree) < line, report });
}

/** Takes a no-break space away that came along at the end of an address. */
function trimTargets(tree: Root): void {
  visit(tree, ['link', 'definition', 'image'], (node) => {
    if ('url' in node) node.url = node.url.trim();
  });
}

interface Reading {
  lines: readonly string[];
  hasStarredWord: (line: number) => boolean;
  report: ReportLine;
}

function readBlocks(container: Container, reading: Reading): void {
  const read: RootContent[] = [];
  for (const block of container.children) {
    if (block.type === 'list') for (const item of block.children) readBlocks(item, reading);
    else if (block.type === 'footnoteDefinition' || block.type === 'blockquote')
      readBlocks(block as Container, reading);
    read.push(...(textFor(block, read.at(-1), container.type, reading) ?? [block]));
  }
  container.children = read as typeof container.children;
}

/** What is to stand in the place of a block that is none. */
function textFor(
  block: RootContent,
  before: RootContent | undefined,
  within: Container['type'],
  { lines, hasStarredWord, report }: Reading,
): RootContent[] | undefined {
  // Below a point of a list without a blank line stands a list of its own.
  const above = within === 'listItem' ? undefined : before;
  if (block.type === 'blockquote') return comparison(block, lines, report);
  if (block.type === 'table') return hasPipe(block, lines) ? undefined : tableAsText(block, lines);
  if (block.type !== 'list') return undefined;
  if (block.ordered) return numberedLines(block, above, lines, report);
  // A dash at the end of a quotation stands before the name of the speaker.
  return within === 'blockquote' ? undefined : dashedLines(block, above, lines, hasStarredWord, report);
}

/** `## Platz #`: signs at the end of a heading belong to it, unless they repeat those at its beginning. */
function keepClosingSigns(heading: Heading, lines: readonly string[]): void {
  const written = lineFrom(lines, heading.position?.start);
  const [, signs = ''] = /[ \t](#+)[ \t]*$/.exec(written) ?? [];
  if (signs !== '' && signs.length !== heading.depth && heading.children.length > 0) {
    heading.children.push({ type: 'text', value: ` ${signs}` });
  }
}

/** A line such as `:-` below another one is no table. */
function hasPipe({ position }: Table, lines: readonly string[]): boolean {
  return (lines[position?.start.line ?? 0] ?? '').includes('|');
}

function tableAsText({ position }: Table, lines: readonly string[]): RootContent[] {
  const below = lines.slice(position?.start.line ?? 1, position?.end.line);
  // What stands in front of a line belongs to the quotation or the list around it.
  const value = [lineFrom(lines, position?.start), ...below.map((line) => line.replace(/^[ \t>]*/, ''))].join('\n');
  return [{ type: 'paragraph', children: [{ type: 'text', value, position }], position }];
}
