import { error, quoted, similar } from './rule.ts';

const logoFormats = 'ein Logo als SVG, PNG oder JPEG';

interface TooSmall {
  file: string;
  width: number;
  height: number;
  least: { width: number; height: number };
}

/** The organisation's logo. */
export const logoRules = {
  logoNotFound: error(({ file, nearest }: { file: string; nearest?: string }) => ({
    found: `den Dateinamen ${quoted(file)}; diese Datei gibt es im Ordner content nicht`,
    expected: 'eine Datei, die neben site.md liegt',
    advice: similar(nearest, 'legen Sie die Datei in den Ordner content oder korrigieren Sie den Namen.'),
  })),
  logoType: error(({ file }: { file: string }) => ({
    found: `die Datei ${quoted(file)} als Logo`,
    expected: logoFormats,
    advice: 'Speichern Sie das Logo als SVG, oder als PNG mit durchsichtigem Grund.',
  })),
  logoAltSaysNothing: error(({ alt }: { alt: string }) => ({
    found: `den Alternativtext ${quoted(alt)}, der nicht sagt, wessen Logo es ist`,
    expected: 'was auf dem Logo steht, in der Regel den Namen der Organisation',
    advice: 'Schreiben Sie den Namen.',
  })),
  logoBroken: error(({ file }: { file: string }) => ({
    found: `die Datei ${quoted(file)}, die sich nicht als Bild lesen lässt`,
    expected: logoFormats,
    advice: 'Exportieren Sie das Logo noch einmal; für SVG wählen Sie „normales SVG“, in UTF-8.',
  })),
  logoUnsafe: error(({ file, what }: { file: string; what: string }) => ({
    found: `das Logo ${quoted(file)} mit ${quoted(what)}: Damit kann ein SVG Programme ausführen oder anderes nachladen`,
    expected: 'eine Zeichnung, die nur aus Formen besteht und alles selbst enthält',
    advice: 'Exportieren Sie das Logo als „normales SVG“ ohne Skripte, Animationen, Links und Verweise auf Dateien.',
  })),
  logoText: error(({ file }: { file: string }) => ({
    found: `das Logo ${quoted(file)} mit Schrift, die als Text gespeichert ist`,
    expected: 'Buchstaben als Formen; die Schriftart haben die meisten Geräte nicht, und sie zeigten eine andere',
    advice: 'Wandeln Sie die Schrift im Zeichenprogramm in Pfade um, und exportieren Sie das Logo noch einmal.',
  })),
  logoWithoutSize: error(({ file }: { file: string }) => ({
    found: `das Logo ${quoted(file)}, das nicht sagt, wie breit und hoch es ist`,
    expected: '„viewBox“ oder „width“ und „height“ am Anfang der Zeichnung',
    advice: 'Exportieren Sie das Logo noch einmal, mit der Zeichnung als Ausschnitt.',
  })),
  logoTooHeavy: error(({ file, size, most }: { file: string; size: string; most: string }) => ({
    found: `das Logo ${quoted(file)} mit ${size}`,
    expected: `höchstens ${most}, weil es mit jedem ersten Besuch geladen wird`,
    advice: 'Speichern Sie es einfacher oder kleiner; gezeigt wird es höchstens 240 Pixel breit.',
  })),
  logoTooLarge: error(
    ({ file, width, height, most }: { file: string; width: number; height: number; most: number }) => ({
      found: `das Logo ${quoted(file)} mit ${width} × ${height} Pixeln`,
      expected: `höchstens ${most} Pixel an einer Seite`,
      advice: 'Verkleinern Sie das Logo; gezeigt wird es höchstens 240 Pixel breit.',
    }),
  ),
  logoTooSmall: error(({ file, width, height, least }: TooSmall) => ({
    found: `das Logo ${quoted(file)} mit ${width} × ${height} Pixeln`,
    expected: `mindestens ${least.width} × ${least.height} Pixel, damit es auf scharfen Bildschirmen nicht verschwimmt`,
    advice: 'Besorgen Sie das Logo größer, am besten als SVG.',
  })),
} as const;
