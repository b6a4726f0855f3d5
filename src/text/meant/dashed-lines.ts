/**
 * Lines that begin with a dash, a plus, a star or a greater-than sign. Where these are no marks, they stay as text: a
 * sentence that goes on behind a dash, a change of so many per cent, degrees below zero, a note to a star.
 */
import type { Blockquote, List, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { finding } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { escaped } from './numbered-lines.ts';
import {
  goOn,
  interruptedBy,
  isParagraph,
  isTight,
  lineFrom,
  listAsText,
  textOfItem,
  withMark,
} from './written-lines.ts';

const degrees = /^\d+(?:[.,]\d+)?\s?(?:°|Grad\b)/;
const amount = /^\d+(?:[.,]\d+)?\s?(?:°|Grad\b|%|Prozent\b|€|Euro\b)/;

/** What a span of time or numbers ends with in front of a dash, and begins with behind it. */
const endOfSpan =
  /(?:\d|Uhr|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Mo|Di|Mi|Do|Fr|Sa|So|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\.?$/;
const startOfSpan =
  /^(?:\d|(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|(?:Mo|Di|Mi|Do|Fr|Sa|So)\b|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)/;

/** The list as text if it is none; undefined for a list. `before` is the block in front of it. */
export function dashedLines(
  list: List,
  before: RootContent | undefined,
  lines: readonly string[],
  hasStarredWord: (line: number) => boolean,
  report: ReportLine,
): RootContent[] | undefined {
  const [first] = list.children;
  const line = list.position?.start.line ?? 1;
  if (!first) return undefined;
  const mark = lineFrom(lines, first.position?.start).charAt(0);
  const marks = list.children.map(() => mark);
  const texts = list.children.map(textOfItem);

  const paragraph = interruptedBy(list, before);
  const mayGoOn = texts.length === 1 || isTight(list);
  if (paragraph && mayGoOn && goesOnSentence(plainText(paragraph), mark, texts)) {
    const rest = list.children.flatMap((item) => goOn(paragraph, item, mark, lines));
    report(line, finding('dashInSentence', { text: `${mark} ${texts[0]}` }));
    return rest;
  }
  const isAmount =
    mark === '+'
      ? texts.every((text) => /^\d/.test(text))
      : mark === '-' && texts.every((text) => (texts.length === 1 ? amount : degrees).test(text));
  const isNote = mark === '*' && texts.length === 1 && hasStarredWord(line);
  if (!isAmount && !isNote) return undefined;
  if (isAmount) report(line, finding('linesAsText', { marks }), escaped(list, lines));
  return listAsText(list, marks);
}

/** One sign behind a line that is no whole sentence, or spans such as "Montag" and "- Freitag". */
function goesOnSentence(before: string, mark: string, texts: readonly string[]): boolean {
  const end = before.trimEnd();
  if (/[.:;!?]$/.test(end)) return false;
  // `3` and `* 4`, `5` and `+ 3`: a sum that goes on in the next line.
  if (mark !== '-') return texts.length === 1 && /\d$/.test(end) && /^\d/.test(texts[0] ?? '');
  if (texts.length === 1) return true;
  return texts.every((text, index) => {
    const precedes = index === 0 ? end : (texts[index - 1] ?? '').trimEnd();
    return endOfSpan.test(precedes) && startOfSpan.test(text);
  });
}

/** A comparison or an arrow that Markdown takes for a quotation, as text; undefined for a quotation. */
export function comparison(quote: Blockquote, lines: readonly string[], report: ReportLine): RootContent[] | undefined {
  const line = quote.position?.start.line ?? 1;
  const [, mark = '', rest = ''] = /^(>+)[ \t]?(.*)$/.exec(lineFrom(lines, quote.position?.start)) ?? [];
  // Years, dates, and lines with a dash, a colon or the end of a sentence are quotations that begin with a number.
  const isQuotation = /^(?:19|20)\d{2}\b|^\d{1,2}\.\s|\s[–—]\s|:\s|[.!?]$/.test(rest);
  const isComparison = mark === '>' && /^\d/.test(rest) && !isQuotation;
  const inner = innermost(quote);
  const isOneLine = quote.position?.end.line === line;
  if (!isOneLine || !inner || !(isComparison || mark.length > 1)) return undefined;
  report(line, finding('quoteAsText', { text: `${mark} ${rest}` }), [{ from: mark, to: mark.replaceAll('>', '\\>') }]);
  return [{ ...inner, children: withMark(inner, mark), position: quote.position }];
}

function innermost({ children: [only, ...others] }: Blockquote) {
  if (others.length > 0) return undefined;
  if (only?.type === 'blockquote') return innermost(only);
  return isParagraph(only) ? only : undefined;
}

/** The line below which a note to a star may stand: the first with a word that ends in one; beyond all where there is none. */
export function starredWord(tree: Root): number {
  const first = tree.children.find(
    (block) =>
      (isParagraph(block) || block.type === 'table' || block.type === 'heading') &&
      /[\p{L}\p{N})]\*(?![\p{L}\p{N}*])/u.test(plainText(block)),
  );
  return first?.position?.end.line ?? Number.POSITIVE_INFINITY;
}
