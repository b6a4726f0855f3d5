import { type FieldNames, fieldWords, type LegalForm, legalFormWords, namesOf } from '../terms.ts';
import { error, legalForm, quoted, warning, withFields } from './rule.ts';

const imprintField = (field: string) => fieldWords[field] ?? field;

interface Missing {
  field: string;
  form: LegalForm;
  /** Of an entry that has fields itself. */
  fields?: FieldNames;
}

interface Contrast {
  colour: string;
  contrast: number;
  least: number;
  scheme: 'light' | 'dark';
  nearest: string;
}

/** Rounded down, so that a value just below a limit is never shown as the limit itself. */
const inGerman = (number: number) =>
  (Math.floor(number * 10) / 10).toLocaleString('de-DE', { minimumFractionDigits: 1 });

/** Who publishes: imprint, colours, security contact. */
export const publisherRules = {
  postBox: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'Straße und Hausnummer, unter denen zugestellt werden kann (§ 5 Abs. 1 Nr. 1 DDG)',
    advice: 'Nennen Sie statt des Postfachs die Anschrift des Hauses.',
  })),
  imprintFieldMissing: error(({ field, form, fields }: Missing) => ({
    found: `ein Impressum ohne die Angabe „${imprintField(field)}“`,
    expected: `diese Angabe; sie ist ${legalForm(form)} Pflicht`,
    advice: `Ergänzen Sie „${field}“ beim Herausgeber${withFields(fields)}.`,
  })),
  imprintNoneRefused: error(({ field, form, fields }: Missing) => ({
    found: `„none“ in der Angabe „${imprintField(field)}“`,
    expected: `die Angabe selbst; ${legalForm(form)} ist sie Pflicht, „none“ ist nicht möglich`,
    advice: `Ersetzen Sie „none“ bei „${field}“ durch die Angabe${fields ? `: ${namesOf(fields)}, eingerückt darunter` : ''}.`,
  })),
  imprintAnswerMissing: error(({ field, form, fields }: Missing) => ({
    found: `ein Impressum ohne die Angabe „${imprintField(field)}“`,
    expected: `diese Angabe; sie ist ${legalForm(form)} Pflicht, wenn es sie gibt`,
    advice: `Ergänzen Sie „${field}“${withFields(fields)}, oder schreiben Sie „${field}: none“, wenn es sie nicht gibt.`,
  })),
  imprintFieldAdvised: warning(({ field, form }: { field: string; form: LegalForm }) => ({
    found: `ein Impressum ohne die Angabe „${imprintField(field)}“`,
    expected: `diese Angabe; sie ist ${legalForm(form)} üblich, aber freiwillig`,
    advice: `Ergänzen Sie „${field}“, wenn Sie es nennen möchten.`,
  })),
  imprintFieldUnusual: warning(({ field, form }: { field: string; form: LegalForm }) => ({
    found: `ein Impressum mit der Angabe „${imprintField(field)}“`,
    expected: `ein Impressum ohne sie; ${legalForm(form)} gibt es das in der Regel nicht`,
    advice: `Prüfen Sie „${field}“ und „legalForm“.`,
  })),
  contrastTooLow: error(({ colour, contrast, least, scheme, nearest }: Contrast) => ({
    found: `die Farbe ${quoted(colour)} mit einem Kontrast von ${inGerman(contrast)} : 1 auf ${scheme === 'light' ? 'hellem' : 'dunklem'} Grund`,
    expected: `einen Kontrast von mindestens ${inGerman(least)} : 1, damit alle den Text lesen können (WCAG 1.4.3)`,
    advice: `Wählen Sie einen ${scheme === 'light' ? 'dunkleren' : 'helleren'} Ton derselben Farbe; der nächste, der reicht, ist "${nearest}".`,
  })),
  securityExpired: warning(({ day }: { day: string }) => ({
    found: `das Ablaufdatum ${day} der security.txt, das vorüber ist`,
    expected: 'einen Tag in der Zukunft, höchstens ein Jahr voraus (RFC 9116)',
    advice: 'Prüfen Sie die Kontaktadresse und setzen Sie „expires“ neu.',
  })),
  legalFormContradicts: error(({ text, form, other }: { text: string; form: LegalForm; other: LegalForm }) => ({
    found: `${quoted(text)}, was zur Rechtsform „${legalFormWords[other]}“ gehört`,
    expected: `Worte, die zu „legalForm: ${form}“ passen (${legalFormWords[form]})`,
    advice: `Ändern Sie „legalFormText“, oder schreiben Sie „legalForm: ${other}“.`,
  })),
} as const;
