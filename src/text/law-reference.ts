/** A reference to an act that no longer applies, and what stands in its place. */
export interface OutdatedLaw {
  old: string;
  current: string;
  index: number;
}

/** Extend this list when an act is replaced; `old` must not match other uses of the letters. */
const replaced: readonly { old: RegExp; successor?: RegExp; current: string }[] = [
  { old: /\b(?:TMG|Telemediengesetz(?:es)?)\b/g, successor: /\bDDG\b/, current: 'das DDG (seit 14. Mai 2024)' },
  {
    old: /\b(?:RStV|Rundfunkstaatsvertrag(?:e?s)?)\b/g,
    successor: /\bMStV\b/,
    current: 'den MStV (seit 7. November 2020)',
  },
  { old: /\bTTDSG\b/g, successor: /\bTDDDG\b/, current: 'das TDDDG (seit 14. Mai 2024)' },
  {
    old: /(?<=§§?\s?\d+\w?(?:\s(?:(?:Abs|Nr|S|Satz|Absatz|Nummer|Halbsatz)\.?\s?)?\d+\w?)*\s(?:der\s)?)NGO\b/g,
    successor: /\bNKomVG\b/,
    current: 'das NKomVG (seit 1. November 2011)',
  },
  {
    old: /ec\.europa\.eu\/consumers\/odr/g,
    current: 'keinen Verweis auf diese Plattform; sie wurde am 20. Juli 2025 abgeschaltet',
  },
];

const anyReplaced = new RegExp(replaced.map(({ old }) => old.source).join('|'));

/**
 * References to acts that have been replaced. A text that also names the successor tells of the change: it has none.
 * `whole` is the text that `text` is a passage of.
 */
export function lawsOutOfDate(text: string, whole = text): OutdatedLaw[] {
  if (!anyReplaced.test(text)) return [];
  return replaced
    .filter(({ old, successor }) => text.search(old) >= 0 && !successor?.test(whole))
    .flatMap(({ old, current }) =>
      [...text.matchAll(old)].map((match) => ({ old: match[0], current, index: match.index })),
    );
}
