/** German names of what is written in English in front matter. */
import { listed } from './phrases.ts';

export const fieldWords: Record<string, string> = {
  legalFormText: 'Rechtsform in Worten',
  phone: 'Telefonnummer',
  register: 'Register und Nummer',
  vatId: 'Umsatzsteuer- oder Wirtschafts-Identifikationsnummer',
  legalSupervision: 'Rechtsaufsicht',
  licensingAuthority: 'Aufsichtsbehörde',
  supervisoryBoardChair: 'Vorsitz des Aufsichtsrats',
  auditAssociation: 'Prüfungsverband',
  dataProtectionOfficer: 'Datenschutzbeauftragte oder -beauftragter',
  law: 'Gesetz zur Barrierefreiheit',
  conciliationBody: 'Schlichtungsstelle',
  supervisoryAuthority: 'Aufsichtsbehörde für den Datenschutz',
};

/** By the value of `legalForm` in front matter. */
export const legalFormWords = {
  zweckverband: 'Zweckverband',
  kommune: 'Gebietskörperschaft',
  aoer: 'Anstalt des öffentlichen Rechts',
  koer: 'Körperschaft des öffentlichen Rechts',
  'stiftung-oer': 'Stiftung des öffentlichen Rechts',
  gmbh: 'Gesellschaft mit beschränkter Haftung',
  ggmbh: 'gemeinnützige Gesellschaft mit beschränkter Haftung',
  ag: 'Aktiengesellschaft',
  eg: 'eingetragene Genossenschaft',
  ev: 'eingetragener Verein',
};

export type LegalForm = keyof typeof legalFormWords;

export type ArticleKind = 'case-study' | 'news' | 'event' | 'notice';

export const kindWords: Record<ArticleKind, string> = {
  'case-study': 'Praxisbericht',
  news: 'Nachricht',
  event: 'Veranstaltung',
  notice: 'Hinweis',
};

/** German words that editors write where a field takes an English one, in small letters. */
const germanValues: Readonly<Record<string, readonly string[]>> = {
  'case-study': ['praxisbericht', 'fallbericht', 'fallstudie', 'bericht', 'reportage'],
  news: ['nachricht', 'nachrichten', 'meldung', 'neuigkeit', 'aktuelles'],
  event: ['veranstaltung', 'termin', 'ereignis', 'seminar', 'schulung'],
  notice: ['hinweis', 'mitteilung', 'bekanntmachung', 'information', 'info'],
  none: ['keine', 'kein', 'nein', 'ohne'],
  assisted: ['unterstützt', 'mit hilfe', 'teilweise', 'geholfen'],
  generated: ['erzeugt', 'generiert', 'erstellt', 'ki'],
  edited: ['bearbeitet', 'verändert'],
  given: ['ja', 'erteilt', 'liegt vor', 'vorhanden'],
  'not-needed': ['nicht nötig', 'nicht erforderlich', 'entfällt'],
  pending: ['offen', 'angefragt', 'ausstehend', 'steht aus'],
  photograph: ['foto', 'fotografie', 'bild', 'photo'],
  drawing: ['zeichnung', 'grafik', 'illustration'],
  screenshot: ['bildschirmfoto', 'bildschirmabzug'],
  full: ['voll', 'ganz', 'volltext', 'wortlaut'],
  teaser: ['anriss', 'kurz', 'vorspann'],
  menu: ['menü', 'oben', 'hauptmenü'],
  footer: ['fuß', 'fußzeile', 'unten'],
  'fully-compliant': ['vollständig', 'vereinbar', 'vollständig vereinbar'],
  'partially-compliant': ['teilweise', 'teilweise vereinbar'],
  'not-compliant': ['nicht vereinbar', 'nicht konform'],
  'self-assessment': ['selbstbewertung', 'selbst'],
  'third-party': ['dritte', 'extern', 'prüfstelle'],
  own: ['eigen', 'selbst', 'eigener'],
  star: ['stern', 'sternchen', 'genderstern'],
  colon: ['doppelpunkt'],
  underscore: ['unterstrich'],
  slash: ['schrägstrich'],
  pairs: ['paar', 'paare', 'paarform', 'beide'],
};

