/** The fonts of the site, cut from the packages that are locked: `npm run fonts` (decision 0053). */
import { readFileSync } from 'node:fs';
import { compress } from 'woff2-encoder';
import decompress from 'woff2-encoder/decompress';
import { type Cut, subset } from './subset.ts';

/** The style sheet says which characters each file has: browsers and the cut read the same. */
const styleSheet = new URL('../fonts.css', import.meta.url);

/** Packages, and what the styles ask of a design: two weights upright, one in italics. */
const designs: Record<string, { file: (alphabet: string) => string; axes: Cut['axes'] }> = {
  serif: {
    file: (alphabet) => `@fontsource-variable/source-serif-4/files/source-serif-4-${alphabet}-wght-normal.woff2`,
    axes: { wght: [400, 600] },
  },
  'serif-italic': {
    file: (alphabet) => `@fontsource-variable/source-serif-4/files/source-serif-4-${alphabet}-wght-italic.woff2`,
    axes: { wght: 400 },
  },
  sans: {
    file: (alphabet) => `@fontsource-variable/source-sans-3/files/source-sans-3-${alphabet}-wght-normal.woff2`,
    axes: { wght: [400, 600] },
  },
};

/** How our files end, and the alphabet that they are cut from, as Fontsource divides a design. */
const alphabets: Record<string, string> = { '': 'latin', '-latin': 'latin', '-extended': 'latin-ext' };

/** Kerning, ligatures, composed and placed marks, and figures for tables. */
const features = ['kern', 'liga', 'ccmp', 'mark', 'tnum', 'lnum'];

export interface FontFile {
  /** `kurrende-serif.woff2` */
  name: string;
  characters: Set<number>;
}

/** The files that the style sheet names, with the characters of their `unicode-range`. */
export function fontFiles(): FontFile[] {
  const rules = readFileSync(styleSheet, 'utf8').match(/@font-face \{[^}]*\}/g) ?? [];
  return rules.flatMap((rule) => {
    const [, name] = /url\("\.\/fonts\/([^"]+)"\)/.exec(rule) ?? [];
    const [, ranges = ''] = /unicode-range:([^;]+);/.exec(rule) ?? [];
    return name ? [{ name, characters: charactersIn(ranges) }] : [];
  });
}

/** Of the CSS descriptor `unicode-range`, without its wildcards. */
function charactersIn(ranges: string): Set<number> {
  const found = new Set<number>();
  for (const [, first = '', last = first] of ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gi)) {
    for (let code = Number.parseInt(first, 16); code <= Number.parseInt(last, 16); code += 1) found.add(code);
  }
  return found;
}

/** The bytes of such a file, the same from the same packages. */
export async function makeFont({ name, characters }: FontFile): Promise<Uint8Array> {
  const [, designName = '', ending = ''] = /^kurrende-(serif-italic|serif|sans)(-\w+)?\.woff2$/.exec(name) ?? [];
  const design = designs[designName];
  const alphabet = alphabets[ending];
  if (!design || !alphabet) throw new Error(`from which font is ${name} to be cut?`);
  const source = readFileSync(new URL(import.meta.resolve(design.file(alphabet))));
  const cut = await subset(await decompress(source), { characters, axes: design.axes, features });
  return compress(cut);
}
