import type { Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { isPlainLine } from './headings.ts';
import { roleOf } from './markdown-tree.ts';

/** Paragraphs before the title that may be the lead of a whole newsletter. */
const mostInLead = 2;

export interface Heads {
  title?: string;
  /** What stands above the title: the newsletter's own lead. */
  lead?: string;
  /** What stands below it and is marked as a subtitle. */
  subtitle?: string;
}

export interface TitleClues {
  /** A mail has its subject, so that only a heading at the very top is a title. */
  isMail: boolean;
  /** Whether headings are known by their looks only: then the levels in the file don't tell which is the title. */
  byLooks: boolean;
}

/**
 * Takes title, lead and subtitle out of the tree. The title is what the file marks as one, else the heading that the text
 * begins with, or the only one of the first level.
 */
export function takeTitle(tree: Root, clues: TitleClues): Heads {
  const { children } = tree;
  const at = titleIndex(children, clues);
  const found: Heads = {};
  const node = children[at];
  if (node) {
    found.title = plainText(node).replace(/\s+/g, ' ').trim();
    children.splice(at, 1);
    const before = children.slice(0, at);
    const isLead = at > 0 && at <= mostInLead && before.every(({ type }) => type === 'paragraph');
    if (isLead && !before.some((paragraph) => holdsMore(paragraph))) {
      found.lead = before.map((paragraph) => plainText(paragraph)).join(' ');
      children.splice(0, at);
    }
  }
  const subtitle = children.findIndex((other) => roleOf(other) === 'subtitle');
  if (subtitle >= 0 && subtitle <= 1) {
    found.subtitle = plainText(children.splice(subtitle, 1)[0]);
  }
  return found;
}

/** A field of front matter is one line of words. */
function holdsMore(node: RootContent): boolean {
  return (
    'children' in node && node.children.some(({ type }) => type !== 'text' && type !== 'strong' && type !== 'emphasis')
  );
}

function titleIndex(children: readonly RootContent[], clues: TitleClues): number {
  const marked = children.findIndex((node) => roleOf(node) === 'title');
  if (marked >= 0) return marked;
  // A line at the very top, above headings, that only its place marks.
  if (!clues.isMail && isLineAtTop(children)) return 0;
  const headings = children.flatMap((node, at) => (node.type === 'heading' ? [{ depth: node.depth, at }] : []));
  const [first] = headings;
  if (!first) return -1;
  const firstText = children.findIndex(({ type }) => type !== 'image' && type !== 'thematicBreak');
  if (first.at === firstText || isPictureOnly(children.slice(0, first.at))) return first.at;
  if (clues.isMail) return -1;
  const alone = headings.filter(({ depth }) => depth === 1);
  if (alone.length === 1 && alone[0]) return alone[0].at;
  const isBelowLead = first.at <= mostInLead && children.slice(0, first.at).every(({ type }) => type === 'paragraph');
  return clues.byLooks && isBelowLead && headings.length > 1 ? first.at : -1;
}

const salutation = /^(?:Sehr geehrte|Liebe[rs]?\s|Guten (?:Tag|Morgen)|Hallo\b|Moin\b)/;

/** A short line that stands alone, with headings below it or a paragraph of sentences. */
function isLineAtTop([top, next, ...others]: readonly RootContent[]): boolean {
  if (top?.type !== 'paragraph' || !isPlainLine(top) || salutation.test(plainText(top))) return false;
  const endsAsSentence = next?.type === 'paragraph' && /[.!?…][“”"»)]*$/.test(plainText(next).trim());
  return endsAsSentence || [next, ...others].some((node) => node?.type === 'heading');
}

function isPictureOnly(nodes: readonly RootContent[]): boolean {
  return nodes.every((node) => node.type === 'paragraph' && node.children.every(({ type }) => type === 'image'));
}
