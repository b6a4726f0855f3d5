import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawingOf } from '../../bench/drawings/draw.ts';
import { scenes } from '../../bench/drawings/scenes.ts';
import { product, shippedLibrary } from '../shipped.ts';

const pixels = (picture: string | Buffer) => sharp(picture).removeAlpha().raw().toBuffer();

test.each(Object.entries(scenes))('the script draws %s as it ships', async (name, svg) => {
  const shipped = join(product, 'content', 'issues', name);
  expect((await pixels(await drawingOf(svg))).equals(await pixels(shipped))).toBe(true);
  expect(readFileSync(shipped).length).toBeLessThan(40_000);
});

test('every drawing is used by an issue or article, as free, with whose it is', () => {
  const illustrated = shippedLibrary().issues.flatMap((issue) => [issue, ...issue.articles]);
  const free = illustrated
    .flatMap(({ image, pictures }) => [...(image ? [image] : []), ...pictures])
    .filter(({ licence }) => licence === 'cc0');
  expect(free.map(({ original }) => original?.split('/').slice(-2).join('/')).sort()).toEqual(
    Object.keys(scenes).sort(),
  );
  for (const { credit, alt } of free)
    expect([credit, alt?.length]).toEqual([credit && expect.any(String), expect.any(Number)]);
});
