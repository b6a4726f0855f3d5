import { statementWords } from '../accessibility.ts';
import { exampleForm } from './example.ts';
import type { FormFields } from './form-field.ts';

/** The data protection notice. */
export const privacyForm = {
  updatedOn: { label: 'Stand' },
  state: { label: 'Land', help: 'Nach ihm richten sich Vorschriften und Aufsichtsbehörde.', values: 'asWritten' },
  example: exampleForm,
  publicTaskAct: { label: 'Vorschrift für öffentliche Stellen' },
  legalBasis: { label: 'Andere Rechtsgrundlage' },
  supervisoryAuthority: { label: 'Aufsichtsbehörde für den Datenschutz' },
  serverLog: {
    label: 'Protokoll des Webservers',
    help: 'Was der Webserver je Abruf aufschreibt; fragen Sie Ihre IT.',
    instead: { value: 'none', text: 'Der Webserver führt kein Protokoll' },
  },
  hosting: {
    label: 'Betrieb der Website',
    help: 'Wer die Website betreibt: Ihr Haus selbst oder ein Unternehmen.',
    instead: { value: 'own', text: 'Unser Haus betreibt die Website selbst' },
  },
  correspondenceKept: { label: 'Wie lange Zuschriften bleiben' },
  subscription: {
    label: 'Abo per E-Mail',
    help: 'Fristen und Versand; ohne Abo per E-Mail lassen Sie alles leer.',
  },
} as const satisfies FormFields;

export const dataAuthorityForm = {
  name: { label: 'Name' },
  website: { label: 'Website' },
} as const satisfies FormFields;

export const serverLogForm = {
  fields: {
    label: 'Was je Abruf darin steht',
    help: 'Kreuzen Sie an, was Ihr Webserver wirklich aufschreibt.',
    values: {
      time: 'Zeit',
      address: 'aufgerufene Adresse',
      status: 'Antwort des Servers',
      bytes: 'übertragene Menge',
      referrer: 'Seite davor',
      'user-agent': 'Kennung des Browsers',
      'ip-address': 'IP-Adresse',
      'shortened-ip-address': 'gekürzte IP-Adresse',
    },
  },
  retentionDays: { label: 'Gelöscht nach (Tage)' },
} as const satisfies FormFields;

export const processorForm = {
  name: { label: 'Name des Unternehmens' },
  city: { label: 'Ort' },
  outsideEu: { label: 'Schutz außerhalb der EU' },
} as const satisfies FormFields;

export const subscriptionDataForm = {
  confirmWithinHours: {
    label: 'Link zum Bestätigen gilt (Stunden)',
    help: 'Wie viele Stunden der Link zum Bestätigen gilt; ohne Angabe 72.',
  },
  unconfirmedKeptDays: {
    label: 'Unbestätigte Anmeldung gelöscht nach (Tage)',
    help: 'Nach wie vielen Tagen eine unbestätigte Anmeldung gelöscht ist; ohne Angabe 7.',
  },
  proofKeptYears: {
    label: 'Nachweis der Einwilligung bleibt (Jahre)',
    help: 'Wie viele Jahre der Nachweis nach der Abmeldung bleibt; ohne Angabe 3.',
  },
  dispatch: {
    label: 'Versand der E-Mails',
    help: 'Wer die E-Mails versendet; ohne Angabe Ihr Haus selbst.',
    instead: { value: 'own', text: 'Unser Haus versendet sie selbst' },
  },
} as const satisfies FormFields;

/** The accessibility statement. */
export const accessibilityForm = {
  state: { label: 'Land', help: 'Nach ihm richten sich Gesetz und Schlichtungsstelle.', values: 'asWritten' },
  example: exampleForm,
  law: { label: 'Gesetz zur Barrierefreiheit' },
  scope: { label: 'Wofür die Erklärung gilt', entry: 'Angebot', help: 'Ein Eintrag je Angebot.' },
  standard: { label: 'Norm', help: 'Norm, nach der geprüft wurde; ohne Angabe EN 301 549 V3.2.1.' },
  status: {
    label: 'Ergebnis der Prüfung',
    help: 'Wie weit die Angebote mit der Norm vereinbar sind.',
    values: {
      'fully-compliant': 'vollständig vereinbar',
      'partially-compliant': 'teilweise vereinbar',
      'not-compliant': 'nicht vereinbar',
    },
  },
  gaps: {
    label: 'Was nicht barrierefrei ist',
    entry: 'Lücke',
    help: 'Ein Eintrag je Inhalt; nur wenn alles vereinbar ist, bleibt die Liste leer.',
  },
  assessment: { label: 'Prüfung' },
  createdOn: { label: 'Erklärung erstellt am' },
  reviewedOn: {
    label: 'Zuletzt durchgesehen am',
    help: 'Tag der letzten Durchsicht; nach 335 Tagen erinnert die Redaktion an die nächste.',
  },
  feedback: { label: 'Wer Meldungen von Barrieren annimmt', help: 'Steht mit Adresse und Telefon in der Erklärung.' },
  conciliationBody: { label: 'Schlichtungsstelle' },
} as const satisfies FormFields;

export const gapForm = {
  part: { label: 'Inhalt', help: 'Was nicht barrierefrei ist.' },
  kind: {
    label: 'Art der Lücke',
    help: 'Ob der Inhalt die Norm nicht erfüllt, der Aufwand dafür unverhältnismäßig wäre oder das Gesetz ihn ausnimmt.',
    values: statementWords.gapKinds,
  },
  reason: { label: 'Grund' },
  alternative: { label: 'Was es stattdessen gibt' },
  plannedFor: {
    label: 'Behoben bis',
    help: 'Tag, bis zu dem die Lücke behoben sein soll; steht keiner fest, lassen Sie das Feld leer.',
  },
} as const satisfies FormFields;

export const assessmentForm = {
  method: {
    label: 'Wie geprüft wurde',
    help: 'Von Ihrem Haus selbst oder von einer Prüfstelle.',
    values: { 'self-assessment': 'selbst', 'third-party': 'von einer Prüfstelle' },
  },
  on: { label: 'Geprüft am' },
  assessor: { label: 'Prüfstelle' },
  report: { label: 'Adresse des Prüfberichts' },
} as const satisfies FormFields;

export const feedbackForm = {
  unit: { label: 'Name der Stelle' },
  email: { label: 'E-Mail' },
  phone: { label: 'Telefon' },
  form: { label: 'Adresse des Formulars' },
} as const satisfies FormFields;

export const conciliationBodyForm = {
  ...dataAuthorityForm,
  procedure: { label: 'Wie man sie anruft' },
} as const satisfies FormFields;

/** The page in Leichte Sprache. */
export const easyLanguageForm = {
  title: { label: 'Titel' },
  updatedOn: { label: 'Zuletzt geändert am' },
  example: exampleForm,
  testedBy: { label: 'Geprüft von' },
} as const satisfies FormFields;
