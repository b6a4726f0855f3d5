import { error, quoted } from './rule.ts';

const pictureFormats = 'ein Bild als JPEG, PNG, WebP, AVIF, TIFF oder GIF';

interface TooLarge {
  file: string;
  width: number;
  height: number;
  mostOnOneSide: number;
  mostMegapixels: number;
}

/** Files that should be pictures. */
export const pictureFileRules = {
  pictureFileEmpty: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)}, die leer ist`,
    expected: pictureFormats,
    advice: 'Kopieren Sie das Bild noch einmal in den Ordner.',
  })),
  pictureFileBroken: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)}, die beschädigt oder unvollständig ist`,
    expected: pictureFormats,
    advice:
      'Kopieren Sie das Bild noch einmal in den Ordner; lässt es sich auch dann nicht öffnen, besorgen Sie es neu.',
  })),
  pictureFileTooLarge: error(({ file, width, height, mostOnOneSide, mostMegapixels }: TooLarge) => ({
    found: `die Bilddatei ${quoted(file)} mit ${width} × ${height} Pixeln`,
    expected: `höchstens ${mostMegapixels} Millionen Pixel und ${mostOnOneSide} Pixel an einer Seite`,
    advice: 'Verkleinern Sie das Bild; für die Website genügen 1600 Pixel Breite.',
  })),
  pictureFileAnimated: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)}, die sich bewegt`,
    expected: 'ein Bild, das stillsteht (WCAG 2.2.2)',
    advice: 'Speichern Sie ein einzelnes Bild daraus.',
  })),
  pictureFileSvg: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)} im Format SVG, das Programme enthalten kann`,
    expected: pictureFormats,
    advice: 'Speichern Sie die Grafik als PNG, mindestens 1600 Pixel breit.',
  })),
  pictureFileHeic: error(({ file }: { file: string }) => ({
    found: `die Bilddatei ${quoted(file)} im Format HEIC, wie es Telefone speichern`,
    expected: pictureFormats,
    advice: 'Speichern Sie das Bild als JPEG.',
  })),
  pictureFileOther: error(({ file }: { file: string }) => ({
    found: `die Datei ${quoted(file)}, die kein Bild in einem bekannten Format ist`,
    expected: pictureFormats,
    advice: 'Speichern Sie das Bild als JPEG oder PNG.',
  })),
} as const;
