import { type ForeignMark, finding } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';
import type { WrittenText } from './written-text.ts';

/** Marks that other programs know and that would be read as they stand. */
const foreign: readonly [ForeignMark, RegExp][] = [
  ['box', /^[ \t]*:::.*/],
  ['box', /^[ \t]*!!![ \t].*/],
  ['box', /^[ \t]*>[ \t]*\[![A-Z]{2,12}\]/],
  ['wiki', /^[ \t]*={2,6}[ \t].{1,200}[ \t]={2,6}[ \t]*$/],
  ['wiki', /(?<![\p{L}'])'''[^']{1,200}'''/gu],
  ['wiki', /(?<!\\)\[\[[^[\]]{1,200}\]\]/g],
  ['code', /\{\{[^{}]{0,200}\}\}/g],
  ['code', /\{%[^{}]{0,200}%\}/g],
  ['code', /(?<!\\)\[\/?(?:gallery|caption|embed|vc_\w+|contact-form\S*)\b[^[\]]{0,200}\]/gi],
  ['contents', /^[ \t]*\[{1,2}(?:_?TOC_?|Inhaltsverzeichnis)\]{1,2}[ \t]*$/i],
  ['forum', /(?<!\\)\[\/?(?:b|i|u|s|url|img|quote|size|color|center|list)(?:=[^[\]]{0,200})?\](?!\()/gi],
  ['attributes', /\{:?[ ]?[.#][\w-]{1,60}[ ]?\}/g],
  ['highlight', /(?<![=\p{L}\p{N}])==(?=[\p{L}\p{N}"„])[^=]{1,200}(?<=[\p{L}\p{N}.!?"“])==(?![=\p{L}\p{N}])/gu],
];

/** Raised and lowered signs as Pandoc and wikis have them. */
const shifted = [
  { kind: 'raised', pattern: /(?<=[\p{L}\p{N})])\^([\p{L}\p{N}+-]{1,8})\^/gu },
  { kind: 'lowered', pattern: /(?<=\p{L})~([\d+-]{1,4})~(?!~)/gu },
] as const;

/** The characters that Unicode has raised or lowered, in the order of `plainSigns`. */
const plainSigns = '0123456789+-n';
const shiftedSigns = { raised: '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ', lowered: '₀₁₂₃₄₅₆₇₈₉₊₋ₙ' } as const;

const emoji = /(?<![\p{L}\p{N}:]):[a-z][a-z_]{2,30}:(?![\p{L}\p{N}:])/gu;

/** What an editor knows from other programs and Markdown has no sign for. */
export function checkForeignMarks({ tree, prose, lines }: WrittenText, report: ReportLine): void {
  prose.forEach((line, index) => {
    if (!/[~^[{:!=']/.test(line)) return;
    if (/[~^]/.test(line)) checkShifted(line, index + 1, report);
    if (!/[[{:!=']/.test(line)) return;
    const told = new Set<ForeignMark>();
    for (const [kind, pattern] of foreign) {
      const [match] = pattern.global ? line.matchAll(pattern) : [pattern.exec(line)].filter((one) => one !== null);
      if (!match || told.has(kind) || (kind === 'wiki' && told.has('contents'))) continue;
      told.add(kind);
      const text = (lines[index] ?? '').slice(match.index, match.index + match[0].length).trim();
      report(index + 1, finding('foreignMark', { kind, text }));
    }
    for (const [text] of line.matchAll(emoji)) report(index + 1, finding('emojiName', { text }));
  });
  if (!lines.some((line) => /\[[ xX]?\]/.test(line))) return;
  visit(tree, 'listItem', ({ position, children: [first] }) => {
    const line = position?.start.line ?? 1;
    const written = lines[line - 1] ?? '';
    const [mark, sign = ''] = /(?<=^[ \t>]*(?:[-+*]|\d+[.)])[ \t]+)\[([ xX]?)\](?=[ \t])/.exec(written) ?? [];
    if (!mark || first?.type !== 'paragraph') return;
    report(line, finding('taskBox', { mark }), [{ from: mark, to: sign.trim() === '' ? '☐' : '☑' }]);
  });
}

function checkShifted(line: string, number: number, report: ReportLine): void {
  for (const { text, meant, kind } of shiftedWords(line)) {
    report(number, finding('raisedByMark', { text, meant, kind }), meant ? [{ from: text, to: meant }] : []);
  }
}

/** Words with raised or lowered signs as other programs write them, `m^2^`, and as they are meant, where Unicode has the signs. */
export function shiftedWords(line: string): { text: string; meant: string | undefined; kind: 'raised' | 'lowered' }[] {
  return shifted.flatMap(({ kind, pattern }) =>
    [...line.matchAll(pattern)].map(({ 0: mark, 1: signs = '', index }) => {
      const shown = [...signs].map((sign) => shiftedSigns[kind][plainSigns.indexOf(sign)] ?? '').join('');
      const [word = ''] = /\S*$/.exec(line.slice(0, index)) ?? [];
      return { text: word + mark, meant: shown.length === signs.length ? word + shown : undefined, kind };
    }),
  );
}
