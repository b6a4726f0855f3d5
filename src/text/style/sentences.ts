import type { Nodes, Paragraph, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { lineAt } from '../line-finding.ts';
import { SKIP, visit } from '../visit.ts';

/** A paragraph or a table's cell as plain words; code and notes to oneself are none. */
export interface Passage {
  text: string;
  /** Where it begins, counted from 1. */
  line: number;
  node: Nodes;
  /** The quotation that it stands in, if any. */
  isQuoted: boolean;
}

/** All running text of a tree, before it is typeset; headings are none. */
export function passagesOf(tree: Root): Passage[] {
  const passages: Passage[] = [];
  const quoted = new Set<Nodes>();
  visit(tree, (node, _index, parent) => {
    if (node.type === 'blockquote' || (parent && quoted.has(parent as Nodes))) quoted.add(node);
    if (node.type !== 'paragraph') return undefined;
    passages.push({
      text: wordsOf(node),
      line: node.position?.start.line ?? 1,
      node,
      isQuoted: parent !== undefined && quoted.has(parent as Nodes),
    });
    return SKIP;
  });
  return passages;
}

/** A line break in the source stays one, so that lines can be counted. */
function wordsOf(paragraph: Paragraph): string {
  return paragraph.children
    .map((child) => {
      if (child.type === 'break') return '\n';
      return child.type === 'inlineCode' || child.type === 'html' ? '' : plainText(child, { includeHtml: false });
    })
    .join('');
}

/** A sentence of a passage and the line in which it begins. */
export interface Sentence {
  text: string;
  line: number;
}

/** Ends of what only looks like a sentence: an ordinal, an initial, an abbreviation. */
const noEnd =
  /(?:\d|\b\p{L}|\b(?:Abs|Anm|Art|Aufl|bzw|ca|Dr|evtl|ff|geb|gem|ggf|Hrsg|inkl|Jh|max|min|Mio|Mrd|Nr|Prof|sog|St|Str|Tel|usw|vgl|zzgl|Jan|Feb|Mrz|Apr|Aug|Sept?|Okt|Nov|Dez))\.["“”«»)\]]*\s*$/u;

const segmenter = new Intl.Segmenter('de', { granularity: 'sentence' });

/** The sentences of a passage: a colon begins none, an abbreviation ends none. */
export function sentencesOf({ text, line }: Passage): Sentence[] {
  const sentences: { text: string; index: number }[] = [];
  for (const { segment, index } of segmenter.segment(text.replaceAll('\n', ' '))) {
    const last = sentences.at(-1);
    if (last && noEnd.test(last.text)) last.text += segment;
    else sentences.push({ text: segment, index });
  }
  return sentences.map(({ text: words, index }) => ({ text: words.trim(), line: lineAt(text, index, line) }));
}

/** How many words a text has; a number counts as one. */
export function countWordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}.,:*'’/-]*/gu)?.length ?? 0;
}
