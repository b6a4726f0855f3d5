/** What the fields of the front matter are called in the Redaktion's forms; what they mean is in `fields/`. */

import { type ArticleKind, kindWords } from './terms.ts';

/** By the name of the field in a file; a name means the same wherever it stands. */
export const fieldLabels: Record<string, string> = {
  id: 'Kennung',
  title: 'Titel',
  subtitle: 'Unterzeile',
  kind: 'Art',
  summary: 'Zusammenfassung',
  lead: 'Vorspann',
  description: 'Beschreibung',
  publishedOn: 'Erscheint am',
  mailing: 'Beim Erscheinen als E-Mail verschicken',
  updatedOn: 'Berichtigt am',
  correction: 'Was berichtigt wurde',
  draft: 'Entwurf',
  withdrawn: 'Zurückgezogen, weil',
  withdrawnOn: 'Zurückgezogen am',
  author: 'Geschrieben von',
  lang: 'Sprache',
  ai: 'Künstliche Intelligenz',
  reviewedBy: 'Geprüft von',
  reviewedOn: 'Geprüft am',
  contact: 'Kontakt',
  source: 'Quelle',
  topics: 'Themen',
  municipality: 'Kommune',
  software: 'Verfahren',
  people: 'Wer zu Wort kommt',
  releasedBy: 'Freigabe der Kommune',
  event: 'Termin',
  attachments: 'Dateien zum Herunterladen',
  related: 'Weiterlesen',
  image: 'Bild über dem Text',
  pictures: 'Bilder im Text',
  formerAddresses: 'Frühere Adressen',
  name: 'Name',
  function: 'Amt oder Aufgabe',
  email: 'E-Mail',
  phone: 'Telefon',
  url: 'Adresse',
  on: 'Am',
  start: 'Beginn',
  end: 'Ende',
  furtherDates: 'Weitere Termine',
  place: 'Ort',
  online: 'Adresse der Online-Teilnahme',
  link: 'Link zum Programm',
  registration: 'Anmeldung',
  text: 'Worte des Links',
  deadline: 'Anmeldung bis',
  cancelled: 'Fällt aus, weil',
  postponed: 'Verschoben, weil',
  previousStart: 'Bisheriger Beginn',
  file: 'Datei',
  alt: 'Alternativtext',
  decorative: 'Nur Schmuck',
  withheld: 'Nicht veröffentlicht, weil',
  credit: 'Bildnachweis',
  creator: 'Gemacht von',
  copyright: 'Urheberrechtsvermerk',
  licence: 'Lizenz',
  licenceUrl: 'Adresse der Lizenz',
  sourceUrl: 'Woher das Bild stammt',
  expiresOn: 'Lizenz bis',
  edited: 'Bearbeitet',
  consent: 'Einwilligung der Abgebildeten',
  medium: 'Bildart',
  caption: 'Bildunterschrift',
  showIn: 'Wo der Link steht',
  example: 'Beispiel',
  styleExceptions: 'Stilhinweise, die hier nicht gelten',
  rule: 'Regel',
  reason: 'Warum nicht',
};

/** What the values of fields are called that take one of a few, beside kinds and licences, which have their words already. */
export const valueLabels: Record<string, Record<string, string>> = {
  ai: {
    none: 'keine',
    assisted: 'beim Schreiben geholfen',
    generated: 'erzeugt',
    edited: 'Bild mit KI bearbeitet',
  },
  consent: { given: 'liegt vor', 'not-needed': 'nicht nötig', pending: 'steht noch aus' },
  medium: { photograph: 'Foto', drawing: 'Zeichnung', screenshot: 'Bildschirmfoto' },
  showIn: { menu: 'im Menü', footer: 'in der Fußzeile' },
};

