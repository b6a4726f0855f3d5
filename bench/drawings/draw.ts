import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { scenes } from './scenes.ts';

/** A drawing as PNG. Few flat colours: a palette of 64 holds them with their edges. */
export function drawingOf(svg: string): Promise<Buffer> {
  return sharp(Buffer.from(svg))
    .png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 })
    .toBuffer();
}

/** Draws the pictures of the example content anew, into `content/issues/` below `root`. The same each time. */
export async function drawExample(root: string): Promise<void> {
  for (const [name, svg] of Object.entries(scenes)) {
    const file = join(root, 'content', 'issues', name);
    mkdirSync(dirname(file), { recursive: true });
    const bytes = await drawingOf(svg);
    writeFileSync(file, bytes);
    console.log(`${name}: ${(bytes.length / 1000).toFixed(1)} kB`);
  }
}
