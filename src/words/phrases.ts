/** Words that several kinds of pages say. */

export const NBSP = '\u00A0';

export const counted = (count: number, one: string, many: string) => `${count}${NBSP}${count === 1 ? one : many}`;

export const commonWords = {
  articles: (count: number) => counted(count, 'Beitrag', 'Beiträge'),
  issues: (count: number) => counted(count, 'Ausgabe', 'Ausgaben'),
  asOf: 'Stand:',
  moreArticles: (count: number) => `und ${count}${NBSP}weitere Beiträge`,
  minutes: (count: number) => `${counted(count, 'Minute', 'Minuten')} Lesezeit`,
  range: (from: string, to: string) => `${from} bis ${to}`,
  clock: (time: string) => `${time}${NBSP}Uhr`,
  and: (parts: readonly string[]) =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`,
};
