/** A mistake in a YAML text by the parser's code or one of our own. */
export interface YamlFault {
  code: string;
  /** A field that is there twice: its name, the line of the first one, and whether the second holds a list. */
  repeated?: { name: string; line: number; isList: boolean };
  /** A field of one line whose value has to stand in quotation marks: the line as it is, and as it has to be. */
  unquoted?: { written: string; quoted: string };
}

/** What is said about a YAML text that can not be read. */
interface YamlMistake {
  found: string;
  expected: string;
  advice: string;
  edits?: readonly { from: string; to: string }[];
}

const nameAndValue = 'je Zeile „feld: Wert“, mit einem Leerzeichen nach dem Doppelpunkt';
const sameIndent = 'gleich weit eingerückte Zeilen für alles, was zusammengehört, ohne Tabulatoren';
const inQuotes = {
  expected: 'einen solchen Wert in Anführungszeichen',
  advice: `Setzen Sie den ganzen Wert in Anführungszeichen: feld: "Wert". Stehen in ihm selbst welche, nehmen Sie einfache: feld: 'Wert'.`,
};

const otherYamlMistake: YamlMistake = {
  found: 'eine Zeile, die sich nicht lesen lässt',
  expected: nameAndValue,
  advice: 'Prüfen Sie diese Zeile und die davor: Doppelpunkt, Einrückung, Anführungszeichen am Anfang und am Ende.',
};

/** By the parser's error codes, and by two of our own for what it reports at the end of the text only. */
const yamlMistakes: Record<string, YamlMistake> = {
  TAB_AS_INDENT: {
    found: 'einen Tabulator in der Einrückung',
    expected: sameIndent,
    advice: 'Ersetzen Sie hier und in den Zeilen darunter jeden Tabulator durch Leerzeichen.',
  },
  BAD_INDENT: {
    found: 'eine Zeile, die nicht zur Einrückung der Zeilen darüber passt',
    expected: sameIndent,
    advice: 'Rücken Sie die Zeile so weit ein wie die, zu denen sie gehört.',
  },
  DUPLICATE_KEY: {
    found: 'ein Feld, das weiter oben schon steht',
    expected: 'jedes Feld nur einmal',
    advice: 'Löschen Sie eine der beiden Zeilen.',
  },
  OPEN_QUOTE: {
    found: 'ein Anführungszeichen am Anfang ohne eines am Ende',
    expected: 'das gleiche Anführungszeichen am Anfang und am Ende des Werts',
    advice: 'Ergänzen Sie das Anführungszeichen am Ende des Werts.',
  },
  OPEN_BRACKET: {
    found: 'eine Klammer, die nicht geschlossen wird',
    expected: 'eine Liste wie [eins, zwei]',
    advice: 'Ergänzen Sie die Klammer am Ende der Liste.',
  },
  MULTILINE_IMPLICIT_KEY: {
    found: 'eine Zeile ohne Feldnamen mit Doppelpunkt und Leerzeichen',
    expected: nameAndValue,
    advice: 'Ergänzen Sie, was fehlt, oder löschen Sie die Zeile.',
  },
  MISSING_CHAR: {
    found: 'eine Zeile ohne Feldnamen mit Doppelpunkt und Leerzeichen',
    expected: nameAndValue,
    advice: 'Ergänzen Sie, was fehlt, oder löschen Sie die Zeile.',
  },
  MULTIPLE_DOCS: {
    found: 'eine Zeile aus „---“ oder „...“ zwischen den Feldern',
    expected: nameAndValue,
    advice: 'Löschen Sie die Zeile aus „---“ oder „...“.',
  },
  BLOCK_AS_IMPLICIT_KEY: { found: 'einen Wert, in dem ein Doppelpunkt steht', ...inQuotes },
  UNEXPECTED_TOKEN: {
    found: 'Zeichen, die hier nicht stehen dürfen, oft hinter einem Anführungszeichen oder einer Klammer',
    ...inQuotes,
  },
  BAD_SCALAR_START: {
    found: 'einen Wert, der mit einem Zeichen beginnt, das in YAML etwas anderes bedeutet',
    ...inQuotes,
  },
  TAG_RESOLVE_FAILED: { found: 'einen Wert, der mit einem Ausrufezeichen beginnt', ...inQuotes },
  BAD_ANCHOR: { found: 'einen Wert, der mit dem Zeichen & beginnt; das Wort dahinter fiele weg', ...inQuotes },
  DASH: {
    found: 'einen Gedankenstrich oder Punkt vor einem Listeneintrag',
    expected: 'vor jedem Eintrag einen gewöhnlichen Strich und ein Leerzeichen: - Eintrag',
    advice: 'Schreiben Sie den Strich neben der Null; „npm run check -- --fix“ tut es.',
  },
  GERMAN_QUOTES: {
    found: 'deutsche Anführungszeichen um einen Wert; für YAML sind sie Zeichen wie andere',
    expected: 'um einen Wert gerade Anführungszeichen: "…" oder \'…\'',
    advice: "Setzen Sie den ganzen Wert in einfache Anführungszeichen: feld: 'Wert'.",
  },
  BAD_ALIAS: { found: 'einen Wert, der mit einem Stern beginnt', ...inQuotes },
  BAD_DQ_ESCAPE: {
    found: 'einen umgekehrten Schrägstrich in doppelten Anführungszeichen',
    expected: 'einen solchen Wert in einfachen Anführungszeichen',
    advice: "Nehmen Sie einfache Anführungszeichen: feld: 'Wert'.",
  },
};

/** The sentences about a mistake, in the words that the editor reads. */
export function yamlSentences({ code, repeated, unquoted }: YamlFault): YamlMistake {
  const usual = yamlMistakes[code] ?? otherYamlMistake;
  if (unquoted) {
    const { written, quoted } = unquoted;
    const advice = `Schreiben Sie ${quoted}; „npm run check -- --fix“ tut es.`;
    return { ...usual, advice, edits: [{ from: written, to: quoted }] };
  }
  if (!repeated) return usual;
  const { name, line, isList } = repeated;
  return {
    found: `das Feld „${name}“, das schon in Zeile ${line} steht`,
    expected: 'jedes Feld nur einmal',
    advice: isList
      ? `Fügen Sie beide Listen zusammen: Setzen Sie die Einträge von hier unter „${name}:“ in Zeile ${line}, und löschen Sie diese Zeile.`
      : 'Löschen Sie eine der beiden Zeilen.',
  };
}
