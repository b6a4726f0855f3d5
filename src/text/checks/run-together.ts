import { finding, type LineEdit } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { goesOnAsDate } from '../meant/dates.ts';
import { seemsHeading } from './pasted-text.ts';
import { hidden, type ParagraphLine, type WrittenText } from './written-text.ts';

const time = '\\d{1,2}(?:[:.]\\d{2})?(?:\\s?(?:[–-]|bis)\\s?\\d{1,2}(?:[:.]\\d{2})?)?\\s?(?:Uhr|h)\\b';
const weekday =
  '(?:(?:(?:Mon|Diens|Donners|Frei|Sams|Sonn)tags?|Mittwochs?)(?=[,:]|\\s\\d|\\s(?:bis|–|-)\\s)|(?:Mo|Di|Mi|Do|Fr|Sa|So)\\.?(?=[,:]|\\s\\d|\\s?[–-]))';
/** How a line of a programme, a list of opening hours or of contacts begins. */
const entry = new RegExp(
  `^(?:(?:ab|von|um|bis|ca\\.)\\s)?(?:${time}|\\d{1,2}[:.]\\d{2}(?![\\d.])|${weekday}|\\d{1,2}\\.\\s?\\d{1,2}\\.|\\(?(?:[a-z]|\\d{1,2}\\.?)\\)\\s|§\\s?\\d{1,3}[a-z]?\\s|[a-hA-H]\\.\\s|[IVX]{1,4}\\.\\s|o\\s(?=\\p{Lu})|(?:Telefon|Tel\\.?|Fax|Mobil|Handy|E-Mail|Internet|Web)(?![\\p{L}\\p{N}]))`,
  'u',
);

/** A label in bold with what it is about behind it: `**Wann?** Mittwoch`, `**Ort:** Rathaus`. */
const label = /^\*\*[^*]{1,40}(?:[:?]\*\*|\*\*:)\s/;

/** A line of its own above the name of who greets. */
const greeting = /^(?:mit )?(?:\p{L}+ ){0,2}\p{L}*gr(?:ü|ue)(?:ß|ss)en?,?$/iu;

/** Lines that were meant to stand below each other, and would run together. */
export function checkLinesRunTogether({ paragraphs }: WrittenText, report: ReportLine): void {
  for (const { lines, within } of paragraphs) {
    const run = entriesIn(lines) ?? greetingIn(lines) ?? (within === 'blockquote' ? undefined : shortLinesIn(lines));
    const [first, ...others] = run ?? [];
    if (!first || others.length === 0) continue;
    const broken = [first, ...others.slice(0, -1)];
    // Behind a remark or a picture a sign would be a part of it, and break nothing.
    const edits = broken.some(({ text }) => text.endsWith(hidden))
      ? []
      : broken.map((line): LineEdit => ({ from: '', to: '\\', below: line.number - first.number }));
    report(
      first.number,
      finding('linesRunTogether', {
        first: first.number,
        last: others.at(-1)?.number ?? first.number,
        text: first.written,
      }),
      edits,
    );
  }
}

/** Two lines or more below each other that begin as entries do. */
function entriesIn(lines: readonly ParagraphLine[]): ParagraphLine[] | undefined {
  const isEntry = ({ text }: ParagraphLine) =>
    (entry.test(text) && !text.includes(' | ')) ||
    label.test(text) ||
    goesOnAsDate(/^\d{1,2}\\?\.\s(.*)$/.exec(text)?.[1] ?? '');
  const first = lines.findIndex(
    (line, index) => isEntry(line) && !line.isBroken && lines[index + 1] && isEntry(lines[index + 1] as ParagraphLine),
  );
  if (first < 0) return undefined;
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => !isEntry(line));
  return end < 0 ? rest : rest.slice(0, end);
}

/** A greeting and who sends it. */
function greetingIn(lines: readonly ParagraphLine[]): ParagraphLine[] | undefined {
  const first = lines.findIndex(({ text, isBroken }, index) => greeting.test(text) && !isBroken && lines[index + 1]);
  return first < 0 ? undefined : lines.slice(first);
}

/** Three short lines or more that end without a stop, each begun with a capital or a digit: an address, a list of names. */
function shortLinesIn(lines: readonly ParagraphLine[]): ParagraphLine[] | undefined {
  const isShort = lines.length > 2 && lines.every(({ text, isBroken }) => text.length <= 45 && !isBroken);
  const isOpen = lines.every(({ text }) => /[\p{L}\p{N})“"]$/u.test(text));
  const isBegun = lines.every(({ text }) => /^[\p{Lu}\p{N}„"(]/u.test(text));
  return isShort && isOpen && isBegun ? [...lines] : undefined;
}

/** Longer than any line that somebody has broken by hand: a whole paragraph. */
const wholeParagraph = 140;

/** Words that no heading ends with, but a line in the middle of a sentence. */
const unfinished =
  /(?<!\p{L})(?:der|die|das|den|dem|des|ein|eine|einen|einem|einer|in|im|an|am|auf|aus|bei|mit|nach|von|vom|zu|zum|zur|für|über|unter|vor|und|oder|als|wie|dass|sich|war|waren|wird|werden|hat|haben|ist|sind)$/u;

/** A short line without a stop right above a whole paragraph in one line: a heading without its mark. */
export function checkHeadingsAbove({ paragraphs }: WrittenText, report: ReportLine): void {
  for (const { within, lines } of paragraphs) {
    const [first, second] = lines;
    if (within !== 'root' || lines.length !== 2 || !first || !second || first.isBroken) continue;
    const isHeading = seemsHeading(first.text) && !unfinished.test(first.text);
    if (isHeading && second.text.replaceAll(hidden, '').length >= wholeParagraph) {
      report(first.number, finding('headingMeant', { text: first.written }));
    }
  }
}

/** A line right below a point of a list, which has become part of that point although there was room in its line. */
export function checkSwallowedLines({ lines, paragraphs }: WrittenText, report: ReportLine): void {
  for (const { within, lines: own } of paragraphs) {
    if (within !== 'listItem') continue;
    own.slice(1).forEach(({ number, text, written }, index) => {
      const above = own[index];
      const isIndented = /^[ \t]/.test(lines[number - 1] ?? '');
      if (isIndented || !above || above.isBroken || !/^[\p{Lu}\d„]/u.test(text)) return;
      const [word = ''] = text.split(' ');
      if (above.text.length + word.length >= 60) return;
      report(number, finding('lineSwallowed', { text: written }), []);
    });
  }
}
