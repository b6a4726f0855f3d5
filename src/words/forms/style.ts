import { genderFormWords } from '../problems/style.ts';
import type { FormFields } from './form-field.ts';

/** What a house sets about its style. */
export const houseStyleForm = {
  gender: {
    label: 'Form für alle Geschlechter',
    help: 'Die Form, in der Ihr Haus schreibt; ohne Angabe fällt nur auf, was in einem Text wechselt.',
    values: genderFormWords,
  },
  words: {
    label: 'Wörter des Hauses',
    entry: 'Wort',
    help: 'Abkürzungen, Namen und Wörter, die alle Ihre Leserinnen und Leser kennen und die in keinem Wörterbuch stehen müssen.',
  },
} as const satisfies FormFields;

/** A hint that doesn't hold for a text. */
export const styleExceptionForm = {
  rule: {
    label: 'Hinweis',
    help: 'Welcher Hinweis zum Stil für diesen Text nicht gilt.',
    values: {
      longSentence: 'langer Satz',
      nominalStyle: 'Hauptwörter statt Verben',
      genderForm: 'andere Form für alle Geschlechter als im Haus',
      genderForms: 'wechselnde Form für alle Geschlechter',
      weekdayWrong: 'falscher Wochentag',
      abbreviationUnexplained: 'Abkürzung ohne Erklärung',
      quotationOpen: 'Anführung ohne Ende',
      speakerUnnamed: 'Zitat ohne Namen',
      wordUnknown: 'Wort, das nicht im Wörterbuch steht',
      municipalityUnreleased: 'Kommune ohne Freigabe',
    },
  },
  reason: { label: 'Warum nicht' },
} as const satisfies FormFields;
