import { error, quoted, warning } from './rule.ts';

const byFix = '„npm run check -- --fix“ tut es.';

/** Marks of other programs, by what they are for there. */
export type ForeignMark = 'box' | 'wiki' | 'code' | 'contents' | 'forum' | 'attributes' | 'highlight';

const foreignMarks: Record<ForeignMark, { what: string; advice: string }> = {
  box: {
    what: 'einen Kasten',
    advice: 'Ein Kasten ist ein Zitat, das fett beginnt: > **Hinweis:** und der Text. Löschen Sie die anderen Zeichen.',
  },
  wiki: {
    what: 'ein Zeichen aus einem Wiki',
    advice: 'Schreiben Sie einen Link als [Text](Ziel), eine Überschrift mit „## “, Wichtiges als **fett**.',
  },
  code: {
    what: 'einen Platzhalter eines anderen Programms',
    advice: 'Setzen Sie ein, was hier stehen soll, oder löschen Sie ihn.',
  },
  contents: {
    what: 'einen Platz für das Inhaltsverzeichnis',
    advice: 'Löschen Sie die Zeile; die Abschnitte eines Beitrags stehen von selbst neben dem Text.',
  },
  forum: { what: 'eine Auszeichnung wie in Foren', advice: 'Schreiben Sie **fett**, *kursiv* oder [Text](Ziel).' },
  attributes: {
    what: 'eine Klasse oder einen Namen in geschweiften Klammern',
    advice: 'Löschen Sie die Klammern und was darin steht.',
  },
  highlight: { what: 'eine Markierung', advice: 'Schreiben Sie **wichtig** für Wichtiges.' },
};

