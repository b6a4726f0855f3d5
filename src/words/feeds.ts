/** Words that only the feeds say; what page and feed share is in `phrases.ts` and `issues.ts`. */

export const feedWords = {
  /** BCP 47 tag of everything in the feeds. */
  language: 'de',
  issues: {
    title: (site: string) => `${site} – ganze Ausgaben`,
    description: 'Jede Ausgabe als Ganzes: Editorial und alle Beiträge im vollen Text.',
  },
  topic: {
    title: (site: string, topic: string) => `${site} – Thema ${topic}`,
    description: (topic: string) => `Beiträge zum Thema ${topic}.`,
  },
  archive: {
    title: (site: string, year: number) => `${site} – Archiv ${year}`,
    description: (year: number) => `Alle Beiträge aus den Ausgaben des Jahres ${year}.`,
  },
  opmlTitle: (site: string) => `${site} – alle Feeds`,
};

/** Said to people who open a feed in a browser. */
export const feedStyleWords = {
  hint: 'Das ist ein Feed: eine Datei für Leseprogramme. Kopieren Sie die Adresse dieser Seite, und fügen Sie sie in Ihrem Leseprogramm ein. Dann erfahren Sie von jedem neuen Beitrag.',
};
