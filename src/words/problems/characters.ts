import { error, quoted, warning } from './rule.ts';

/** Characters that were damaged or lost on their way into the file. */
export const characterRules = {
  characterUnreadable: error(({ name, near, meant }: { name: string; near: string; meant?: string }) => ({
    found: `${name} bei ${quoted(near)}`,
    expected: meant ? `das Zeichen ${meant}` : 'ein Zeichen, das jeder lesen kann',
    advice: meant
      ? `Schreiben Sie ${meant}; „npm run check -- --fix“ tut es.`
      : 'Sehen Sie in der Vorlage nach, was dort steht, und tippen Sie es neu.',
  })),
  mojibake: error(({ text, meant }: { text: string; meant?: string }) => ({
    found: `${quoted(text)}; beim Speichern wurde die Kodierung verwechselt`,
    expected: meant ? quoted(meant) : 'Umlaute und Anführungszeichen',
    advice: meant
      ? `Schreiben Sie ${quoted(meant)}; „npm run check -- --fix“ richtet die ganze Zeile.`
      : 'Tippen Sie das Zeichen neu, oder fügen Sie den Text noch einmal ein.',
  })),
  styledLetters: warning(({ text, meant }: { text: string; meant: string }) => ({
    found: `Zeichen aus der Mathematik, die wie Buchstaben aussehen: ${quoted(text)}; Suche und Vorleseprogramme erkennen sie nicht`,
    expected: `gewöhnliche Buchstaben: ${quoted(meant)}`,
    advice:
      'Schreiben Sie sie so; „npm run check -- --fix“ tut es. Wichtiges im Text steht zwischen Sternchen: **fett**.',
  })),
  letterLost: warning(({ word }: { word: string }) => ({
    found: `ein Fragezeichen im Wort: ${quoted(word)}`,
    expected: 'einen Buchstaben; Umlaute gehen beim Umspeichern manchmal so verloren',
    advice: 'Ersetzen Sie das Fragezeichen, oder setzen Sie ein Leerzeichen dahinter.',
  })),
} as const;
