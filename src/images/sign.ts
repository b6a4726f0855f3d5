/** The sign of the publication: a piece of the year's ruler with a week marked. */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import type { Palette } from '../model/palette.ts';

/** An SVG document named `title`, in the colour of the house, which is another on dark surfaces where the program asks. */
export function signSvg(title: string, { accent }: Pick<Palette, 'accent'>): string {
  const stroke = accent.light;
  return toXml(
    x('svg', { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 32 32' }, [
      x('title', title),
      x('style', `path{stroke:${accent.light}}@media(prefers-color-scheme:dark){path{stroke:${accent.dark}}}`),
      x('path', { fill: 'none', stroke, 'stroke-width': 2, d: 'M2 26h28M3 26v-9M8 26v-5M13 26v-5M23 26v-5M28 26v-9' }),
      x('path', { stroke, 'stroke-width': 4, d: 'M18 26V5' }),
    ]),
    { closeEmptyElements: true },
  );
}
