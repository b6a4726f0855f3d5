/** Words that several kinds of pages say. */

export const NBSP = '\u00A0';

/** A count with its noun in the right number: `1 Datei`, `3 Dateien`. */
export const plural = (count: number, one: string, many: string, space = ' ') =>
  `${count}${space}${count === 1 ? one : many}`;

/** The same for pages, where number and noun stay in one line. */
export const counted = (count: number, one: string, many: string) => plural(count, one, many, NBSP);

const conjunction = new Intl.ListFormat('de', { type: 'conjunction' });

/** `A`, `A und B`, `A, B und C`; nothing of none. */
export const listed = (parts: readonly string[]) => conjunction.format(parts);

/** The same in pieces: the parts with their places, and what stands between them. */
export function listedPieces(parts: readonly string[]): { text: string; index?: number }[] {
  let index = 0;
  return conjunction
    .formatToParts(parts)
    .map(({ type, value }) => (type === 'element' ? { text: value, index: index++ } : { text: value }));
}

export const commonWords = {
  articles: (count: number) => counted(count, 'Beitrag', 'Beiträge'),
  issues: (count: number) => counted(count, 'Ausgabe', 'Ausgaben'),
  asOf: 'Stand:',
  moreArticles: (count: number) => `und ${count}${NBSP}weitere Beiträge`,
  minutes: (count: number) => `${counted(count, 'Minute', 'Minuten')} Lesezeit`,
  range: (from: string, to: string) => `${from} bis ${to}`,
  clock: (time: string) => `${time}${NBSP}Uhr`,
};
