import { dayForm, type FieldNames, momentForm, oneOf, releaseForm } from '../terms.ts';
import { error, given, inYamlQuotes, quoted, similar, withFields } from './rule.ts';

interface WrongType {
  input: unknown;
  /** The value as it is written, where that differs. */
  source?: string;
  type: string;
  /** The line that is probably meant. */
  suggestion?: string;
  /** Or the lines, the second indented below the first. */
  lines?: readonly string[];
}

interface MissingField {
  name: string;
  type: string;
  isRecord?: boolean;
  /** The word that will do, and the fields that may stand in its place. */
  either?: { word: string; fields: FieldNames };
}

const inLines = ([first = '', second]: readonly string[]) =>
  second === undefined
    ? `Schreiben Sie „${first}“.`
    : `Schreiben Sie in zwei Zeilen „${first}“ und darunter, zwei Zeichen eingerückt, „${second}“.`;

/** The value of a field, whatever the field. */
export const valueRules = {
  unknownField: error(({ name, nearest, known }: { name: string; nearest?: string; known: readonly string[] }) => ({
    found: `das unbekannte Feld ${quoted(name)}`,
    expected: `eines dieser Felder: ${known.join(', ')}`,
    advice: similar(nearest, 'löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.'),
  })),
  fieldMissing: error(({ name, type, isRecord, either }: MissingField) => ({
    found: `kein Feld ${quoted(name)}`,
    expected: type,
    advice: either
      ? `Schreiben Sie „${name}: ${either.word}“, oder „${name}:“${withFields(either.fields)}.`
      : isRecord
        ? `Ergänzen Sie „${name}:“ und darunter, eingerückt, diese Felder.`
        : `Ergänzen Sie „${name}: …“.`,
  })),
  wrongType: error(({ input, source, type, suggestion, lines }: WrongType) => ({
    found: given(input, source),
    expected: type,
    advice: suggestion || lines ? inLines(lines ?? [suggestion ?? '']) : 'Schreiben Sie den Wert in dieser Form.',
  })),
  textCutOff: error(({ text, comment, suggestion }: { text: string; comment: string; suggestion: string }) => ({
    found: `den Text ${quoted(text)}; was dahinter steht (${quoted(comment)}), gilt als Bemerkung`,
    expected: 'einen Text mit # in Anführungszeichen',
    advice: `Schreiben Sie ${suggestion}. Soll es eine Bemerkung sein, setzen Sie sie in eine eigene Zeile.`,
  })),
  emptyByComment: error(({ name, comment }: { name: string; comment: string }) => ({
    found: `ein leeres Feld; ${quoted(comment)} gilt als Bemerkung`,
    expected: 'einen Wert; beginnt er mit #, in Anführungszeichen',
    advice: `Schreiben Sie ${name}: ${inYamlQuotes(comment)}, wenn das der Wert sein soll; sonst füllen Sie das Feld aus.`,
  })),
  notAllowed: error(({ value, allowed, nearest }: { value: string; allowed: readonly string[]; nearest?: string }) => ({
    found: quoted(value),
    expected: oneOf(allowed),
    advice: similar(nearest, 'wählen Sie einen der Werte.'),
  })),
  tooLong: error(({ length, most }: { length: number; most: number }) => ({
    found: `${length} Zeichen`,
    expected: `höchstens ${most} Zeichen`,
    advice: 'Kürzen Sie den Text; Einzelheiten gehören in den Beitrag.',
  })),
  tooFew: error(({ least }: { least: number }) => ({
    found: 'zu wenige Einträge',
    expected: least === 1 ? 'mindestens einen Eintrag' : `mindestens ${least} Einträge`,
    advice: 'Ergänzen Sie, was fehlt.',
  })),
  notTheForm: error(({ value, example }: { value: string; example: string }) => ({
    found: quoted(value),
    expected: `einen Wert wie „${example}“`,
    advice: 'Schreiben Sie den Wert in dieser Form.',
  })),
  empty: error(() => ({
    found: 'ein leeres Feld',
    expected: 'einen Wert',
    advice: 'Füllen Sie das Feld aus; wenn es hier nicht gebraucht wird, löschen Sie die Zeile.',
  })),
  germanDate: error(({ text, corrected }: { text: string; corrected: string }) => ({
    found: `das deutsche Datum ${quoted(text)}`,
    expected: dayForm,
    advice: `Schreiben Sie ${corrected}.`,
    edits: [{ from: text, to: corrected }],
  })),
  notADay: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'einen Tag, den es gibt, in der Form JJJJ-MM-TT',
    advice: 'Schreiben Sie zum Beispiel 2025-08-14.',
  })),
  notAMoment: error(({ text, corrected }: { text: string; corrected?: string }) => ({
    found: quoted(text),
    expected: momentForm,
    advice: corrected ? `Schreiben Sie ${corrected}.` : 'Schreiben Sie den Zeitpunkt in einer der beiden Formen.',
    ...(corrected && { edits: [{ from: text, to: corrected }] }),
  })),
  notARelease: error(({ text, corrected }: { text: string; corrected?: string }) => ({
    found: quoted(text),
    expected: releaseForm,
    advice: corrected ? `Schreiben Sie ${corrected}.` : 'Schreiben Sie zum Beispiel 2025-08-14 oder 2025-08-14 10:00.',
    ...(corrected && { edits: [{ from: text, to: corrected }] }),
  })),
  noSuchTime: error(({ text }: { text: string }) => ({
    found: `${quoted(text)}, eine Uhrzeit, die es an diesem Tag nicht gibt: Die Uhren werden von 2 auf 3 Uhr vorgestellt`,
    expected: 'eine Uhrzeit vor 2 Uhr oder ab 3 Uhr',
    advice: 'Wählen Sie eine andere Uhrzeit.',
  })),
  notATagUri: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine Kennung wie tag:verlag.example,2025-08-14:…',
    advice:
      'Stellen Sie die frühere Kennung wieder her. Ist noch nichts erschienen, löschen Sie die Zeile; „npm run check -- --fix“ vergibt eine neue.',
  })),
  notAnEmail: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine E-Mail-Adresse',
    advice: 'Schreiben Sie die Adresse ohne „mailto:“, Namen und Leerzeichen.',
  })),
  notAPhone: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine Telefonnummer mit Vorwahl, zum Beispiel 030 23125 100',
    advice: 'Schreiben Sie die Nummer; gibt es keine, löschen Sie die Zeile.',
  })),
  notAWebAddress: error(({ text, corrected }: { text: string; corrected?: string }) => ({
    found: quoted(text),
    expected: 'eine vollständige Adresse, die mit https:// beginnt',
    advice: corrected?.startsWith('mailto:')
      ? `Nennen Sie eine Seite. Eine E-Mail-Adresse steht im Text: [Name](${corrected}).`
      : corrected
        ? `Schreiben Sie ${corrected}.`
        : 'Kopieren Sie die Adresse aus der Adresszeile des Browsers.',
  })),
  notAnOrigin: error(({ text, corrected, of }: { text: string; corrected?: string; of: 'site' | 'abo' }) => ({
    found: quoted(text),
    expected: `die Adresse ${of === 'abo' ? 'des Abo-Dienstes mit https: und' : 'der Website'} ohne Pfad, zum Beispiel https://kurrende.example`,
    advice: corrected ? `Schreiben Sie ${corrected}.` : 'Kopieren Sie die Adresse aus der Adresszeile des Browsers.',
  })),
  notHttps: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine Adresse mit https: (RFC 8058)',
    advice: `Schreiben Sie ${text.replace('http:', 'https:')}, und richten Sie dort ein Zertifikat ein.`,
  })),
  notADomain: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'einen Rechnernamen in Kleinbuchstaben wie verlag.example',
    advice: 'Lassen Sie https:// und alles nach dem Namen weg.',
  })),
  notASlug: error(({ text, suggestion }: { text: string; suggestion?: string }) => ({
    found: quoted(text),
    expected: 'Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel landkreis-wesermarsch',
    advice: similar(suggestion, 'schreiben Sie ä als ae, ß als ss und statt Leerzeichen Bindestriche.'),
  })),
  notAFileName: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'den Namen einer Datei, die im Ordner der Ausgabe liegt',
    advice: 'Legen Sie die Datei in den Ordner der Ausgabe und nennen Sie nur ihren Namen.',
  })),
  notAFormerAddress: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'einen Pfad, der mit / beginnt und endet, zum Beispiel /news/33-kw/',
    advice: 'Schreiben Sie den Pfad ohne Rechnernamen.',
  })),
  notAColour: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine Farbe aus # und sechs Ziffern von 0 bis f, zum Beispiel "#0b5268"',
    advice: 'Nehmen Sie den Wert aus Ihren Gestaltungsregeln oder einem Farbwähler.',
  })),
} as const;