/** In the place of the help at a field, where that is about writing the file by hand. */
export const formHelp: Record<string, string> = {
  kind: 'Ein Praxisbericht erzählt von einer Kommune; zu einer Veranstaltung gehört ein Termin, weiter unten.',
  publishedOn:
    'Tag, an dem der Text erscheint; ohne Angabe erscheint ein Beitrag mit seiner Ausgabe, eine Ausgabe am Donnerstag ihrer Woche. Mit Uhrzeit legen Sie ihn in der Übersicht unter „Erscheinen und Versand“ fest.',
  mailing: 'Zur Uhrzeit unter „Erscheint am“ geht die Ausgabe als E-Mail an alle Abonnenten.',
  draft: 'Solange der Haken steht, sieht den Text nur die Redaktion. Zum Veröffentlichen nehmen Sie ihn weg.',
  topics: 'Themen des Beitrags; neue trägt man unter „Themen, Kommunen, Verfahren“ in der Übersicht ein.',
  municipality: 'Kommune, von der der Beitrag handelt.',
  software: 'Verfahren, um die es im Beitrag geht.',
  related: 'Was zum Thema weiterführt; es steht nach dem Text.',
  attachments: 'Sie stehen nach dem Text. Ein PDF muss sich vorlesen lassen; ein eingescanntes Blatt kann das nicht.',
  lang: 'Kürzel wie en oder nds; ohne Angabe ist der Text deutsch.',
  showIn: 'Wo der Link auf die Seite steht; ohne Angabe führt nur, wer ihn selbst setzt, zu ihr.',
  decorative: 'Das Bild zeigt nichts, was man wissen muss; dann braucht es keinen Alternativtext.',
};

/** What is left out of a file is left empty in a form. */
export const inForm = (help: string) =>
  help.replace(/lassen Sie das Feld (nur )?weg/g, 'lassen Sie das Feld $1leer').replace(' in der Form JJJJ-MM-TT', '');

/** What a sentence names by the keys of a file, by the names of a form: „releasedBy“, (kind), unter people. */
export const withLabels = (sentence: string) =>
  sentence
    .replace(/ \((\w+)\)/g, (whole, key) => (fieldLabels[key] ? '' : whole))
    .replace(/(?<=unter )(\w+)\b/g, (key) => (fieldLabels[key] ? `„${fieldLabels[key]}“` : key))
    .replace(/„(\w+)“/g, (whole, key) => (fieldLabels[key] ? `„${fieldLabels[key]}“` : whole))
    .replace(/(?<= ist )(?:case-study|news)\b/g, (kind) => `„${kindWords[kind as ArticleKind]}“`)
    .replace(/, oder nennen Sie ihn mit --title/g, '');

/** Fields that belong together, in the order of the form; those that are named nowhere come last, under {@link otherFields}. */
export const fieldGroups: readonly { title: string; fields: readonly string[]; isOpen: boolean }[] = [
  {
    title: 'Titel und Zusammenfassung',
    fields: ['title', 'subtitle', 'kind', 'summary', 'lead', 'description'],
    isOpen: true,
  },
  { title: 'Erscheinen', fields: ['draft', 'publishedOn', 'mailing', 'showIn'], isOpen: true },
  { title: 'Worum es geht', fields: ['topics', 'municipality', 'software'], isOpen: true },
  { title: 'Termin', fields: ['event'], isOpen: false },
  { title: 'Menschen', fields: ['people', 'author', 'contact', 'releasedBy'], isOpen: false },
  { title: 'Bilder', fields: ['image', 'pictures'], isOpen: false },
  { title: 'Quellen und Dateien', fields: ['source', 'related', 'attachments'], isOpen: false },
  {
    title: 'Sprache, Stil und künstliche Intelligenz',
    fields: ['ai', 'reviewedBy', 'reviewedOn', 'lang', 'styleExceptions'],
    isOpen: false,
  },
  {
    title: 'Nach dem Erscheinen',
    fields: ['updatedOn', 'correction', 'withdrawn', 'withdrawnOn', 'formerAddresses'],
    isOpen: false,
  },
];

export const otherFields = 'Weitere Angaben';
