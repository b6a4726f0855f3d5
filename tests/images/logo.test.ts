import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { logoSize } from '../../src/model/logo.ts';
import { inSite, projectWith, write } from '../reader/sample-content.ts';
import { photograph } from './photograph.ts';
import { type Prepared, prepared } from './prepared.ts';
import { logoPixels, logoSvg } from './sample-logo.ts';

const both = inSite('logo: {file: logo.svg, alt: Zweckverband Muster, dark: dunkel.svg}');
const drawn = { ...both, 'content/logo.svg': logoSvg(), 'content/dunkel.svg': logoSvg('#ffb3c1') };

const logoOf = ({ library }: Prepared) => {
  const { shown } = library.site.logo ?? {};
  if (!shown) throw new Error('the logo was not prepared');
  return shown;
};

/** A pixel of a picture, with its opacity. */
async function pixel(bytes: Uint8Array, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return [...data.subarray((y * info.width + x) * 4, (y * info.width + x) * 4 + 4)];
}

describe('a logo that is drawn', () => {
  it('is published as the drawing alone, without what its program noted', async () => {
    const result = await prepared(projectWith(drawn));
    const { path, mediaType, width, height } = logoOf(result).light.onPage;
    expect([path, mediaType, width, height]).toEqual([
      expect.stringMatching(/^\/bilder\/[0-9a-f]{12}-logo\.svg$/),
      'image/svg+xml',
      120,
      40,
    ]);
    const svg = Buffer.from(await result.store.read(path)).toString();
    expect(svg).toContain('fill="#7a0019"');
    expect(svg).not.toMatch(/editor|erika|metadata|<!--|\?xml/);
  });

  it('is a PNG as well, sharp and on the paper of its surroundings', async () => {
    const result = await prepared(projectWith(drawn));
    const { light, dark } = logoOf(result);
    expect(light.png).toMatchObject({ mediaType: 'image/png', width: 360, height: 120 });
    const bytes = await result.store.read(light.png.path);
    expect(await pixel(bytes, 60, 60)).toEqual([0x7a, 0x00, 0x19, 255]);
    expect(await pixel(bytes, 355, 60)).toEqual([0xfb, 0xfa, 0xf6, 255]);
    const darkBytes = await result.store.read(dark?.png.path ?? '');
    expect(await pixel(darkBytes, 60, 60)).toEqual([0xff, 0xb3, 0xc1, 255]);
    expect(await pixel(darkBytes, 355, 60)).toEqual([0x17, 0x19, 0x1c, 255]);
  });

  it('without a view box is scaled and not cut', async () => {
    const sized = logoSvg('#7a0019', '', 'width="240" height="80"');
    const result = await prepared(projectWith({ ...drawn, 'content/logo.svg': sized }));
    const bytes = await result.store.read(logoOf(result).light.png.path);
    expect(await pixel(bytes, 300, 60)).toEqual([0x1b, 0x1a, 0x18, 255]);
  });
});

describe('a logo of pixels', () => {
  it('is published as a PNG of three pixels for each that is shown, transparent where it was', async () => {
    const files = {
      ...inSite('logo: {file: l.png, alt: Muster}'),
      'content/l.png': await logoPixels().png().toBuffer(),
    };
    const result = await prepared(projectWith(files));
    const { onPage } = logoOf(result).light;
    expect(onPage).toMatchObject({ mediaType: 'image/png', width: 120, height: 40 });
    const bytes = await result.store.read(onPage.path);
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 360, height: 120, hasAlpha: true });
    expect((await pixel(bytes, 355, 60))[3]).toBe(0);
  });

  it('tells nothing of the camera that took it', async () => {
    const taken = {
      ...inSite('logo: {file: l.jpg, alt: Muster}'),
      'content/l.jpg': await photograph({ width: 800, height: 300 }),
    };
    const result = await prepared(projectWith(taken));
    const { onPage, png } = logoOf(result).light;
    for (const { path } of [onPage, png]) {
      const bytes = await result.store.read(path);
      const { exif, xmp } = await sharp(bytes).metadata();
      expect([exif, xmp, Buffer.from(bytes).includes('4711')]).toEqual([undefined, undefined, false]);
    }
  });
});

it('a logo is made once; another paper or another drawing makes it anew, at another address', async () => {
  const project = projectWith(drawn);
  const first = await prepared(project);
  expect((await prepared(project)).made).toBe(0);
  write(project, { 'content/logo.svg': logoSvg('#0b5268') });
  const second = await prepared(project);
  expect(logoOf(second).light.onPage.path).not.toBe(logoOf(first).light.onPage.path);
  expect(logoOf(second).dark).toEqual(logoOf(first).dark);
});

it('a title picture has the logo before the name of the publication', async () => {
  const result = await prepared(projectWith(drawn));
  const { path } = result.library.articles[0]?.titlePicture?.jpeg ?? { path: '' };
  const [red = 0, green = 0, blue = 0] = await pixel(await result.store.read(path), 90, 84);
  expect(Math.max(Math.abs(red - 0x7a), green, Math.abs(blue - 0x19))).toBeLessThan(16);
});

it.each([
  [
    { width: 240, height: 80 },
    { width: 120, height: 40 },
  ],
  [
    { width: 100, height: 100 },
    { width: 56, height: 56 },
  ],
  [
    { width: 1000, height: 50 },
    { width: 240, height: 12 },
  ],
  [
    { width: 10, height: 90 },
    { width: 6, height: 56 },
  ],
])('a logo of %j is shown as large as others: %j', (size, shown) => {
  expect(logoSize(size)).toEqual(shown);
});
