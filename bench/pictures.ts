import { spawnSync } from 'node:child_process';
import { existsSync, globSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import pMap from 'p-map';
import { generateArchive } from './generate.ts';
import { photographOf } from './photograph.ts';

const root = join(import.meta.dirname, '..');
const bench = join(root, '.cache', 'bench');

/**
 * An archive of as many articles, each with a photograph of twelve megapixels. Prints the time and the peak memory of
 * the picture step of a first build and of a second, which finds everything ready.
 */
export async function benchPictures(count: number): Promise<void> {
  const folder = join(bench, `pictures-${count}`);
  generateArchive(folder, count, root, ['redaktion']);
  const articles = globSync('content/issues/*/0*.md', { cwd: folder }).sort();
  console.log(`making ${count} photographs, unless they are there from the last time …`);
  await pMap(articles, (article, index) => illustrate(join(folder, article), index), {
    concurrency: availableParallelism(),
  });
  const first = run(folder, 'first build');
  const second = run(folder, 'second build');
  console.log(`the second takes 1/${Math.round(first / second)} of the first`);
}

async function illustrate(article: string, index: number): Promise<void> {
  const photograph = join(bench, 'photographs', `${index}.jpg`);
  if (!existsSync(photograph)) {
    mkdirSync(dirname(photograph), { recursive: true });
    writeFileSync(photograph, await photographOf(index));
  }
  linkSync(photograph, join(dirname(article), `bild-${index}.jpg`));
  const fields = `image: {file: bild-${index}.jpg, alt: Ein Bild, credit: Bild ${index}, licence: stock-standard}`;
  writeFileSync(article, readFileSync(article, 'utf8').replace('\ntopics:', `\n${fields}\ntopics:`));
}

function run(folder: string, name: string): number {
  const peakFile = join(folder, 'peak');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', join(import.meta.dirname, 'report-peak.mjs'), join(import.meta.dirname, 'picture-step.ts')],
    { env: { ...process.env, SITE_ROOT: folder, BUILD_DATE: '2026-01-31', PEAK_FILE: peakFile }, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the picture step failed:\n${stderr}`);
  const { seconds, made } = JSON.parse(stdout) as { seconds: number; made: number };
  const megabytes = Number.parseInt(readFileSync(peakFile, 'utf8'), 10) / 1024;
  rmSync(peakFile);
  console.log(`${name}: ${made} made, ${seconds.toFixed(2)} s, peak memory ${megabytes.toFixed(0)} MB`);
  return seconds;
}
