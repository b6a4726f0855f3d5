import { legalFormWords } from '../terms.ts';
import { exampleForm } from './example.ts';
import type { FormFields } from './form-field.ts';

/** What is published here, and who answers for it. */
export const siteForm = {
  title: { label: 'Name des Newsletters', help: 'Steht auf jeder Seite, in den Feeds und in der E-Mail.' },
  description: { label: 'Beschreibung' },
  publicUrl: { label: 'Adresse der Website' },
  aboUrl: {
    label: 'Adresse des Abo-Dienstes',
    help: 'Mit https:// und ohne Pfad, meist die der Website; ohne Angabe gibt es kein Abo per E-Mail.',
  },
  idAuthority: { label: 'Domain der Kennungen' },
  example: exampleForm,
  frequency: { label: 'Wie oft er erscheint' },
  fourEyesSince: {
    label: 'Vier Augen seit',
    help: 'Was von diesem Tag an erscheint, gibt eine zweite Person frei; ohne ihre Freigabe geht nichts hinaus. Verlangt Ihr Haus das nicht, lassen Sie das Feld leer.',
  },
  publishers: { label: 'Herausgeber', entry: 'Herausgeber', help: 'Daraus entsteht das Impressum.' },
  colours: {
    label: 'Farbe des Hauses',
    help: 'Für Links und die aktuelle Woche, auf der Website, in E-Mails, Zeichnungen und im Symbol, geprüft auf Lesbarkeit; ohne Angabe gilt die der Gestaltung.',
  },
  theme: {
    label: 'Gestaltung',
    help: 'Ohne Angabe die der Kurrende.',
    values: { kurrende: 'Kurrende', kern: 'KERN, das Designsystem der Verwaltung' },
  },
  logo: { label: 'Logo', help: 'Die Dateien legt Ihre IT in den Ordner content; ohne Logo lassen Sie alles leer.' },
  responsible: {
    label: 'Verantwortlich für den Inhalt',
    entry: 'Person',
    help: 'Wer nach § 18 Abs. 2 MStV für den Inhalt einsteht; jeder Eintrag ist ein Mensch, kein Amt.',
  },
  editors: { label: 'Redaktion' },
  mail: {
    label: 'E-Mail',
    help: 'Die Ausgabe als E-Mail. Gibt es ein Abo per E-Mail, gehören diese Angaben dazu; sonst lassen Sie alles leer.',
  },
  style: {
    label: 'Stil des Hauses',
    help: 'Was das Haus über seinen Stil entschieden hat; die Hinweise zum Stil gehen danach.',
  },
  security: {
    label: 'Sicherheitslücken',
    help: 'Wer Meldungen von Sicherheitslücken entgegennimmt; daraus entsteht die Datei security.txt (RFC 9116).',
  },
} as const satisfies FormFields;

const hexDigits = '# und sechs Zeichen von 0 bis 9 und a bis f, zum Beispiel #0b5268.';

export const coloursForm = {
  light: { label: 'Auf hellem Grund', help: hexDigits },
  dark: { label: 'Auf dunklem Grund', help: hexDigits },
} as const satisfies FormFields;

export const logoForm = {
  file: { label: 'Datei', help: 'Name der Datei, ohne Pfad: SVG, PNG oder JPEG.' },
  alt: { label: 'Was auf dem Logo steht', help: 'In der Regel der Name des Hauses.' },
  dark: {
    label: 'Datei für dunklen Grund',
    help: 'Name der Datei mit dem Logo für dunklen Grund; ohne Angabe steht das Logo dort auf einem hellen Schild.',
  },
} as const satisfies FormFields;

export const addressForm = {
  street: { label: 'Straße und Hausnummer', help: 'Kein Postfach.' },
  postalCode: { label: 'Postleitzahl', help: 'Fünf Ziffern.' },
  city: { label: 'Ort', help: 'Ohne Postleitzahl.' },
} as const satisfies FormFields;

export const authorityForm = {
  name: { label: 'Name' },
  website: { label: 'Website' },
} as const satisfies FormFields;

