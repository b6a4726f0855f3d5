import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { iconFile } from '../../src/images/icon.ts';

const sign = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'styles', 'sign.svg'), 'utf8');

test('the icon holds the sign in three sizes, each where its directory says', async () => {
  const icon = await iconFile(sign);
  expect(icon.readUInt16LE(4)).toBe(3);
  const pictures = [0, 1, 2].map((index) => {
    const entry = 6 + 16 * index;
    const start = icon.readUInt32LE(entry + 12);
    return { size: icon.readUInt8(entry), png: icon.subarray(start, start + icon.readUInt32LE(entry + 8)) };
  });
  expect(pictures.map(({ size }) => size)).toEqual([16, 32, 48]);
  for (const { size, png } of pictures) {
    const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
    expect(info).toMatchObject({ width: size, height: size, channels: 4 });
    // The line at the foot of the ruler is drawn, the corner above it is not.
    const alphaAt = (x: number, y: number) => data[4 * (Math.round(y * size) * size + Math.round(x * size)) + 3];
    expect(alphaAt(0.5, 0.8)).toBeGreaterThan(100);
    expect(alphaAt(0.02, 0.02)).toBe(0);
  }
});
