/** The home page, issues and the archive. */
import { NBSP } from './phrases.ts';

export const issueWords = {
  label: (weeks: string, extra?: number) =>
    `${extra === undefined ? 'Ausgabe' : extra === 1 ? 'Sonderausgabe' : `${extra}.${NBSP}Sonderausgabe`} ${weeks}`,
  /** `numbers` as `33.` or `33./34.`, `years` as `2025` or `2026/2027`. */
  weeks: (numbers: string, years: string) => `${numbers}${NBSP}KW${NBSP}${years}`,
  range: (range: string, isDouble: boolean) => `${isDouble ? 'Wochen' : 'Woche'} vom ${range}`,
};

export const homeWords = {
  newest: 'Aktuelle Ausgabe',
  caseStudies: 'Praxisberichte',
  allCaseStudies: 'Alle Praxisberichte',
  earlier: 'Frühere Ausgaben',
  allIssues: 'Alle Ausgaben',
};

/** The year as a ruler of weeks. */
export const rulerWords = {
  name: (year: number) => `Ausgaben ${year} nach Kalenderwochen`,
  /** Behind the year. */
  unit: 'nach Kalenderwochen (KW)',
  /** Above the number of the week at hand. */
  week: 'KW',
};

export const issuePageWords = {
  title: (label: string, title: string) => `${label}: ${title}`,
  editorial: 'Editorial',
  contents: 'Inhalt',
  noArticles: 'Diese Ausgabe enthält keine Beiträge.',
  neighbours: 'Benachbarte Ausgaben',
  older: 'Ältere Ausgabe',
  newer: 'Neuere Ausgabe',
};

export const archiveWords = {
  title: 'Ausgaben',
  description: (site: string) => `Alle Ausgaben von „${site}“, nach Jahren geordnet, die neueste zuerst.`,
  yearTitle: (year: number) => `Ausgaben ${year}`,
  yearDescription: (year: number, site: string) => `Alle Ausgaben von „${site}“ aus dem Jahr ${year}.`,
  none: 'Noch ist keine Ausgabe erschienen.',
  years: 'Andere Jahre',
  olderYears: 'Ältere Jahre',
  byYear: 'Nach Jahren',
  inYear: (title: string, year: number) => `${title} ${year}`,
  allYears: 'Alle Jahre',
  yearFeed: (year: number) => `Alle Beiträge aus ${year} als Feed`,
};
