/**
 * The rules for dashes, ellipses, abbreviations, and numbers with what belongs to them.
 * Each looks for a firm context; a hyphen between two numbers may as well be part of a telephone number or a file reference.
 */
import { type Edit, type RuleGroup, substitute, type TypographyRule } from './typography-edits.ts';

const NBSP = '\u00A0';
/** A space inside a line, breaking or not, full or narrow. */
const SPACE = '[ \\u00A0\\u202F]';
const WORD_AHEAD = '(?![\\p{L}\\p{M}\\p{N}])';
const NO_WORD_BEFORE = '(?<![\\p{L}\\p{M}\\p{N}])';

const MONTH =
  '(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|(?:Jan|Feb|Mrz|Apr|Aug|Sept?|Okt|Nov|Dez)\\.)';
const UNIT =
  '(?:[kKMGTP]i?B|[kMG]?bit\\/s|[kcm]?m[²³]?|kg|ms|h|k?Wh?|MWh?|V|[kMG]?Hz|°C|Euro|EUR|Cent|Mio\\.|Mrd\\.|Tsd\\.)';
const COUNTED =
  '(?:Uhr|Prozent|Sekunden|Minuten|Stunden|Tagen?|Wochen|Monaten?|Jahren?|Personen|Seiten|Millionen|Milliarden)';

/** Unicode NFC, word by word so that the edits stay small: letters compose only with what is not ASCII. */
const composed: TypographyRule = (text) => {
  // What is in normal form as a whole is so in each of its words.
  if (text.normalize('NFC') === text) return [];
  const edits: Edit[] = [];
  for (const match of text.matchAll(/\p{ASCII}?[\P{ASCII}--\uFFFC]+/gv)) {
    const [written] = match;
    const normal = written.normalize('NFC');
    if (normal !== written) edits.push(smallestEdit(match.index, written, normal));
  }
  return edits;
};

export const normalForm: RuleGroup = { sign: /\P{ASCII}/u, rules: [composed] };

