import type { Root } from 'mdast';
import { usualAbbreviations } from '../../words/problems/style.ts';
import { finding } from '../../words/problems.ts';
import { lineAt, type ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';
import type { Passage } from './sentences.ts';

/** Three capitals and more; a hyphen ends one: `OZG-Leistung`. Roman numbers are none. */
const capitals = /(?<![\p{L}\p{N}])(?!(?:[IVXLC]+)(?![\p{L}]))\p{Lu}{3,}s?(?![\p{L}\p{N}])/gu;

/**
 * Abbreviations whose long form stands nowhere in the text, each at its first place. `known` are words that readers of the
 * house know: names of its software, what `site.md` lists.
 */
export function checkAbbreviations(
  tree: Root,
  passages: readonly Passage[],
  known: readonly string[],
  report: ReportLine,
): void {
  const explained = new Set([...usualAbbreviations, ...known.flatMap((word) => word.match(/\p{Lu}{3,}/gu) ?? [])]);
  visit(tree, 'html', ({ value }) => {
    if (/^<abbr\s/i.test(value)) explained.add('<abbr>');
  });
  const whole = passages.map(({ text }) => text).join('\n');
  for (const { text, line } of passages) {
    // A text in capitals abbreviates nothing.
    if (text === text.toUpperCase()) continue;
    for (const { 0: written, index } of text.matchAll(capitals)) {
      const abbreviation = written.replace(/s$/, '');
      if (explained.has(abbreviation)) continue;
      explained.add(abbreviation);
      if (!isExplained(abbreviation, whole) && !isMarked(tree, abbreviation)) {
        report(lineAt(text, index, line), finding('abbreviationUnexplained', { text: abbreviation }));
      }
    }
  }
}

/** `Onlinezugangsgesetz (OZG)` or `OZG (Onlinezugangsgesetz)`. */
function isExplained(abbreviation: string, text: string): boolean {
  return new RegExp(
    `\\([^)]*(?<!\\p{L})${abbreviation}(?!\\p{L})[^)]*\\)|(?<!\\p{L})${abbreviation}\\s*\\(\\p{L}`,
    'u',
  ).test(text);
}

/** Whether it stands between `<abbr title="…">` and its end somewhere. */
function isMarked(tree: Root, abbreviation: string): boolean {
  let found = false;
  visit(tree, 'html', ({ value }, index, parent) => {
    const next = index === undefined ? undefined : parent?.children[index + 1];
    if (/^<abbr\s/i.test(value) && next?.type === 'text' && next.value.includes(abbreviation)) found = true;
  });
  return found;
}
