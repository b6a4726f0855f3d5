import sharp from 'sharp';
import { expect, test } from 'vitest';
import { iconFile } from '../../src/images/icon.ts';
import { signSvg } from '../../src/images/sign.ts';

const accent = { light: '#7a0019', dark: '#ffb3c1' };
const sign = signSvg('Blatt', { accent });

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
    const at = (x: number, y: number) => 4 * (Math.round(y * size) * size + Math.round(x * size));
    expect(data[at(0.5, 0.8) + 3]).toBeGreaterThan(100);
    expect(data[at(0.02, 0.02) + 3]).toBe(0);
    // The marked week, in the colour of the house.
    expect([...data.subarray(at(0.55, 0.4), at(0.55, 0.4) + 4)]).toEqual([0x7a, 0x00, 0x19, 0xff]);
  }
});