/** The one of `allowed` that a German word stands for. */
export function meantByGermanWord(word: string, allowed: readonly string[]): string | undefined {
  const typed = word.trim().toLowerCase();
  return allowed.find((value) => germanValues[value]?.includes(typed));
}

export const termKindWords = {
  topics: 'Themen',
  municipalities: 'Kommunen',
  software: 'Verfahren',
};

export type TermKind = keyof typeof termKindWords;

/** What kind of value a field takes, as said in messages. */
export const typeWords: Record<string, string> = {
  string: 'einen Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl ohne Punkt und Leerzeichen',
  boolean: 'true oder false',
  array: 'eine Liste (je Zeile ein Strich)',
};

/** The names of a record's fields: those that it must have, and those that it may. */
export interface FieldNames {
  required: string[];
  optional: string[];
}

/** `name und email, auf Wunsch auch phone`. */
export const namesOf = ({ required, optional }: FieldNames) =>
  required.length === 0
    ? listed(optional)
    : listed(required) + (optional.length > 0 ? `, auf Wunsch auch ${listed(optional)}` : '');

/** A value that has fields itself. */
export const recordForm = (fields: FieldNames) => `mehrere Felder, eingerückt unter dem Namen: ${namesOf(fields)}`;

/** The same where one word will do as well. */
export const wordOrRecordForm = (word: string, fields: FieldNames) => `entweder ${word} oder ${recordForm(fields)}`;

/** A list of such values. */
export const recordsForm = (fields: FieldNames) =>
  `eine Liste; jeder Eintrag beginnt mit einem Strich und hat die Felder ${namesOf(fields)}`;

/** The head of a file. */
export const fieldLines = 'Zeilen der Form „feld: Wert“';
export const positiveForm = 'eine ganze Zahl größer als 0';
export const dayForm = 'einen Tag in der Form JJJJ-MM-TT';
export const releaseForm = 'einen Tag, mit oder ohne Uhrzeit: 2026-12-03 oder 2026-12-03 10:00';
export const momentForm = 'einen Tag, mit oder ohne Uhrzeit: 2026-02-10 oder 2026-02-10T09:30';

/** Fields whose value is a text of a certain form. */
export const fieldForms: Record<string, string> = {
  publishedOn: releaseForm,
  updatedOn: dayForm,
  on: dayForm,
  expires: dayForm,
  createdOn: dayForm,
  reviewedOn: dayForm,
  plannedFor: dayForm,
  start: momentForm,
  end: momentForm,
};

export const oneOf = (values: readonly string[]) => `einen dieser Werte: ${values.join(', ')}`;

/** How files and folders have to be named. */
export const fileForms = {
  issueFolder: 'einen Ordner wie 2025-kw33, 2025-kw33-34 oder 2025-kw33-extra',
  article: 'einen Namen wie 01-kurzer-titel.md: Nummer, Bindestrich, Kleinbuchstaben ohne Umlaute und Leerzeichen',
  page: 'einen Namen wie ueber-uns.md: Kleinbuchstaben, Ziffern und Bindestriche, ohne Umlaute und Leerzeichen',
};

/** What is wrong with the name of a text's file. */
export const nameFaultWords = {
  number: 'ohne Nummer am Anfang',
  capitals: 'mit Großbuchstaben',
  spaces: 'mit Leerzeichen',
  umlauts: 'mit Umlauten oder anderen besonderen Buchstaben',
  signs: 'mit anderen Zeichen als Buchstaben, Ziffern und Bindestrichen',
  ending: 'ohne die Endung .md',
};

export type NameFault = keyof typeof nameFaultWords;

/** What lies where only files and folders belong, with its article. */
export const specialFileWords = {
  link: 'eine Verknüpfung (symbolischer Link)',
  pipe: 'eine Pipe',
  socket: 'einen Socket',
  device: 'ein Gerät',
  file: 'eine Datei an der Stelle eines Ordners',
};

export type SpecialFile = keyof typeof specialFileWords;
