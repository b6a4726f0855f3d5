import { hint, quoted } from './rule.ts';

/** A sentence in marks, with those of its own as marks within marks. */
const cited = (text: string) => quoted(text.replaceAll('„', '‚').replaceAll('“', '‘'));

/** Style: nothing of it is wrong, and a text may go out with all of it. */
export const styleRules = {
  longSentence: hint(({ words, text }: { words: number; text: string }) => ({
    found: `einen Satz mit ${words} Wörtern: ${cited(text)}`,
    expected: 'Sätze bis etwa 25 Wörter; längere liest man zweimal',
    advice: 'Teilen Sie den Satz, meist beim zweiten „und“ oder vor dem Nebensatz.',
  })),
  nominalStyle: hint(({ nouns, text }: { nouns: readonly string[]; text: string }) => ({
    found: `viele Hauptwörter für Tätigkeiten in einem Satz (${nouns.join(', ')}): ${cited(text)}`,
    expected: 'Verben: „wir prüfen“ statt „die Prüfung erfolgt“',
    advice: 'Sagen Sie, wer was tut.',
  })),
  genderForm: hint(({ text, form }: { text: string; form: string }) => ({
    found: `die Form ${quoted(text)}`,
    expected: `die Form des Hauses: ${form}`,
    advice: 'Schreiben Sie das Wort in dieser Form, oder formulieren Sie um.',
  })),
  genderForms: hint(({ text, first }: { text: string; first: string }) => ({
    found: `die Form ${quoted(text)}, weiter oben aber ${quoted(first)}`,
    expected: 'eine Form im ganzen Text',
    advice: 'Schreiben Sie das Wort wie die anderen. Welche Form das Haus verwendet, kann in site.md stehen (style).',
  })),
  weekdayWrong: hint(({ text, weekday }: { text: string; weekday: string }) => ({
    found: `${quoted(text)}; dieser Tag ist ein ${weekday}`,
    expected: 'einen Wochentag, der zum Datum passt',
    advice: 'Prüfen Sie beide, und korrigieren Sie den falschen.',
  })),
  abbreviationUnexplained: hint(({ text }: { text: string }) => ({
    found: `die Abkürzung ${quoted(text)} ohne Erklärung`,
    expected: `beim ersten Mal die lange Form: „… (${text})“ oder <abbr title="…">${text}</abbr>`,
    advice:
      'Ergänzen Sie die lange Form. Kennen alle Ihre Leserinnen und Leser die Abkürzung, nehmen Sie sie in site.md auf (style.words).',
  })),
  quotationOpen: hint(({ text }: { text: string }) => ({
    found: `eine Anführung, die nicht geschlossen wird: ${quoted(text)}`,
    expected: 'am Ende der Anführung das schließende Zeichen',
    advice: 'Ergänzen Sie das Zeichen dort, wo die Rede endet.',
  })),
  wordUnknown: hint(({ word, suggestions }: { word: string; suggestions: readonly string[] }) => ({
    found: `das Wort ${quoted(word)}, das nicht im Wörterbuch steht`,
    expected:
      suggestions.length > 0
        ? `zum Beispiel ${suggestions.map((one) => quoted(one)).join(' oder ')}`
        : 'ein Wort aus dem Wörterbuch',
    advice:
      'Prüfen Sie die Schreibung. Ist das Wort richtig und kommt öfter vor, nehmen Sie es in site.md auf (style.words).',
  })),
  speakerUnnamed: hint(({ text }: { text: string }) => ({
    found: `ein Zitat, bei dem nicht steht, von wem es ist: ${quoted(text)}`,
    expected: 'als letzte Zeile des Zitats einen Strich und den Namen: „> – Erika Mustermann, Amtsleiterin“',
    advice: 'Ergänzen Sie, wer das sagt, im Zitat oder im Satz davor.',
  })),
  municipalityUnreleased: hint(({ municipality }: { municipality: string }) => ({
    found: `einen Beitrag über ${quoted(municipality)} ohne „releasedBy“`,
    expected: 'die Freigabe der Kommune, über die er berichtet',
    advice: 'Lassen Sie den Text freigeben, und tragen Sie ein, wer das wann getan hat.',
  })),
};

/** Names of the forms that `style.gender` in `site.md` may name. */
export const genderFormWords = {
  star: 'Kolleg*innen',
  colon: 'Kolleg:innen',
  underscore: 'Kolleg_innen',
  'inner-i': 'KollegInnen',
  slash: 'Kolleg/-innen',
  pairs: 'Kolleginnen und Kollegen',
} as const;

export type GenderForm = keyof typeof genderFormWords;

/** Abbreviations that need no long form; many have become words. */
export const usualAbbreviations = [
  ...[
    'ABC',
    'ADAC',
    'ARD',
    'BIC',
    'CSV',
    'DHL',
    'DIN',
    'DSL',
    'DVD',
    'EUR',
    'GPS',
    'HTML',
    'HTTP',
    'HTTPS',
    'IBAN',
    'ISO',
  ],
  ...[
    'JPEG',
    'LED',
    'PDF',
    'PIN',
    'PNG',
    'RSS',
    'SMS',
    'SVG',
    'TÜV',
    'UNO',
    'URL',
    'USA',
    'USB',
    'WLAN',
    'XML',
    'ZDF',
    'ZIP',
  ],
];

export const weekdayNames = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;

/** Verbs by which a sentence says whose words stand in it. */
export const speech =
  /\b(?:sagt|sagte|erklär(?:t|te)|berichte(?:t|te)|beton(?:t|te)|mein(?:t|te)|schreib(?:t)|schrieb|so|laut|nach|ergänz(?:t|te)|erzähl(?:t|te)|fragt|fragte|antwortet|antwortete|fasst|heißt|hieß|lautet|lautete)\b/i;
