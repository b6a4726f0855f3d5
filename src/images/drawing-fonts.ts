/** The fonts of the drawings: Source Serif 4 and Source Sans 3, read from their packages (decision 0010). */
import { Blob, Face, Font, Variation } from 'harfbuzzjs';
import decompress from 'woff2-encoder/decompress';

/** What text is set for; each has its own weight and optical size. */
export type FaceName = 'number' | 'title' | 'label' | 'strong';

/** A face is a list of fonts of one design that share the alphabets among them; the first that has a character draws it. */
export type DrawingFonts = Readonly<Record<FaceName, readonly Font[]>>;

/** The alphabets of a design, most used first: Latin, the rest of it for Łódź, Česko or Budyšin, Cyrillic and Greek. */
const files = {
  serif: [
    import.meta.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-opsz-normal.woff2'),
    import.meta.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-latin-ext-opsz-normal.woff2'),
    import.meta.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-cyrillic-opsz-normal.woff2'),
    import.meta.resolve('@fontsource-variable/source-serif-4/files/source-serif-4-greek-opsz-normal.woff2'),
  ],
  sans: [
    import.meta.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2'),
    import.meta.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-ext-wght-normal.woff2'),
    import.meta.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-cyrillic-wght-normal.woff2'),
    import.meta.resolve('@fontsource-variable/source-sans-3/files/source-sans-3-greek-wght-normal.woff2'),
  ],
} as const;

/** Weight and optical size. Thin strokes have to survive the third of its size at which a card is often shown. */
const cuts: Record<FaceName, { design: keyof typeof files; axes: Record<string, number> }> = {
  number: { design: 'serif', axes: { wght: 340, opsz: 60 } },
  title: { design: 'serif', axes: { wght: 520, opsz: 44 } },
  label: { design: 'sans', axes: { wght: 420 } },
  strong: { design: 'sans', axes: { wght: 640 } },
};

/**
 * Loads the fonts once for any number of drawings.
 * @param readFile gives the bytes of a file, for example `readFile` of `node:fs/promises`
 * @throws what `readFile` throws, and if a file is not WOFF2: the packages are not installed as locked
 */
export async function loadDrawingFonts(readFile: (file: URL) => Promise<Uint8Array>): Promise<DrawingFonts> {
  const load = async (file: string) => new Face(new Blob(await decompress(await readFile(new URL(file)))));
  const faces = {
    serif: await Promise.all(files.serif.map(load)),
    sans: await Promise.all(files.sans.map(load)),
  };
  const cut = (name: FaceName) => faces[cuts[name].design].map((face) => variant(face, cuts[name].axes));
  return { number: cut('number'), title: cut('title'), label: cut('label'), strong: cut('strong') };
}

function variant(face: Face, axes: Record<string, number>): Font {
  const font = new Font(face);
  font.setVariations(Object.entries(axes).map(([tag, value]) => new Variation(tag, value)));
  return font;
}
