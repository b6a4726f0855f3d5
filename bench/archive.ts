import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { day } from '../src/model/day.ts';
import { contentOnDisk } from '../src/reader/files/content-folder.ts';
import { createReader } from '../src/reader/read.ts';
import { generateArchive } from './generate.ts';

/** Builds a generated archive as `npm run build` does, in a process of its own, and prints time and peak memory. */
export function benchArchive(count: number): void {
  const root = join(import.meta.dirname, '..');
  const folder = join(root, '.cache', 'bench', `archive-${count}`);
  const { library } = createReader(contentOnDisk(root))({ today: day('2026-01-31'), mode: 'publish' });
  if (!library) throw new Error('the example content is not in order: npm run check');
  generateArchive(
    folder,
    count,
    root,
    library.terms.topics.map(({ slug }) => slug),
  );

  for (const run of ['cold', 'again']) {
    const peakFile = join(folder, 'peak');
    const started = performance.now();
    const { status, stderr } = spawnSync(
      process.execPath,
      ['--import', join(import.meta.dirname, 'report-peak.mjs'), join(root, 'src', 'cli', 'kurrende.mjs'), 'build'],
      { env: { ...process.env, SITE_ROOT: folder, BUILD_DATE: '2026-01-31', PEAK_FILE: peakFile }, encoding: 'utf8' },
    );
    if (status !== 0) throw new Error(`the build failed:\n${stderr}`);
    const seconds = (performance.now() - started) / 1000;
    const megabytes = Number(readFileSync(peakFile, 'utf8')) / 1024;
    rmSync(peakFile);
    console.log(`${count} articles, ${run}: ${seconds.toFixed(1)} s, peak memory ${megabytes.toFixed(0)} MB`);
  }
}
