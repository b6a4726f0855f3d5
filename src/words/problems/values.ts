import { dayForm, momentForm, oneOf } from '../terms.ts';
import { error, given, quoted, similar } from './rule.ts';

/** The value of a field, whatever the field. */
export const valueRules = {
  unknownField: error(({ name, nearest, known }: { name: string; nearest?: string; known: readonly string[] }) => ({
    found: `das unbekannte Feld ${quoted(name)}`,
    expected: `eines dieser Felder: ${known.join(', ')}`,
    advice: similar(nearest, 'löschen Sie die Zeile oder wählen Sie ein bekanntes Feld.'),
  })),
  fieldMissing: error(({ name, type }: { name: string; type: string }) => ({
    found: `kein Feld ${quoted(name)}`,
    expected: type,
    advice: `Ergänzen Sie „${name}: …“.`,
  })),
  wrongType: error(({ input, type, quotable }: { input: unknown; type: string; quotable?: boolean }) => ({
    found: given(input),
    expected: type,
    advice: quotable ? 'Setzen Sie den Wert in Anführungszeichen.' : 'Schreiben Sie den Wert in dieser Form.',
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
    correction: { from: text, to: corrected },
  })),
  notADay: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'einen Tag, den es gibt, in der Form JJJJ-MM-TT',
    advice: 'Schreiben Sie zum Beispiel 2025-08-14.',
  })),
  notAMoment: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: momentForm,
    advice: 'Schreiben Sie den Zeitpunkt in einer der beiden Formen.',
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
  notAWebAddress: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'eine vollständige Adresse, die mit https:// beginnt',
    advice: 'Kopieren Sie die Adresse aus der Adresszeile des Browsers.',
  })),
  notAnOrigin: error(({ text, corrected }: { text: string; corrected?: string }) => ({
    found: quoted(text),
    expected: 'die Adresse der Website ohne Pfad, zum Beispiel https://kurrende.example',
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
  notASlug: error(({ text }: { text: string }) => ({
    found: quoted(text),
    expected: 'Kleinbuchstaben, Ziffern und Bindestriche, zum Beispiel landkreis-wesermarsch',
    advice: 'Schreiben Sie ä als ae, ß als ss und statt Leerzeichen Bindestriche.',
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
    advice: 'Setzen Sie den Wert in Anführungszeichen: Ohne sie hält YAML alles nach # für einen Kommentar.',
  })),
} as const;
