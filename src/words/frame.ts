/** What stands around every page. */
import { listedPieces } from './phrases.ts';

/** Header, footer and the box for subscribers: what every page says. */
export const frameWords = {
  /** BCP 47 tag of every page. */
  language: 'de',
  skip: 'Zum Inhalt springen',
  home: 'Startseite',
  mainMenu: 'Hauptmenü',
  issues: 'Ausgaben',
  caseStudies: 'Praxisberichte',
  topics: 'Themen',
  subscribe: 'Abo und RSS',
  search: 'Suche',
  footerMenu: 'Pflichtangaben und Verzeichnisse',
  imprint: 'Impressum',
  privacy: 'Datenschutz',
  accessibility: 'Barrierefreiheit',
  easyLanguage: 'Leichte Sprache',
  credits: 'Bildnachweise',
  corrections: 'Berichtigungen',
  feeds: 'Feeds',
  municipalities: 'Kommunen',
  software: 'Verfahren',
  notFound: 'Diese Seite gibt es nicht',
  publishedBy: (names: string) => `Herausgeber: ${names}`,
  /** The same in pieces; those that are a name have its place in the list. */
  publishedByEach: (names: readonly string[]): { text: string; index?: number }[] => [
    { text: 'Herausgeber: ' },
    ...listedPieces(names),
  ],
  example: 'Die Angaben zum Herausgeber dieser Website sind erfunden und dienen als Beispiel.',
  pageTitle: (title: string, site: string) => `${title} – ${site}`,
  feedTitle: (site: string, format: string) => `${site}: neue Beiträge (${format})`,
};

export const notFoundWords = {
  description: 'Unter dieser Adresse ist keine Seite zu finden.',
  text: 'Vielleicht ist die Adresse unvollständig, oder ein Link ist veraltet. Hier geht es weiter:',
};
