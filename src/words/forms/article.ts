import { kindWords } from '../terms.ts';
import type { FormFields } from './form-field.ts';

export const articleForm = {
  id: { label: 'Kennung' },
  title: { label: 'Titel' },
  subtitle: { label: 'Unterzeile' },
  kind: {
    label: 'Art',
    help: 'Ein Praxisbericht erzählt von einer Kommune; zu einer Veranstaltung gehört ein Termin, weiter unten.',
    values: kindWords,
  },
  summary: { label: 'Zusammenfassung' },
  publishedOn: {
    label: 'Erscheint am',
    help: 'Tag, an dem der Beitrag erscheint; ohne Angabe erscheint er mit seiner Ausgabe.',
  },
  updatedOn: {
    label: 'Berichtigt am',
    help: 'Tag der Berichtigung, immer zusammen mit dem, was berichtigt wurde; für Tippfehler brauchen Sie das Feld nicht.',
  },
  correction: {
    label: 'Was berichtigt wurde',
    help: 'Ein Satz dazu, immer zusammen mit dem Tag der Berichtigung; er steht auf der Seite.',
  },
  draft: {
    label: 'Entwurf',
    help: 'Solange der Haken steht, sieht den Text nur die Redaktion. Zum Veröffentlichen nehmen Sie ihn weg.',
  },
  withdrawn: { label: 'Zurückgezogen, weil' },
  withdrawnOn: {
    label: 'Zurückgezogen am',
    help: 'Tag, an dem Sie den Beitrag zurückgezogen haben, immer zusammen mit dem Grund; die nächste Ausgabe sagt es dann ihren Lesern.',
  },
  author: {
    label: 'Geschrieben von',
    help: 'Wer den Beitrag geschrieben hat; lassen Sie das Feld leer, wenn niemand genannt wird.',
  },
  lang: { label: 'Sprache', help: 'Kürzel wie en oder nds; ohne Angabe ist der Text deutsch.' },
  ai: {
    label: 'Künstliche Intelligenz',
    help: 'Was eine KI am Text getan hat; es steht am Beitrag. Hat sie ihn erzeugt, gehört dazu, wer ihn wann geprüft hat.',
    values: { none: 'keine', assisted: 'beim Schreiben geholfen', generated: 'hat den Text erzeugt' },
  },
  reviewedBy: {
    label: 'Geprüft von',
    help: 'Wer einen Text mit KI vor dem Erscheinen geprüft hat und für ihn einsteht, immer zusammen mit dem Tag.',
  },
  reviewedOn: { label: 'Geprüft am', help: 'Tag der Prüfung, immer zusammen mit dem Namen.' },
  contact: { label: 'Kontakt' },
  source: { label: 'Quelle' },
  topics: {
    label: 'Themen',
    help: 'Themen des Beitrags; neue trägt man unter „Themen, Kommunen, Verfahren“ in der Übersicht ein.',
  },
  municipality: { label: 'Kommune', help: 'Kommune, von der der Beitrag handelt.' },
  software: { label: 'Verfahren', help: 'Verfahren, um die es im Beitrag geht.' },
  people: { label: 'Wer zu Wort kommt' },
  releasedBy: { label: 'Freigabe der Kommune' },
  event: { label: 'Termin', help: 'Zeit und Ort; nur ein Beitrag der Art „Veranstaltung“ hat einen Termin.' },
  attachments: {
    label: 'Dateien zum Herunterladen',
    help: 'Sie stehen nach dem Text. Ein PDF muss sich vorlesen lassen; ein eingescanntes Blatt kann das nicht.',
  },
  related: { label: 'Weiterlesen', help: 'Was zum Thema weiterführt; es steht nach dem Text.' },
  image: { label: 'Bild über dem Text' },
  pictures: {
    label: 'Bilder im Text',
    help: 'Nachweise der Bilder im Text, ein Eintrag für jedes Bild. Ein neues Bild fügen Sie mit dem Knopf „Bild“ über dem Text hinzu.',
  },
  formerAddresses: {
    label: 'Frühere Adressen',
    help: 'Pfade mit Schrägstrich am Anfang und am Ende, die zum Beitrag weiterführen; ohne Umzug bleibt das Feld leer.',
  },
  styleExceptions: {
    label: 'Stilhinweise, die hier nicht gelten',
    help: 'Hinweise zum Stil, die für diesen Text nicht gelten, jeder mit seinem Grund.',
  },
} as const satisfies FormFields;

export const personForm = {
  name: { label: 'Name' },
  function: { label: 'Amt oder Aufgabe' },
} as const satisfies FormFields;

export const contactForm = {
  ...personForm,
  email: { label: 'E-Mail' },
  phone: { label: 'Telefon' },
} as const satisfies FormFields;

export const sourceForm = {
  title: { label: 'Titel' },
  url: { label: 'Adresse' },
} as const satisfies FormFields;

export const attachmentForm = {
  file: {
    label: 'Datei',
    help: 'Name der Datei bei der Ausgabe; neue Dateien ziehen Sie in das Feld unter der Liste.',
  },
  title: { label: 'Titel' },
  description: { label: 'Beschreibung' },
} as const satisfies FormFields;

export const relatedForm = { ...sourceForm } as const satisfies FormFields;

export const eventForm = {
  start: { label: 'Beginn' },
  end: { label: 'Ende' },
  furtherDates: {
    label: 'Weitere Termine',
    help: 'Weitere Termine derselben Veranstaltung; bei einem Termin bleibt die Liste leer.',
  },
  place: { label: 'Ort' },
  online: { label: 'Adresse der Online-Teilnahme' },
  link: { label: 'Link zum Programm' },
  registration: { label: 'Anmeldung' },
  cancelled: { label: 'Fällt aus, weil' },
  postponed: { label: 'Verschoben, weil' },
  previousStart: {
    label: 'Bisheriger Beginn',
    help: 'Der bisherige Beginn, sobald unter „Beginn“ der neue steht; lassen Sie das Feld leer, solange der neue Termin offen ist.',
  },
} as const satisfies FormFields;

export const eventDateForm = {
  start: { label: 'Beginn' },
  end: { label: 'Ende' },
} as const satisfies FormFields;

export const registrationForm = {
  url: { label: 'Adresse' },
  text: { label: 'Worte des Links' },
  deadline: {
    label: 'Anmeldung bis',
    help: 'Letzter Tag der Anmeldung; danach sagt die Seite, dass sie beendet ist. Ohne Frist lassen Sie das Feld leer.',
  },
} as const satisfies FormFields;

export const releasedByForm = {
  ...personForm,
  on: { label: 'Am' },
} as const satisfies FormFields;
