import sharp from 'sharp';

const width = 4000;
const height = 3000;

/** The same for the same seed: a linear congruential generator, for variety and not for chance. */
function numbersFrom(seed: number): (most: number) => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return (most) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % most;
  };
}

const colour = (next: (most: number) => number) => `rgb(${next(256)},${next(256)},${next(256)})`;

/** Grain is alike in all photographs; to make it takes longer than the rest. */
const grain = sharp({
  create: { width, height, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 18 } },
})
  .raw()
  .toBuffer({ resolveWithObject: true });

/**
 * A JPEG of twelve megapixels that costs an encoder what a photograph does: sky and ground, a hundred soft things in
 * between, leaves in front, and grain. Every seed gives another.
 */
export async function photographOf(seed: number): Promise<Buffer> {
  const next = numbersFrom(seed);
  const things = Array.from({ length: 100 }, () => {
    const size = 30 + next(250);
    return `<ellipse cx="${next(2000)}" cy="${400 + next(1100)}" rx="${size}" ry="${20 + next(size)}" fill="${colour(next)}" opacity="0.${3 + next(7)}"/>`;
  });
  const leaves = Array.from({ length: 3000 }, () => {
    const [x, y] = [next(2000), 900 + next(600)];
    return `<path d="M${x} ${y}q${next(20) - 10} ${-next(30)} ${next(15)} ${-next(45)}" stroke="${colour(next)}" stroke-width="${1 + next(3)}" fill="none"/>`;
  });
  const stops = [0, 0.5, 1].map((offset) => `<stop offset="${offset}" stop-color="${colour(next)}"/>`);
  const scene = `<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1500"><defs><linearGradient id="a" x2="0.3" y2="1">${stops.join('')}</linearGradient></defs><rect width="100%" height="100%" fill="url(#a)"/>${things.join('')}${leaves.join('')}</svg>`;
  const large = await sharp(Buffer.from(scene)).flatten().resize({ width }).raw().toBuffer({ resolveWithObject: true });
  const { data, info } = await grain;
  return sharp(large.data, { raw: large.info })
    .composite([{ input: data, raw: info, blend: 'soft-light' }])
    .jpeg({ quality: 88 })
    .toBuffer();
}