/** Marks that were meant and that Markdown does not know: they would be read as they stand. */
export const markRules = {
  headingGlued: error(({ signs, word }: { signs: string; word: string }) => ({
    found: `${quoted(signs + word)}; das ist keine Überschrift, weil das Leerzeichen fehlt`,
    expected: `ein Leerzeichen hinter „${signs}“`,
    advice: `Schreiben Sie „${signs} ${word}“; ${byFix}`,
  })),
  headingTooDeep: error(() => ({
    found: 'mehr als sechs # vor einer Überschrift',
    expected: 'eine Überschrift mit ##, ### oder ####',
    advice: 'Nehmen Sie weniger #.',
  })),
  headingOrTag: warning(({ text }: { text: string }) => ({
    found: `${quoted(text)}; das gilt als Schlagwort, nicht als Überschrift`,
    expected: 'vor einer Überschrift „## “ mit Leerzeichen',
    advice: 'Soll es eine Überschrift sein, schreiben Sie „## “ davor.',
  })),
  headingMeant: warning(({ text }: { text: string }) => ({
    found: `eine kurze Zeile ohne Punkt über einem Absatz: ${quoted(text)}; auf der Seite läuft sie mit ihm zusammen`,
    expected: 'vor einer Überschrift „## “ und dahinter eine Leerzeile',
    advice: 'Soll es eine Überschrift sein, schreiben Sie „## “ davor. Sonst setzen Sie eine Leerzeile dahinter.',
  })),
  headingBold: warning(({ text }: { text: string }) => ({
    found: `eine Zeile ganz in Fett über einem Absatz: ${quoted(text)}; Vorleseprogramme und Gliederung kennen sie nicht als Überschrift`,
    expected: 'vor einer Überschrift „## “ und dahinter eine Leerzeile',
    advice: `Soll es eine Überschrift sein, schreiben Sie „## ${text}“, ohne Sternchen.`,
  })),
  starsInWord: warning(({ word, whole }: { word: string; whole: string }) => ({
    found: `Sternchen in einem Wort: ${quoted(word)}; sie gelten als Text und stehen auf der Seite`,
    expected: 'Sternchen um ganze Wörter',
    advice: `Zeichnen Sie das ganze Wort aus, zum Beispiel **${whole}**, oder löschen Sie die Sternchen.`,
  })),
  raisedByMark: error(
    ({ text, meant, kind }: { text: string; meant: string | undefined; kind: 'raised' | 'lowered' }) => ({
      found: `${kind === 'raised' ? 'hochgestellte' : 'tiefgestellte'} Zeichen in der Schreibweise eines anderen Programms: ${quoted(text)}`,
      expected: 'das Zeichen selbst, zum Beispiel ² oder ₂',
      advice: meant
        ? `Schreiben Sie „${meant}“; ${byFix}`
        : 'Schreiben Sie die Zeichen ohne die Striche, oder schreiben Sie es aus.',
    }),
  ),
  listSign: error(({ text }: { text: string }) => ({
    found: `einen Punkt einer Liste, den Markdown nicht erkennt: ${quoted(text)}`,
    expected: 'vor jedem Punkt „- “',
    advice: `Schreiben Sie „- “ statt des Zeichens; ${byFix}`,
  })),
  listGlued: error(({ text, sign }: { text: string; sign: string }) => ({
    found: `einen Punkt einer Liste ohne Leerzeichen: ${quoted(text)}`,
    expected: `ein Leerzeichen hinter „${sign}“`,
    advice: `Ergänzen Sie das Leerzeichen; ${byFix}`,
  })),
  listGluedMaybe: warning(({ text, sign }: { text: string; sign: string }) => ({
    found: `eine Zeile, die mit „${sign}“ beginnt: ${quoted(text)}`,
    expected: `hinter dem Strich eines Listenpunkts ein Leerzeichen`,
    advice: `Soll es ein Listenpunkt sein, ergänzen Sie das Leerzeichen; ${byFix}`,
  })),
  taskBox: error(({ mark }: { mark: string }) => ({
    found: `ein Kästchen zum Abhaken: „${mark}“`,
    expected: 'einen Punkt ohne eckige Klammern; abhaken lässt sich auf der Seite nichts',
    advice: `Löschen Sie die Klammern, oder schreiben Sie ☐ oder ☑; ${byFix}`,
  })),
  linkSpaces: error(({ text, corrected }: { text: string; corrected?: string }) => ({
    found: `${quoted(text)}; das ist kein Link und kein Bild, weil das Ziel ein Leerzeichen enthält`,
    expected: 'ein Ziel ohne Leerzeichen; Dateinamen mit Leerzeichen stehen zwischen < und >',
    advice: corrected
      ? `Schreiben Sie ${corrected}; ${byFix}`
      : 'Ersetzen Sie die Leerzeichen im Ziel durch %20, oder löschen Sie, was nicht dazugehört.',
  })),
  linkForm: error(
    ({ text, corrected, order }: { text: string; corrected: string; order: 'apart' | 'turned' | 'bar' }) => ({
      found: `${quoted(text)}; das ist kein Link${order === 'turned' ? ', weil die Klammern vertauscht sind' : order === 'apart' ? ', weil zwischen den Klammern ein Leerzeichen steht' : ''}`,
      expected: '[Text](Ziel)',
      advice: `Schreiben Sie ${corrected}; ${byFix}`,
    }),
  ),
  linkOpen: error(({ text }: { text: string }) => ({
    found: `${quoted(text)}; das ist kein Link, weil die Klammer am Ende fehlt`,
    expected: '[Text](Ziel)',
    advice: 'Ergänzen Sie die Klammer hinter dem Ziel.',
  })),
  tableLineMissing: error(({ row, text }: { row: string; text: string }) => ({
    found: `eine Tabelle, die Markdown nicht erkennt: ${quoted(text)}`,
    expected: `unter der ersten Zeile diese: ${row}`,
    advice: `Ergänzen Sie die Zeile; ${byFix}`,
  })),
  tableLineWrong: error(({ row }: { row: string }) => ({
    found: 'unter dem Kopf einer Tabelle eine Zeile, die Markdown nicht erkennt',
    expected: `für jede Spalte drei Striche: ${row}`,
    advice: `Schreiben Sie die Zeile so; ${byFix}`,
  })),
  tableMaybe: warning(({ row, text }: { row: string; text: string }) => ({
    found: `Zeilen mit senkrechten Strichen, die ineinanderlaufen: ${quoted(text)}`,
    expected: `für eine Tabelle unter der ersten Zeile diese: ${row}`,
    advice: 'Soll es eine Tabelle sein, ergänzen Sie die Zeile, und davor eine Leerzeile.',
  })),
  tableByTabs: warning(({ first, last }: { first: number; last: number }) => ({
    found: `Spalten aus Tabulatoren oder vielen Leerzeichen in ${last - first + 1} Zeilen; auf der Seite laufen sie ineinander`,
    expected: 'eine Tabelle mit senkrechten Strichen: | Tag | Ort |',
    advice: `Setzen Sie | zwischen die Spalten und unter die erste Zeile | --- | --- |; hat jede Zeile gleich viele, ${byFix}`,
  })),
  tableRowLong: error(({ cells, columns }: { cells: number; columns: number }) => ({
    found: `eine Zeile mit ${cells} Zellen in einer Tabelle mit ${columns} Spalten; was darüber ist, fiele weg`,
    expected: `höchstens ${columns} Zellen`,
    advice: 'Ergänzen Sie im Kopf eine Spalte, oder schreiben Sie einen senkrechten Strich, der Text ist, als \\|.',
  })),
  tableEmpty: error(() => ({
    found: 'eine Tabelle, die nur aus ihrem Kopf besteht',
    expected: 'unter dem Kopf und seinen Strichen wenigstens eine Zeile, ohne Leerzeile dazwischen',
    advice: 'Ergänzen Sie die Zeilen, oder löschen Sie die Leerzeile unter dem Kopf.',
  })),
  tableRowApart: error(({ text }: { text: string }) => ({
    found: `eine Zeile einer Tabelle, die eine Leerzeile von ihr trennt: ${quoted(text)}`,
    expected: 'die Zeilen einer Tabelle ohne Leerzeile untereinander',
    advice: 'Löschen Sie die Leerzeile davor.',
  })),
  tableGoesOn: warning(({ text }: { text: string }) => ({
    found: `${quoted(text)} als letzte Zeile einer Tabelle`,
    expected: 'eine Leerzeile zwischen der Tabelle und dem Text darunter',
    advice: `Setzen Sie eine Leerzeile davor; ${byFix}`,
  })),
  footnoteInline: error(({ text }: { text: string }) => ({
    found: `eine Fußnote im Satz: ${quoted(text)}`,
    expected: 'im Satz [^1] und am Ende des Textes eine Zeile [^1]: Erklärung',
    advice: `Schreiben Sie die Fußnote so; ${byFix}`,
  })),
  footnoteByHand: error(({ text, label }: { text: string; label: string }) => ({
    found: `eine Fußnote von Hand: „${text}“ im Satz und am Anfang einer Zeile`,
    expected: `im Satz [^${label}], und vor der Erklärung [^${label}]:`,
    advice: `Schreiben Sie beide so, dann führt die eine zur anderen; ${byFix}`,
  })),
  footnoteUnused: error(({ label, text }: { label: string; text: string }) => ({
    found: `eine Fußnote, auf die nichts verweist und die deshalb nirgends erschiene: ${quoted(text)}`,
    expected: `im Text die Stelle, zu der sie gehört, mit [^${label}]`,
    advice: `Setzen Sie [^${label}] an die Stelle, oder löschen Sie die Zeile.`,
  })),
  targetUnused: error(({ label, text }: { label: string; text: string }) => ({
    found: `eine Zeile, die nirgends erschiene: ${quoted(text)}; so schreibt man das Ziel eines Links, den es hier nicht gibt`,
    expected: `einen Link wie [${label}](Ziel)`,
    advice: 'Schreiben Sie den Link an seine Stelle im Text, ohne Doppelpunkt, oder löschen Sie die Zeile.',
  })),
  definedTwice: error(({ mark }: { mark: string }) => ({
    found: `„${mark}:“ zum zweiten Mal; diese Zeile erschiene nirgends`,
    expected: 'jeden Namen nur einmal',
    advice: 'Geben Sie einen anderen Namen, oder löschen Sie die Zeile.',
  })),
  foreignMark: error(({ kind, text }: { kind: ForeignMark; text: string }) => ({
    found: `${foreignMarks[kind].what} in der Schreibweise eines anderen Programms: ${quoted(text)}`,
    expected: 'nur Zeichen, die das Programm kennt; alle anderen stehen auf der Seite, wie sie da sind',
    advice: foreignMarks[kind].advice,
  })),
  emojiName: warning(({ text }: { text: string }) => ({
    found: `„${text}“; auf der Seite steht es genau so da`,
    expected: 'das Zeichen selbst, wenn eines gemeint ist',
    advice: 'Fügen Sie das Zeichen ein; unter Windows öffnet die Windows-Taste mit dem Punkt eine Auswahl.',
  })),
  tildesShown: warning(({ text }: { text: string }) => ({
    found: `Tilden, die auf der Seite zu sehen sind: ${quoted(text)}`,
    expected: 'gestrichenen Text zwischen je zwei Tilden: ~~Montag~~',
    advice: 'Ergänzen Sie das fehlende Paar, ohne Leerzeichen an der Innenseite.',
  })),
} as const;