function smallestEdit(at: number, before: string, after: string): Edit {
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  return { at: at + start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** Abbreviations of several words are set with a space (DIN 5008); the line must not break there. Longer ones first. */
const ABBREVIATIONS = [
  ...['u. v. a. m.', 'a. a. O.', 'b. a. w.', 'i. d. F.', 'i. d. R.', 'i. e. S.', 'i. w. S.', 'i. H. v.', 'i. S. d.'],
  ...['i. S. v.', 'i. V. m.', 'm. a. W.', 'u. a. m.', 'u. v. a.', 'u. v. m.', 'a. D.', 'd. h.', 'e. V.', 'h. c.'],
  ...['i. A.', 'i. V.', 'm. E.', 'm. W.', 'n. Chr.', 'o. Ä.', 'o. ä.', 'o. g.', 'p. a.', 's. a.', 's. o.', 's. u.'],
  ...['u. a.', 'u. Ä.', 'u. ä.', 'u. U.', 'v. a.', 'v. Chr.', 'z. B.', 'z. T.', 'z. Z.', 'z. Zt.'],
  ...['D. h.', 'I. d. R.', 'U. a.', 'V. a.', 'Z. B.', 'Z. T.'],
];
const ABBREVIATION = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}.])(?:${ABBREVIATIONS.map((words) =>
    words.replaceAll('.', '\\.').replaceAll(' ', `${SPACE}?`),
  ).join('|')})${WORD_AHEAD}`,
  'gu',
);

const abbreviations: TypographyRule = (text) =>
  Array.from(text.matchAll(ABBREVIATION), (match) =>
    Array.from(match[0].matchAll(/(?<=\.) ?(?=\p{L})/gu), (gap) => ({
      at: match.index + gap.index,
      remove: gap[0].length,
      insert: NBSP,
    })),
  ).flat();

/** Up to the thousands of millions; a limit, because an open end would make the search quadratic. */
const NUMBER = '\\d{1,3}(?:\\.\\d{3}){0,3}(?:,\\d{1,2})?';
const TIME = '\\d{1,2}(?:[:.]\\d{2})?';
const CLOCK = '\\d{1,2}:\\d{2}';
const YEAR = '(?:19|20)\\d{2}';
const DATE = '\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4})?';
/** Neither side may go on: `2-3-4`, `2025-08-14`, `A10-12`, `10-12.3` and `2024-2026.pdf` are names, not ranges. */
const RANGE_START = '(?<![\\p{L}\\p{M}\\p{N}\\uFFFC_.,:\\/+#–-])';
const RANGE_END = '(?![\\p{L}\\p{M}\\p{N}\\uFFFC_\\/–-]|[.,:][\\p{L}\\p{N}])';
/** Words after which four digits are no year. */
const NUMBERED =
  '(?:DIN|EN|ISO|IEC|RFC|PLZ|ID|A[Zz]\\.?|Aktenzeichen|N[Rr]\\.|[Nn]ummer|[Vv]orlage|Drs\\.|Drucksache|Postfach|Ticket|Angebot|Auftrag|Bestellung|Rechnung|Vorgang|Tel\\.|Telefon|Fax|Mobil|Durchwahl|Hotline):?';

/** Ranges take an en dash without spaces (Duden). */
const rangeRules = [
  `(?<=${RANGE_START}${TIME})-(?=${TIME}${SPACE}?Uhr${WORD_AHEAD})`,
  `(?<=${RANGE_START}${NUMBER})-(?=${NUMBER}(?:${SPACE}?(?:[%‰€]|°C)(?![\\p{L}\\p{N}-])|${SPACE}(?:${UNIT}|${COUNTED})${WORD_AHEAD}))`,
  `(?<=${RANGE_START}\\d{1,2}\\.)-(?=\\d{1,2}\\.${SPACE}(?:${MONTH}|KW)${WORD_AHEAD})`,
  `(?<=${RANGE_START}\\d{1,2}\\.(?:\\d{1,2}\\.(?:\\d{4})?)?)-(?=\\d{1,2}\\.\\d{1,2}\\.\\d{4}${RANGE_END})`,
]
  .map((pattern) => substitute(new RegExp(pattern, 'gu'), '–'))
  .concat(
    risingRange(`${RANGE_START}(?<!(?:[\\d)]|${NUMBERED})${SPACE})(${YEAR})-(${YEAR})${RANGE_END}`),
    risingRange(
      `(?<=${NO_WORD_BEFORE}(?:(?:S\\.|Seiten?|Art\\.|Abs\\.|KW)${SPACE}|§§${SPACE}?))(\\d{1,3})-(\\d{1,3})${RANGE_END}`,
    ),
  );

const ranges: RuleGroup = { sign: /\d\.?-\d/, rules: rangeRules };

/** A rule for `(from)-(to)` that holds only where the second number is the greater one. */
function risingRange(pattern: string): TypographyRule {
  const expression = new RegExp(pattern, 'gu');
  return (text) =>
    Array.from(text.matchAll(expression))
      .filter(([, from, to]) => Number(from) < Number(to))
      .map(({ index, 1: from = '' }) => ({ at: index + from.length, remove: 1, insert: '–' }));
}

/** A dash has a space on either side and never begins a line (DIN 5008); a hyphen at the start of a line is a list. */
const dashRules = [
  // Between two numbers a single hyphen may belong to a telephone number or a sum, so dates and times are named below.
  `(?<=[^\\s–—-]${SPACE})(?!(?<=[\\d)]${SPACE})-\\s[\\d(+]|-\\s\\d+\\s?°)--?(?=\\s[^\\s–—-])`,
  `(?<=[^\\s–—-]${SPACE})--(?=[,;:.!?)])`,
  `(?<=(?<![\\d.:+\\/-])(?:${DATE}|${CLOCK}|(?<!\\d${SPACE})${YEAR}) )-(?= (?:${DATE}|${CLOCK}|${YEAR}|\\d{1,2}\\.${SPACE}${MONTH})(?!\\d))`,
  `(?<=(?<![\\d.:+\\/-])${TIME} )-(?= ${TIME}${SPACE}Uhr${WORD_AHEAD})`,
].map((pattern) => substitute(new RegExp(pattern, 'gu'), '–'));

const dashes: RuleGroup = { sign: new RegExp(`${SPACE}-`), rules: dashRules };

/** Where a line must not break; each matches the space, or the place where one is missing. */
const unbroken: RuleGroup[] = [
  joined(/–/, '(?<=[^\\s–—-]) (?=–(?![\\p{L}\\p{M}\\p{N}–—-]))'),
  // Numbers and their units; `10%ig` and `5€-Schein` are words (Duden).
  joined(/\d/, '(?<=\\d) ?(?=(?:[%‰€]|°C)(?![\\p{L}\\p{N}-]))', `(?<=\\d) (?=(?:${UNIT}|Uhr)${WORD_AHEAD})`),
  joined(/(?:Mio|Mrd|Tsd)\. /, `(?<=(?:Mio|Mrd|Tsd)\\.) (?=(?:${UNIT}|€)${WORD_AHEAD})`),
  joined(
    /\d/,
    '(?<=€) (?=\\d)',
    // Dates and calendar weeks.
    `(?<=(?<!\\d)\\d{1,2}\\.) (?=${MONTH}${WORD_AHEAD})`,
    `(?<=\\d\\.) (?=KW${WORD_AHEAD})`,
    `(?<=${NO_WORD_BEFORE}KW) (?=\\d)`,
    // References to laws, pages and numbers.
    '(?<=§) ?(?=\\d)',
    `(?<=${NO_WORD_BEFORE}(?:Art|Abs|Nr|S|Kap)\\.) (?=\\d)`,
  ),
  joined(/lit\. /, `(?<=${NO_WORD_BEFORE}lit\\.) (?=[a-z]${WORD_AHEAD})`),
  // Titles before names.
  joined(
    /Dr\.|Prof\./,
    `(?<=${NO_WORD_BEFORE}(?:Dr\\.(?:-Ing\\.)?|Prof\\.)) (?=\\p{Lu}|(?:med|jur|iur|phil|rer|oec|h)\\.)`,
  ),
];

function joined(sign: RegExp, ...patterns: string[]): RuleGroup {
  return { sign, rules: patterns.map((pattern) => substitute(new RegExp(pattern, 'gu'), NBSP)) };
}

/** All of the above in an order in which no rule makes work for one before it. */
export const spacingRules: readonly RuleGroup[] = [
  // One space between words; spaces at the start or end of a line may be meant.
  { sign: / {2}/, rules: [substitute(/(?<=\S ) +(?=\S)/g, '')] },
  // Not in a run of more dots, and not in a path.
  { sign: /\.{3}/, rules: [substitute(/(?<![./\\])\.{3}(?![./\\])/g, '…')] },
  { sign: /(?<![\p{L}\p{N}])[a-z]\./iu, rules: [abbreviations] },
  ranges,
  dashes,
  ...unbroken,
];
