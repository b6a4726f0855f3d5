/** Every word that the web site, the feeds and the calendar say by themselves. */

const NBSP = '\u00A0';

export const footnoteWords = {
  title: 'Fußnoten',
  back: (number: number, again: number) => `Zurück zur Stelle ${number}${again > 1 ? `-${again}` : ''} im Text`,
};

/** What stands in plain text for things that only HTML has. */
export const plainTextWords = {
  picture: (alt: string) => `[Bild: ${alt}]`,
  link: (text: string, number: number) => `${text}${NBSP}[${number}]`,
  abbreviation: (text: string, title: string) => `${text} (${title})`,
  cell: (column: string, cell: string) => (column === '' ? cell : `${column}: ${cell}`),
  at: (text: string, address: string) => `${text} <${address}>`,
  links: 'Links:',
  linkEntry: (number: number, address: string) => `[${number}] ${address}`,
};

const counted = (count: number, one: string, many: string) => `${count}${NBSP}${count === 1 ? one : many}`;

/** Words that several kinds of pages say. */
export const commonWords = {
  articles: (count: number) => counted(count, 'Beitrag', 'Beiträge'),
  issues: (count: number) => counted(count, 'Ausgabe', 'Ausgaben'),
  moreArticles: (count: number) => `und ${count}${NBSP}weitere Beiträge`,
  minutes: (count: number) => `${counted(count, 'Minute', 'Minuten')} Lesezeit`,
  range: (from: string, to: string) => `${from} bis ${to}`,
  clock: (time: string) => `${time}${NBSP}Uhr`,
  and: (parts: readonly string[]) =>
    parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} und ${parts.at(-1)}`,
};

export const issueWords = {
  label: (weeks: string, extra?: number) =>
    `${extra === undefined ? 'Ausgabe' : extra === 1 ? 'Sonderausgabe' : `${extra}.${NBSP}Sonderausgabe`} ${weeks}`,
  /** `numbers` as `33.` or `33./34.`, `years` as `2025` or `2026/2027`. */
  weeks: (numbers: string, years: string) => `${numbers}${NBSP}KW${NBSP}${years}`,
  range: (range: string, isDouble: boolean) => `${isDouble ? 'Wochen' : 'Woche'} vom ${range}`,
};

/** Header, footer and the box for subscribers: what every page says. */
export const frameWords = {
  skip: 'Zum Inhalt springen',
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
  feeds: 'Feeds',
  municipalities: 'Kommunen',
  software: 'Verfahren',
  publishedBy: (names: string) => `Herausgeber: ${names}`,
  example: 'Die Angaben zum Herausgeber dieser Website sind erfunden und dienen als Beispiel.',
  pageTitle: (title: string, site: string) => `${title} – ${site}`,
  feedTitle: (site: string, format: string) => `${site}: neue Beiträge (${format})`,
};

export const followWords = {
  title: 'Keine Ausgabe verpassen',
  frequency: (frequency: string) => `Erscheint ${frequency}.`,
  mail: 'Per E-Mail',
  mailText: 'Das Abo bringt Ihnen jede Ausgabe ins Postfach. Abbestellen geht mit einem Klick.',
  mailLink: 'Per E-Mail abonnieren',
  mailTextClosed: 'Das Abo per E-Mail gibt es hier noch nicht.',
  mailLinkClosed: 'Was das Abo bieten wird',
  feed: 'Per RSS',
  feedText: 'Der Feed bringt Ihnen jeden neuen Beitrag in Ihr Leseprogramm, ganz ohne Anmeldung.',
  feedLink: 'RSS-Feed',
  feedsLink: 'Alle Feeds und wie man ihnen folgt',
};

export const homeWords = {
  newest: 'Aktuelle Ausgabe',
  readIssue: (label: string) => `${label} lesen`,
  caseStudies: 'Praxisberichte',
  allCaseStudies: 'Alle Praxisberichte',
  earlier: 'Frühere Ausgaben',
  allIssues: 'Alle Ausgaben',
};

/** The year as a ruler of weeks. */
export const rulerWords = {
  name: (year: number) => `Ausgaben ${year} nach Kalenderwochen`,
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

export const articleWords = {
  by: (name: string) => `Von ${name}`,
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

export const archiveWords = {
  title: 'Ausgaben',
  description: (site: string) => `Alle Ausgaben von „${site}“, nach Jahren geordnet, die neueste zuerst.`,
  yearTitle: (year: number) => `Ausgaben ${year}`,
  yearDescription: (year: number, site: string) => `Alle Ausgaben von „${site}“ aus dem Jahr ${year}.`,
  none: 'Noch ist keine Ausgabe erschienen.',
  years: 'Andere Jahre',
  allYears: 'Alle Jahre',
  yearFeed: (year: number) => `Alle Beiträge aus ${year} als Feed`,
};

export const caseStudyWords = {
  title: 'Praxisberichte',
  description:
    'Berichte aus Verwaltungen: was sie entschieden haben, wie es sich bewährt und was sie daraus gelernt haben.',
  none: 'Noch ist kein Praxisbericht erschienen.',
};

export const termWords = {
  topics: {
    one: 'Thema',
    all: 'Themen',
    description: 'Die Themen, nach denen die Beiträge geordnet sind.',
    pageDescription: (name: string) => `Alle Beiträge zum Thema ${name}.`,
    none: 'Zu diesem Thema ist noch kein Beitrag erschienen.',
  },
  municipalities: {
    one: 'Kommune',
    all: 'Kommunen',
    description: 'Die Städte, Gemeinden und Kreise, aus denen die Beiträge berichten.',
    pageDescription: (name: string) => `Alle Beiträge zur Kommune ${name}.`,
    none: 'Über diese Kommune ist noch kein Beitrag erschienen.',
  },
  software: {
    one: 'Verfahren',
    all: 'Verfahren',
    description: 'Die Fachverfahren und Programme, um die es in den Beiträgen geht.',
    pageDescription: (name: string) => `Alle Beiträge zum Verfahren ${name}.`,
    none: 'Zu diesem Verfahren ist noch kein Beitrag erschienen.',
  },
  noTerms: 'Noch ist kein Beitrag erschienen.',
  otherOrders: 'Andere Verzeichnisse',
  facts: 'Angaben',
  articles: 'Beiträge',
  inhabitants: 'Einwohnerzahl',
  inhabitantsAsOf: (count: string, asOf: string) => `${count}, Stand ${asOf}`,
  inhabitantsSource: 'Quelle der Zahl',
  vendor: 'Hersteller',
  website: 'Website',
  topicFeed: (name: string) => `Das Thema ${name} als RSS-Feed`,
};

export const feedsPageWords = {
  title: 'Feeds zum Abonnieren',
  description: 'Was ein Feed ist, wie Sie ihm folgen und welche Feeds es hier gibt.',
  lead: 'Mit einem Feed erfahren Sie von neuen Beiträgen, ohne eine Adresse zu hinterlassen.',
  what: 'Was ein Feed ist',
  whatText: [
    'Ein Feed ist eine Datei mit den neuesten Beiträgen. Ein Leseprogramm ruft sie von Zeit zu Zeit ab und zeigt Ihnen, was hinzugekommen ist, mit vollem Text.',
    'Sie müssen sich nicht anmelden, und wir erfahren nicht, wer mitliest. Wenn Sie nicht mehr folgen möchten, löschen Sie den Feed in Ihrem Programm.',
  ],
  how: 'So folgen Sie einem Feed',
  howSteps: [
    'Öffnen Sie ein Programm, das Feeds lesen kann. Outlook und Thunderbird können es, außerdem gibt es eigene Leseprogramme für Rechner und Telefon.',
    'Kopieren Sie eine der Adressen von dieser Seite.',
    'Wählen Sie im Programm „Feed hinzufügen“ oder „Abonnieren“, und fügen Sie die Adresse ein.',
  ],
  howNote:
    'Wenn Sie einen Feed im Browser öffnen, sehen Sie seinen Quelltext. Das ist in Ordnung: Lesbar wird er im Leseprogramm.',
  all: 'Alle Feeds',
  titleWithFormat: (title: string, format: string) => `${title} (${format})`,
  copy: (title: string) => `Adresse kopieren: ${title}`,
  copyShort: 'Kopieren',
  copied: 'Adresse kopiert',
  opml: 'Alle Feeds auf einmal als OPML-Datei',
  opmlNote: 'Viele Leseprogramme lesen eine solche Liste ein und folgen dann allen Feeds, die darin stehen.',
  formats: 'RSS, Atom und JSON Feed enthalten dasselbe. Nehmen Sie RSS, wenn Ihr Programm nichts anderes verlangt.',
};

export const subscribeWords = {
  title: 'Abo und RSS',
  description: 'Neue Ausgaben per E-Mail oder per RSS: zwei Wege, die dasselbe bringen.',
  lead: 'Sie können jede Ausgabe per E-Mail bekommen oder ihr per RSS folgen. Beide Wege bringen denselben Inhalt.',
  mail: 'Per E-Mail',
  mailClosed: 'Das Abo per E-Mail ist noch nicht eröffnet. Bis dahin fragen wir auf dieser Website keine Adressen ab.',
  mailPreview:
    'Die Vorschau nimmt keine Anmeldungen an, deshalb fehlt hier das Formular. Ausprobieren können Sie es mit „npm start“. Zustimmen werden Leserinnen und Leser diesem Satz:',
  mailPromisesClosed: 'Wenn es so weit ist, gilt:',
  mailPromises: 'Was Sie erwarten können',
  promises: [
    'Jede Ausgabe kommt als eine E-Mail mit allen Beiträgen, Bildnachweisen und dem Impressum.',
    'Sie melden sich mit Ihrer Adresse an und bestätigen die Anmeldung einmal. Mehr fragen wir nicht.',
    'Jede E-Mail enthält einen Link, mit dem Sie sich wieder abmelden.',
    'Wir messen weder, ob Sie eine E-Mail öffnen, noch, worauf Sie klicken.',
  ],
  feed: 'Per RSS',
  feedState: 'Für den RSS-Feed brauchen Sie keine Anmeldung. Kopieren Sie seine Adresse in Ihr Leseprogramm:',
  feedMore: 'Was ein Feed ist und welche es noch gibt',
};

export const notFoundWords = {
  title: 'Diese Seite gibt es nicht',
  description: 'Unter dieser Adresse ist keine Seite zu finden.',
  text: 'Vielleicht ist die Adresse unvollständig, oder ein Link ist veraltet. Hier geht es weiter:',
  home: 'Startseite',
};

/** What only the preview of unpublished things says. */
export const previewWords = {
  draft: 'Entwurf',
  scheduled: (date: string) => `Geplant für den ${date}`,
  region: 'Vorschau',
  summary: (errors: number, warnings: number) =>
    `Vorschau: ${counted(errors, 'Fehler', 'Fehler')}, ${counted(warnings, 'Warnung', 'Warnungen')} in den Inhalten`,
  error: 'Fehler',
  warning: 'Warnung',
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
