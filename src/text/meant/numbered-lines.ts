/**
 * Lines that begin with a number and a stop. Markdown takes them for a list and counts on from the first number: of
 * "3. Oktober" and "31. Oktober" it would make 3. and 4. What is no list stays text, with the numbers as written.
 */
import type { List, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { finding, type LineEdit } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { beginsWithMonth, goesOnAsDate } from './dates.ts';
import { goOn, interruptedBy, isTight, lineFrom, listAsText, textOfItem } from './written-lines.ts';

/** The number and the sign behind it, as they are written. */
const numberMark = /^(\d{1,9})([.)])/;

/**
 * What the list is to the reader if it is none: a single number, dates, numbers that do not follow each other.
 * Undefined for a list. `before` is the block in front of it.
 */
export function numberedLines(
  list: List,
  before: RootContent | undefined,
  lines: readonly string[],
  report: ReportLine,
): RootContent[] | undefined {
  const items = list.children.map((item) => {
    const [mark = '', number = ''] = numberMark.exec(lineFrom(lines, item.position?.start)) ?? [];
    return { item, mark, number };
  });
  const [first] = items;
  if (!first) return undefined;
  const marks = items.map(({ mark }) => mark);
  const areDates = items.every(({ item }) => goesOnAsDate(textOfItem(item)));
  const goesOn = items.every(({ number }, index) => number === String(Number(first.number) + index));

  if (goesOn && !areDates && items.length > 1) {
    reportDoubtfulPoints(list, marks, lines, report);
    return undefined;
  }

  const paragraph = interruptedBy(list, before);
  const end = paragraph ? plainText(paragraph).trimEnd() : '';
  if (paragraph && items.length === 1 && !end.endsWith(':')) return goOn(paragraph, first.item, first.mark, lines);
  if (paragraph && areDates && !/[.:;!?]$/.test(end)) {
    // A sentence goes on in the next line, which happens to begin with a day.
    if (isTight(list)) return items.flatMap(({ item, mark }) => goOn(paragraph, item, mark, lines));
    const others = { ...list, children: list.children.slice(1) };
    if (list.spread) return [...goOn(paragraph, first.item, first.mark, lines), ...listAsText(others, marks.slice(1))];
  }

  const text = listAsText(list, marks);
  const line = list.position?.start.line ?? 1;
  const blank: LineEdit[] = paragraph ? [{ from: '', to: '\n', below: -1 }] : [];
  const isCounted = new Set(marks).size === 1;
  const edits = isCounted ? counted(list, Number(first.number), lines) : [...blank, ...escaped(list, lines)];
  // Paragraphs may begin with any number; right below each other such lines look like a list.
  const isParagraphs = list.spread === true;
  if (areDates || isParagraphs) {
    const seemsList = isParagraphs ? !areDates && Number(first.number) === 1 : text.length === 1;
    if (items.length > 1 && seemsList) report(line, finding('linesAsText', { marks }), edits);
  } else if (items.length > 1) {
    report(line, finding('numbersDiffer', { written: marks, isCounted }), edits);
  }
  return text;
}

/** What a list of numbers would show otherwise than it is written, or takes for a number although it may be a day. */
function reportDoubtfulPoints(
  list: List,
  marks: readonly string[],
  lines: readonly string[],
  report: ReportLine,
): void {
  if (marks[0]?.endsWith(')')) {
    const stops = changed(list, lines, (line) => line.replace(numberMark, '$1.'));
    report(list.position?.start.line ?? 1, finding('bracketsInList', { mark: marks[0] }), stops);
  }
  list.children.forEach((item, index) => {
    const text = textOfItem(item);
    const mark = marks[index] ?? '';
    if (mark.endsWith('.') && beginsWithMonth(text)) {
      report(item.position?.start.line ?? 1, finding('dateInList', { mark, text: `${mark} ${text}` }));
    }
  });
}

/** Numbers that count on. */
function counted(list: List, from: number, lines: readonly string[]): LineEdit[] {
  return changed(list, lines, (line, index) => line.replace(numberMark, `${from + index}$2`));
}

/** Marks that are text, each in a line of its own. */
export function escaped(list: List, lines: readonly string[]): LineEdit[] {
  const marked = changed(list, lines, (line) => line.replace(/^(\d*)(?=[.)+*>-])/, '$1\\'));
  if (!isTight(list)) return marked;
  const last = list.position?.start.line ?? 1;
  const ends = list.children
    .slice(0, -1)
    .map(({ position }) => ({ from: '', to: '\\', below: (position?.end.line ?? last) - last }));
  return [...marked, ...ends];
}

function changed(list: List, lines: readonly string[], change: (line: string, index: number) => string): LineEdit[] {
  const first = list.position?.start.line ?? 1;
  return list.children.flatMap(({ position }, index) => {
    if (!position) return [];
    const line = lines[position.start.line - 1] ?? '';
    const from = line.slice(position.start.column - 1);
    const to = change(from, index);
    return from === to ? [] : [{ from, to, below: position.start.line - first }];
  });
}
