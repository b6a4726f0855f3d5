import { error, quoted, warning } from './rule.ts';

/** Not more than an editor takes in at a glance. */
const some = (marks: readonly string[]) => marks.slice(0, 5).join(', ') + (marks.length > 5 ? ' …' : '');

/** What Markdown would take for a mark, and nobody meant as one. */
export const notMeantRules = {
  numbersDiffer: error(({ written, isCounted }: { written: readonly string[]; isCounted: boolean }) => ({
    found: `eine Liste mit den Nummern ${some(written)}; Listen zählen von der ersten Nummer an weiter`,
    expected: 'fortlaufende Nummern, oder Zeilen, deren Zahl Text ist',
    advice: isCounted
      ? 'Nummerieren Sie fortlaufend; „npm run check -- --fix“ tut es.'
      : `Soll die Zahl so bleiben, schreiben Sie ${(written[0] ?? '').replace(/(?=[.)])/, '\\')} und am Ende jeder Zeile \\; „npm run check -- --fix“ tut es.`,
  })),
  bracketsInList: error(({ mark }: { mark: string }) => ({
    found: `eine Liste, deren Nummern eine Klammer haben („${mark}“); auf der Seite und in der Mail stünde „${mark.replace(')', '.')}“`,
    expected: 'hinter der Nummer eines Listenpunkts einen Punkt',
    advice: `Schreiben Sie „${mark.replace(')', '.')}“; „npm run check -- --fix“ tut es. Soll die Klammer bleiben, schreiben Sie ${mark.replace(')', '\\)')} und am Ende jeder Zeile \\.`,
  })),
  dateInList: warning(({ mark, text }: { mark: string; text: string }) => ({
    found: `${quoted(text)} in einer Liste mit Nummern; die Zahl gilt als Nummer des Punktes`,
    expected: 'ein Datum, das Text ist, oder einen Listenpunkt, der nicht mit einem Monat beginnt',
    advice: `Ist es ein Datum, schreiben Sie ${mark.replace('.', '\\.')} oder setzen „- “ vor jede Zeile der Liste.`,
  })),
  linesAsText: warning(({ marks }: { marks: readonly string[] }) => ({
    found: `Zeilen, die mit ${quoted(some(marks))} beginnen; sie gelten als Text, Zeile für Zeile, und nicht als Liste`,
    expected: 'vor jedem Punkt einer Liste „- “',
    advice:
      'Soll es eine Liste sein, setzen Sie „- “ davor. Sonst schreibt „npm run check -- --fix“ die Zeilen so, dass es jedes Programm versteht.',
  })),
  dashInSentence: warning(({ text }: { text: string }) => ({
    found: `eine Zeile mit Strich oder Rechenzeichen mitten im Absatz: ${quoted(text)}; das gilt als Text und nicht als Liste`,
    expected: 'vor einer Liste eine Leerzeile oder einen Doppelpunkt',
    advice:
      'Soll es eine Liste sein, setzen Sie eine Leerzeile davor. Sonst holen Sie die Zeile an das Ende der vorigen.',
  })),
  quoteAsText: warning(({ text }: { text: string }) => ({
    found: `${quoted(text)}; das gilt als Text und nicht als Zitat`,
    expected: 'das Zeichen > nur vor einem Zitat',
    advice:
      'Schreiben Sie „mehr als“ oder \\>. Pfeile schreiben Sie als → oder ». Ist es ein Zitat, beginnen Sie es mit einem Wort oder mit „.',
  })),
  spaceAfterMark: warning(({ mark }: { mark: string }) => ({
    found: `ein geschütztes Leerzeichen hinter „${mark}“`,
    expected: 'ein gewöhnliches Leerzeichen; nur das verstehen alle Programme',
    advice: 'Ersetzen Sie es; „npm run check -- --fix“ tut es.',
  })),
  underlined: warning(({ sign, text }: { sign: '=' | '-'; text: string }) => ({
    found: `eine Zeile aus ${sign} unmittelbar unter ${quoted(text)}; ${sign === '-' ? 'sie gilt als Trennlinie' : 'sie steht auf der Seite, wie sie da ist'}`,
    expected: 'vor einer Überschrift „## “; um eine Trennlinie Leerzeilen',
    advice:
      sign === '-'
        ? 'Soll es eine Überschrift sein, schreiben Sie „## “ davor und löschen die Striche; sonst setzen Sie eine Leerzeile dazwischen.'
        : 'Soll es eine Überschrift sein, schreiben Sie „## “ davor. Löschen Sie die Zeile.',
  })),
  linesRunTogether: warning(({ first, last, text }: { first: number; last: number; text: string }) => ({
    found: `${last - first + 1} Zeilen, die auf der Seite ineinanderlaufen; die erste ist ${quoted(text)}`,
    expected: 'vor jeder Zeile „- “ für eine Liste, oder \\ am Ende jeder Zeile, hinter der eine neue beginnen soll',
    advice: 'Wählen Sie eines von beiden; „npm run check -- --fix“ setzt \\ an die Enden.',
  })),
  lineEndShown: warning(() => ({
    found: 'ein \\ am Ende eines Absatzes; dort beginnt keine neue Zeile, und das Zeichen ist zu sehen',
    expected: '\\ nur am Ende einer Zeile, hinter der im selben Absatz eine neue beginnen soll',
    advice: 'Löschen Sie das Zeichen; „npm run check -- --fix“ tut es.',
  })),
  lineSwallowed: warning(({ text }: { text: string }) => ({
    found: `${quoted(text)} unmittelbar unter einem Listenpunkt; die Zeile gehört damit zu ihm`,
    expected: 'eine Leerzeile hinter der Liste',
    advice: 'Setzen Sie eine Leerzeile davor. Gehört die Zeile zum Punkt, rücken Sie sie ein.',
  })),
  pastedFromWord: error(({ first, last }: { first: number; last: number }) => ({
    found: `Text, der aus Word eingefügt ist, von hier an ${last - first + 1} Zeilen ohne Leerzeilen und Auszeichnungen; er würde ein einziger Absatz`,
    expected: 'Absätze zwischen Leerzeilen, Überschriften mit „## “, Listen mit „- “ oder „1. “, Tabellen mit |',
    advice:
      'Zwei Wege: Speichern Sie den Text als Word-Datei und rufen Sie „npm run import -- DATEI.docx“ auf. Oder setzen Sie Leerzeilen zwischen die Absätze und die Zeichen vor Überschriften und Listenpunkte.',
  })),
  commentOpen: error(() => ({
    found: 'eine Bemerkung, die mit <!-- beginnt und nicht endet',
    expected: '--> am Ende der Bemerkung, im selben Absatz',
    advice: 'Ergänzen Sie -->. Eine Bemerkung mit Leerzeilen beginnt in einer eigenen Zeile.',
  })),
  commentBesideText: error(({ text }: { text: string }) => ({
    found: `${quoted(text)} in derselben Zeile wie eine Bemerkung am Zeilenanfang; der Text ginge verloren`,
    expected: 'eine Bemerkung am Anfang einer Zeile, hinter der nichts folgt',
    advice: 'Setzen Sie den Text in eine neue Zeile.',
  })),
  codeOpen: error(({ fence }: { fence: string }) => ({
    found: `„${fence}“ am Anfang einer Zeile: alles darunter gilt als Programmcode`,
    expected: `eine zweite solche Zeile, wo der Code endet`,
    advice: 'Ergänzen Sie die Zeile. Ist kein Code gemeint, löschen Sie die Zeichen; eine Trennlinie ist ---.',
  })),
  codeWords: error(({ text }: { text: string }) => ({
    found: `${quoted(text)} hinter dem Anfang von Programmcode; das erschiene nirgends`,
    expected: 'hinter ``` nichts oder den Namen einer Programmiersprache',
    advice: 'Setzen Sie die Wörter in die Zeile darunter.',
  })),
  codeAsQuote: error(({ text }: { text: string }) => ({
    found: `${quoted(text)} zwischen zwei Akzenten (\`); das gilt als Programmcode, und die Akzente fielen weg`,
    expected: 'Anführungszeichen ("so") oder einen Apostroph (\')',
    advice: 'Ersetzen Sie die Akzente durch Anführungszeichen.',
  })),
  backslashLost: error(({ text }: { text: string }) => ({
    found: `${quoted(text)}; der umgekehrte Schrägstrich fällt weg, weil ein Zeichen folgt, das in Markdown etwas bedeutet`,
    expected: 'einen Pfad zwischen zwei Akzenten, oder das Zeichen ohne Schrägstrich',
    advice: 'Schreiben Sie `Ordner\\_Datei`, wenn es ein Pfad ist; sonst löschen Sie den Schrägstrich.',
  })),
} as const;
