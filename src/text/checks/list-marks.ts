import { finding, type LineEdit } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { goesOnAsDate } from '../meant/dates.ts';
import type { ParagraphLine, WrittenText } from './written-text.ts';

/** Signs that Word and others set before a point; some letters are bullets of the fonts Symbol and Wingdings. */
const bullet = /^(?:[•·●○▪■□◦‣⁃∙➢➤❖\uf0b7\uf0a7\uf0d8\uf076\uf0a8\uf06f][ \t\u00a0]*|[oü§Øv✓✔–—]\t[ \t]*)(?=\S)/;
const dash = /^[–—][ \u00a0]+(?=\S)/;
const glued = /^[-+*–—](?=[\p{L}„"])/u;
const gluedNumber = /^(\d{1,2})[.)](?=\p{L})/u;

/** A line with those around it, in its paragraph and in the ones beside it. */
interface Place {
  line: ParagraphLine;
  before: ParagraphLine | undefined;
  after: ParagraphLine | undefined;
  isFirst: boolean;
  isLast: boolean;
  isQuoted: boolean;
}

/** Points of a list that are none to Markdown: with other signs, or without the space behind the sign. */
export function checkListMarks(text: WrittenText, report: ReportLine): void {
  for (const place of placesOf(text)) {
    const { line, before, isQuoted } = place;
    const isBeside = (pattern: RegExp) => besides(place).some((other) => pattern.test(other.text));
    const isIntroduced = before?.text.endsWith(':') === true;
    const { number, text: words, written } = line;
    const sign = signOf(words);

    if (bullet.test(words)) report(number, finding('listSign', { text: written }), asPoint(place, bullet));
    // A dash in a quotation stands before the name of the speaker.
    else if (dash.test(words) && !isQuoted && (isIntroduced || isBeside(dash))) {
      report(number, finding('listSign', { text: written }), asPoint(place, dash));
    } else if (glued.test(words) && !isPair(words) && (isIntroduced || isBeside(glued))) {
      report(number, finding('listGlued', { text: written, sign }), asPoint(place, glued));
    } else if (/^-\p{Lu}/u.test(words)) {
      report(number, finding('listGluedMaybe', { text: written, sign }), asPoint(place, glued));
    } else if (isStep(place)) {
      report(number, finding('listGlued', { text: written, sign }), asPoint(place, gluedNumber));
    }
  }
}

function placesOf({ paragraphs }: WrittenText): Place[] {
  return paragraphs.flatMap(({ lines, within }, index) =>
    lines.map((line, at) => ({
      line,
      before: lines[at - 1] ?? paragraphs[index - 1]?.lines.at(-1),
      after: lines[at + 1] ?? paragraphs[index + 1]?.lines[0],
      isFirst: at === 0,
      isLast: at === lines.length - 1,
      isQuoted: within === 'blockquote',
    })),
  );
}

function besides({ before, after }: Place): ParagraphLine[] {
  return [before, after].filter((line) => line !== undefined);
}

/** `*betont*` at the start of a line. */
function isPair(text: string): boolean {
  return text.startsWith('*') && text.indexOf('*', 1) > 0;
}

/** `1.Schritt` with the number before or after it beside it; no date. */
function isStep(place: Place): boolean {
  const [mark, number] = gluedNumber.exec(place.line.text) ?? [];
  if (!mark || goesOnAsDate(place.line.text.slice(mark.length))) return false;
  return besides(place).some(({ text }) => Math.abs(Number(gluedNumber.exec(text)?.[1]) - Number(number)) === 1);
}

const signOf = (text: string) => /^(?:\d+[.)]|.)/u.exec(text)?.[0] ?? '';

const isPoint = (text: string) => [bullet, dash, glued, gluedNumber].some((pattern) => pattern.test(text));

/** The line as a point of a list, with blank lines between the list and what is no part of it. */
function asPoint({ line, before, after, isFirst, isLast }: Place, pattern: RegExp): LineEdit[] {
  const { written } = line;
  const [mark = ''] = pattern.exec(line.text) ?? [];
  const blank = isFirst || (before && isPoint(before.text)) ? '' : '\n';
  const point = `${/^\d/.test(mark) ? mark : '-'} ${written.slice(mark.length)}`;
  const ends = !isLast && after && !isPoint(after.text) ? [{ from: '', to: '\n' }] : [];
  return [{ from: written, to: blank + point }, ...ends];
}
