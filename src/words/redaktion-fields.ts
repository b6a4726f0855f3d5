/** What the fields of the front matter are called in the Redaktion's forms; what they mean is in `fields/`. */

import { licenceWords } from './pictures.ts';
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
const formHelp: Record<string, string> = {
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
  example: 'Der Haken steht in der Seite, die als Beispiel mitkommt. Schreiben Sie sie neu, und nehmen Sie ihn weg.',
  showIn: 'Wo der Link auf die Seite steht; ohne Angabe führt nur, wer ihn selbst setzt, zu ihr.',
  withheld: 'Grund, aus dem das Bild nicht erscheinen darf, als Satz für die Redaktion; dann braucht es keine Datei.',
  alt: 'Für alle, die das Bild nicht sehen: ein Satz ohne „Foto von“, höchstens 1000 Zeichen.',
  licence:
    'Unter welcher Lizenz Sie das Bild zeigen dürfen. Kennen Sie keine, füllen Sie „Nicht veröffentlicht, weil“ aus.',
  consent:
    'Ob die gezeigten Personen einverstanden sind; nicht nötig, wenn niemand zu erkennen ist oder § 23 KunstUrhG gilt.',
  medium: 'Was für ein Bild es ist; ohne Angabe nichts davon.',
  decorative: 'Das Bild zeigt nichts, was man wissen muss; dann braucht es keinen Alternativtext.',
};

/** What is left out of a file is left empty in a form. */
export const inForm = (help: string) =>
  help
    .replace(/lassen Sie das Feld (nur )?weg/g, 'lassen Sie das Feld $1leer')
    .replace('dürfen Sie das Feld weglassen', 'dürfen Sie das Feld leer lassen')
    .replace('lassen das Feld weg', 'lassen das Feld leer')
    .replace(/, in der Form JJJJ-MM-TT(?=[;.])/, '')
    .replace(' in der Form JJJJ-MM-TT', '')
    .replace(', in der Datei in Anführungszeichen', '')
    .replace(/, eine Liste(?=[;.:]| mit einem Eintrag)/, '')
    .replace(/^true, wenn (.*); sonst lassen Sie das Feld leer\.$/, 'Ankreuzen, wenn $1.');

/** The words of a form. */
export interface FormWords {
  labels: Record<string, string>;
  values: Record<string, Record<string, string>>;
  help: Record<string, string>;
  inForm: (help: string) => string;
  /** Fields that belong together, in the order of the form; those that are named nowhere come last, under {@link otherFields}. */
  groups: readonly { title: string; fields: readonly string[]; isOpen: boolean }[];
}

/** What a sentence names by the keys of a file, by the names of a form: „releasedBy“, (kind), unter people. */
export const withLabels = (sentence: string, labels: Record<string, string> = fieldLabels) =>
  sentence
    .replace(/ \((\w+)\)/g, (whole, key) => (labels[key] ? '' : whole))
    .replace(/(?<=unter )(\w+)\b/g, (key) => (labels[key] ? `„${labels[key]}“` : key))
    .replace(/„(\w+)“/g, (whole, key) => (labels[key] ? `„${labels[key]}“` : whole))
    // What stands in a file behind a field's name is chosen or typed in a form.
    .replace(/„(\w+): …“/g, (whole, key) => (labels[key] ? `„${labels[key]}“` : whole))
    .replace(/„(\w+):“ und darunter, eingerückt, diese Felder/g, (whole, key) =>
      labels[key] ? `die Felder unter „${labels[key]}“` : whole,
    )
    .replace(/ mit einem dieser Werte: .*/, ' mit einer der Angaben, die zur Wahl stehen')
    .replace(/einen dieser Werte: .*/, 'eine der Angaben, die zur Wahl stehen')
    .replace('„licence: own“', '„eigenes Bild“')
    .replace('„decorative: true“', `der Haken bei „${fieldLabels.decorative}“`)
    .replace('„credit: AdobeStock/Name“', '„AdobeStock/Name“')
    .replace(/; „npm run check -- --fix“ (?:tut|vergibt|macht)[^.;]*/g, '')
    .replace(' den Eintrag im Kopf der Datei', ` ihn unter „${fieldLabels.pictures}“`)
    .replace(' in site.md auf (style.words)', ' unter „Stil des Hauses“ auf (Übersicht, „Herausgeber, Farben, E-Mail“)')
    .replace(/(?<= ist )(?:case-study|news)\b/g, (kind) => `„${kindWords[kind as ArticleKind]}“`)
    .replace(/, oder nennen Sie ihn mit --title/g, '');

const fieldGroups: FormWords['groups'] = [
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

/** Of the form of an article, an issue or a page. */
export const textFormWords: FormWords = {
  labels: fieldLabels,
  values: { ...valueLabels, kind: kindWords, licence: licenceWords },
  help: formHelp,
  inForm,
  groups: fieldGroups,
};
