import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';
import { roleOf } from './markdown-tree.ts';

/** Longer lines are sentences, whatever their type. */
const mostInHeading = 110;

/**
 * Headings by their looks: bold lines, and where a text has none of those either, short lines without a full stop above
 * longer ones. A list, a quotation or a table has no headings in it. Returns whether all are of that kind.
 */
export function recogniseHeadings(tree: Root, notes: ImportNotes): boolean {
  const { children } = tree;
  const isMeant = (test: (node: Paragraph) => boolean) =>
    children.filter(
      (node, at): node is Paragraph => node.type === 'paragraph' && test(node) && hasTextBelow(children, at),
    );
  const bold = isMeant(isBoldLine);
  const hasHeadings = children.some((node) => node.type === 'heading' && roleOf(node) !== 'title');
  const plain =
    bold.length === 0 && !hasHeadings ? isMeant(isPlainLine).filter((node) => standsAbove(children, node)) : [];
  const meant = bold.length > 0 ? bold : plain;
  for (const node of meant) {
    const depth = bold.length > 0 && hasHeadings ? depthBelow(children, node) : 2;
    const heading: Heading = { type: 'heading', depth, children: withoutMarks(node.children) };
    children[children.indexOf(node)] = heading;
  }
  if (meant.length > 0) {
    const lines = meant.map((node) => plainText(node));
    notes.recognised.push(bold.length > 0 ? importNotes.boldHeadings(lines) : importNotes.plainHeadings(lines));
  }
  return meant.length > 0 && !hasHeadings;
}

function withoutMarks(nodes: Paragraph['children']): Paragraph['children'] {
  return nodes.flatMap((node) =>
    node.type === 'strong' || node.type === 'emphasis' ? withoutMarks(node.children) : [node],
  );
}

/** In a text with headings, bold lines are those of the next level. */
function depthBelow(children: readonly RootContent[], node: RootContent): Heading['depth'] {
  const before = children.slice(0, children.indexOf(node));
  const last = before.findLast((other) => other.type === 'heading');
  return last?.type === 'heading' ? (Math.min(6, last.depth + 1) as Heading['depth']) : 2;
}

function isLine(node: Paragraph): boolean {
  const text = plainText(node).trim();
  if (text.length > mostInHeading || !/\p{L}/u.test(text) || roleOf(node)) return false;
  return !/[.,;:…]$|^[–—•·-]\s/.test(text) && !node.children.some(({ type }) => type === 'break' || type === 'image');
}

function isBoldLine(node: Paragraph): boolean {
  return isLine(node) && node.children.every((part) => part.type === 'strong' || isOnlyBold(part));
}

/** Footnotes and spaces may stand beside the bold words; bold italics too. */
function isOnlyBold(part: Paragraph['children'][number]): boolean {
  if (part.type === 'text') return part.value.trim() === '';
  if (part.type === 'emphasis') return part.children.every((inner) => inner.type === 'strong');
  return part.type === 'footnoteReference';
}

/** A short line of words that is no sentence. */
export function isPlainLine(node: Paragraph): boolean {
  const text = plainText(node).trim();
  const isWords = node.children.every(({ type }) => type === 'text' || type === 'footnoteReference');
  // Place and date above a press release.
  if (/(?:^|[\s,])\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,})\s?\d{4}$/u.test(text)) return false;
  // A greeting, a name below a text, a quotation and a credit are none.
  return (
    isLine(node) &&
    isWords &&
    /^[\p{Lu}\p{N}]/u.test(text) &&
    !/[!“”"]$|^[„"»]|[©@|]|^(?:Bild|Foto|Fotos)\b/u.test(text)
  );
}

/** Something to read follows before the next heading. */
function hasTextBelow(children: readonly RootContent[], at: number): boolean {
  const next = children[at + 1];
  if (!next || next.type === 'footnoteDefinition') return false;
  return next.type !== 'paragraph' || !(isBoldLine(next) && at + 2 >= children.length);
}

/** The next block is longer and ends as a sentence does, or is a list, a table or a quotation. */
function standsAbove(children: readonly RootContent[], node: Paragraph): boolean {
  const next = children[children.indexOf(node) + 1];
  if (!next) return false;
  // A short line between two lists belongs to them.
  const isBetween = next.type === 'list' && children[children.indexOf(node) - 1]?.type === 'list';
  if (next.type !== 'paragraph') return !isBetween && ['list', 'table', 'blockquote'].includes(next.type);
  const text = plainText(next).trim();
  const length = plainText(node).length;
  return text.length > Math.max(100, length) || (text.length > Math.max(60, length) && /[.!?:…“”"»)]$/.test(text));
}

/** Levels from 2 on, without a gap: the first is the title, which is not part of the text. */
export function levelHeadings(tree: Root): void {
  const headings = tree.children.filter((node) => node.type === 'heading');
  const top = Math.min(...headings.map(({ depth }) => depth));
  /** The levels in the file of the headings that the current one stands below. */
  const above: number[] = [];
  for (const heading of headings) {
    while (above.length > 0 && (above.at(-1) ?? 0) >= heading.depth) above.pop();
    above.push(heading.depth);
    // A text that begins at a lower level is brought up with all of it.
    heading.depth = Math.min(6, above.length + 1, heading.depth - top + 2) as Heading['depth'];
    heading.children = withoutMarks(heading.children);
  }
}
