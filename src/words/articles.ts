/** Articles, lists of them, and what is attached to them. */
import { listed } from './phrases.ts';

export const articleWords = {
  /** One of several is followed by the function in brackets, where there is one. */
  by: (names: readonly string[]) => `Von ${listed(names)}`,
  withFunction: (name: string, role: string) => `${name} (${role})`,
  /** What a machine had to do with the text. */
  ai: {
    assisted: 'Beim Schreiben hat eine KI geholfen.',
    generated: 'Diesen Text hat eine KI erzeugt.',
  },
  reviewed: (person: string, date: string) => `Geprüft von ${person} am ${date}.`,
  corrected: (date: string) => `Berichtigt am ${date}`,
  facts: 'Auf einen Blick',
  municipality: 'Kommune',
  seat: 'Sitz',
  state: 'Land',
  software: 'Verfahren',
  people: (count: number) => (count === 1 ? 'Zu Wort kommt' : 'Zu Wort kommen'),
  event: 'Termin',
  outline: 'In diesem Beitrag',
  when: 'Wann',
  where: 'Wo',
  moreOnEvent: 'Im Netz',
  calendar: 'In den Kalender',
  calendarFile: 'Termin als Kalenderdatei (ICS)',
  attachments: 'Anhänge',
  related: 'Zum Weiterlesen',
  source: 'Quelle',
  contact: 'Kontakt',
  contactName: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  topics: 'Themen',
  placement: 'Eingeordnet unter',
  neighbours: 'Weitere Beiträge der Ausgabe',
  previous: 'Vorheriger Beitrag',
  next: 'Nächster Beitrag',
  moreOn: (topic: string) => `Mehr zum Thema ${topic}`,
  allOn: (topic: string) => `Alle Beiträge zum Thema ${topic}`,
  withdrawn: 'Beitrag zurückgezogen',
  withdrawnText: 'Dieser Beitrag wurde zurückgezogen. Sein Inhalt steht nicht mehr zur Verfügung.',
  reason: (reason: string) => `Grund: ${reason}`,
  backToIssue: (label: string) => `Zur ${label}`,
  table: (number: number) => `Tabelle ${number}`,
};

export const caseStudyWords = {
  title: 'Praxisberichte',
  description:
    'Berichte aus Verwaltungen: was sie entschieden haben, wie es sich bewährt und was sie daraus gelernt haben.',
  none: 'Noch ist kein Praxisbericht erschienen.',
};

/** File types by media type; whatever is not here goes by its file's ending. */
export const fileTypeWords: Record<string, string> = {
  'application/pdf': 'PDF',
  'application/zip': 'ZIP-Archiv',
  'application/json': 'JSON',
  'application/msword': 'Word',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word',
  'application/vnd.ms-excel': 'Excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel',
  'application/vnd.ms-powerpoint': 'PowerPoint',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'PowerPoint',
  'application/vnd.oasis.opendocument.text': 'OpenDocument-Text',
  'application/vnd.oasis.opendocument.spreadsheet': 'OpenDocument-Tabelle',
  'application/vnd.oasis.opendocument.presentation': 'OpenDocument-Präsentation',
  'text/calendar': 'Kalenderdatei',
  'text/csv': 'CSV-Tabelle',
  'text/plain': 'Textdatei',
};

/** Units of file size, each a thousand times the one before. */
export const sizeUnits = ['Byte', 'kB', 'MB', 'GB'] as const;
