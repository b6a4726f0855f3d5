import sharp from 'sharp';
import { expect, it } from 'vitest';
import { inSite, projectWith } from '../reader/sample-content.ts';
import { type Prepared, prepared } from './prepared.ts';

/** The pixels of the title picture of the sample article. */
async function titlePicture({ library, store }: Prepared) {
  const { path } = library.articles[0]?.titlePicture?.jpeg ?? {};
  if (!path) throw new Error('no title picture');
  const { data, info } = await sharp(await store.read(path))
    .raw()
    .toBuffer({ resolveWithObject: true });
  return (x: number, y: number) => [...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3)];
}

/** How far apart two colours are at most in one of red, green and blue; a JPEG is never exact. */
const apart = (a: readonly number[], b: readonly number[]) =>
  Math.max(...a.map((value, i) => Math.abs(value - (b[i] ?? 0))));

it.each([
  ['kurrende', [0xfb, 0xfa, 0xf6]],
  ['kern', [0xff, 0xff, 0xff]],
] as const)('a drawing has the paper of the theme %s and the colour of the house', async (theme, paper) => {
  const look = `theme: ${theme}\ncolours: {light: "#7a0019", dark: "#ffb3c1"}`;
  const pixel = await titlePicture(await prepared(projectWith(inSite(look))));
  expect(apart(pixel(4, 4), paper)).toBeLessThan(4);
  // Along the ruler: the marked week alone is drawn in the colour of the house.
  const ruler = Array.from({ length: 1200 }, (_, x) => pixel(x, 580));
  expect(ruler.filter((colour) => apart(colour, [0x7a, 0x00, 0x19]) < 12).length).toBeGreaterThanOrEqual(4);
});
