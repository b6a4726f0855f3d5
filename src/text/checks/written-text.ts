/** A text with its source, for checks of what stands in its lines. */
import type { Nodes, Paragraph, Root } from 'mdast';
import { visit } from '../visit.ts';

/** A line of a paragraph, without what stands in front of it: indentation, signs of a quotation, the mark of a list. */
export interface ParagraphLine {
  /** Counted from 1 in the text. */
  number: number;
  text: string;
  /** The same with what is hidden in `text`. */
  written: string;
  /** Whether a line of its own is made of it: the next one begins anew. */
  isBroken: boolean;
}

interface WrittenParagraph {
  node: Paragraph;
  /** What the paragraph is a part of; of nested ones the nearest. */
  within: 'root' | 'listItem' | 'blockquote' | 'footnoteDefinition';
  lines: ParagraphLine[];
}

export interface WrittenText {
  tree: Root;
  /** As written. */
  lines: readonly string[];
  /** The same lines; where there is code, HTML, a target or a picture, each character is {@link hidden}. */
  prose: readonly string[];
  paragraphs: readonly WrittenParagraph[];
}

/** Stands for a character that is no prose. */
export const hidden = '\uFFFC';

/** Looks at the tree of a text beside its source. */
export function writtenText(tree: Root, markdown: string): WrittenText {
  const lines = markdown.split('\n');
  const prose = hide(markdown, notProse(tree)).split('\n');
  return { tree, lines, prose, paragraphs: paragraphsOf(tree, lines, prose) };
}

type Range = readonly [start: number, end: number];

function notProse(tree: Root): Range[] {
  const ranges: Range[] = [];
  visit(tree, (node) => {
    const start = node.position?.start.offset;
    const end = node.position?.end.offset;
    if (start === undefined || end === undefined) return;
    if (node.type === 'link' || node.type === 'linkReference') {
      const [first] = node.children;
      const isAddress = first?.type === 'text' && first.position?.start.offset === start + 1 && !('label' in node);
      const textEnd = node.children.at(-1)?.position?.end.offset ?? start;
      ranges.push([isAddress && first.position?.end.offset === end - 1 ? start : textEnd, end]);
    } else if (isVerbatim(node)) ranges.push([start, end]);
  });
  return ranges.sort((a, b) => a[0] - b[0]);
}

function isVerbatim({ type }: Nodes): boolean {
  const isPicture = type === 'image' || type === 'imageReference';
  return isPicture || ['code', 'inlineCode', 'html', 'definition', 'footnoteReference'].includes(type);
}

function hide(markdown: string, ranges: readonly Range[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of ranges) {
    if (end <= done) continue;
    const from = Math.max(done, start);
    parts.push(markdown.slice(done, from), markdown.slice(from, end).replace(/[^\n]/g, hidden));
    done = end;
  }
  return parts.join('') + markdown.slice(done);
}

function paragraphsOf(tree: Root, lines: readonly string[], prose: readonly string[]): WrittenParagraph[] {
  const brokenAt = new Set<number>();
  visit(tree, 'break', ({ position }) => {
    if (position) brokenAt.add(position.start.line);
  });
  const found: WrittenParagraph[] = [];
  const read = (node: Nodes, within: WrittenParagraph['within'], isQuoted: boolean): void => {
    if (node.type === 'paragraph') {
      found.push({ node, within, lines: linesOf(node, lines, prose, isQuoted, brokenAt) });
    } else if ('children' in node) {
      const isContainer = ['listItem', 'blockquote', 'footnoteDefinition'].includes(node.type);
      for (const child of node.children) {
        const kind = isContainer ? (node.type as WrittenParagraph['within']) : within;
        read(child, kind, isQuoted || node.type === 'blockquote');
      }
    }
  };
  read(tree, 'root', false);
  return found;
}

function linesOf(
  { position }: Paragraph,
  lines: readonly string[],
  prose: readonly string[],
  isQuoted: boolean,
  brokenAt: ReadonlySet<number>,
): ParagraphLine[] {
  if (!position) return [];
  const { start, end } = position;
  return Array.from({ length: end.line - start.line + 1 }, (_, index) => {
    const number = start.line + index;
    const whole = prose[number - 1] ?? '';
    const [before = ''] = (isQuoted ? /^(?:[ \t]*>)*[ \t]*/ : /^[ \t]+/).exec(whole) ?? [];
    const from = index === 0 ? start.column - 1 : before.length;
    const text = whole.slice(from).trimEnd();
    const written = (lines[number - 1] ?? '').slice(from).trimEnd();
    return { number, text, written, isBroken: brokenAt.has(number) };
  });
}