export const publisherForm = {
  name: { label: 'Name', help: 'Voller Name des Hauses.' },
  legalForm: {
    label: 'Rechtsform',
    help: 'Nach ihr richtet sich, was im Impressum stehen muss.',
    values: legalFormWords,
  },
  legalFormText: {
    label: 'Rechtsform in Worten',
    help: 'Wie sie im Impressum steht; bei Unternehmen, Genossenschaften und Vereinen darf das Feld leer bleiben.',
  },
  address: { label: 'Anschrift' },
  email: { label: 'E-Mail' },
  phone: { label: 'Telefon' },
  website: { label: 'Website' },
  representatives: { label: 'Vertreten durch', entry: 'Person', help: 'Wer das Haus nach außen vertritt.' },
  register: {
    label: 'Register',
    help: 'Register, in dem das Haus steht; ob die Angabe nötig ist, sagt die Rechtsform.',
    instead: { value: 'none', text: 'Das Haus steht in keinem Register' },
  },
  vatId: {
    label: 'Umsatzsteuer- oder Wirtschafts-Identifikationsnummer',
    help: 'Mit DE am Anfang; nie die Steuernummer.',
    instead: { value: 'none', text: 'Das Haus hat keine solche Nummer' },
  },
  legalSupervision: { label: 'Rechtsaufsicht' },
  licensingAuthority: { label: 'Aufsichtsbehörde' },
  supervisoryBoardChair: {
    label: 'Vorsitz des Aufsichtsrats',
    help: 'Wer dem Aufsichtsrat vorsitzt, mit Vor- und Nachnamen.',
    instead: { value: 'none', text: 'Es gibt keinen Aufsichtsrat' },
  },
  auditAssociation: { label: 'Prüfungsverband', help: 'Nur bei einer Genossenschaft.' },
  dataProtectionOfficer: {
    label: 'Datenschutzbeauftragte oder -beauftragter',
    help: 'Öffentliche Stellen brauchen jemanden.',
    instead: { value: 'none', text: 'Das Haus braucht niemanden' },
  },
  inLiquidation: { label: 'Wird abgewickelt', help: 'Der Haken steht, wenn das Haus abgewickelt wird.' },
} as const satisfies FormFields;

export const representativeForm = {
  name: { label: 'Name' },
  function: { label: 'Amt oder Aufgabe' },
  address: { label: 'Anschrift' },
} as const satisfies FormFields;

export const responsibleForm = {
  name: { label: 'Name' },
  address: { label: 'Anschrift' },
  part: { label: 'Wofür' },
} as const satisfies FormFields;

export const registerForm = {
  kind: {
    label: 'Art des Registers',
    help: 'Das Register, nicht die Rechtsform.',
    values: {
      HRA: 'Handelsregister, Abteilung A (HRA)',
      HRB: 'Handelsregister, Abteilung B (HRB)',
      GnR: 'Genossenschaftsregister (GnR)',
      VR: 'Vereinsregister (VR)',
      PR: 'Partnerschaftsregister (PR)',
    },
  },
  court: { label: 'Gericht' },
  number: { label: 'Nummer', help: 'Nummer im Register.' },
} as const satisfies FormFields;

export const dataProtectionOfficerForm = {
  name: { label: 'Name' },
  email: { label: 'E-Mail' },
  phone: { label: 'Telefon' },
} as const satisfies FormFields;

export const editorsForm = {
  name: { label: 'Name' },
  email: { label: 'E-Mail' },
} as const satisfies FormFields;

export const mailForm = {
  from: { label: 'Absender' },
  listId: { label: 'Name der Liste' },
  articles: {
    label: 'Umfang der E-Mail',
    help: 'Ohne Angabe stehen die Beiträge im Wortlaut in der E-Mail.',
    values: { full: 'Beiträge im Wortlaut', teaser: 'Titel, Zusammenfassung und Link' },
  },
  unsubscribeTo: { label: 'Postfach für Abmeldungen' },
  previewTo: {
    label: 'Proben gehen an',
    entry: 'Adresse',
    help: 'Wer eine Probe der Ausgabe bekommt, wenn Sie unter „Erscheinen und Versand“ die feste Liste wählen.',
  },
} as const satisfies FormFields;

export const senderForm = {
  name: { label: 'Name' },
  address: { label: 'E-Mail-Adresse' },
} as const satisfies FormFields;

export const securityForm = {
  contact: { label: 'E-Mail-Adresse' },
  expires: {
    label: 'Gilt bis',
    help: 'Tag, bis zu dem die Angabe gilt, höchstens ein Jahr voraus; danach warnt die Redaktion.',
  },
} as const satisfies FormFields;
