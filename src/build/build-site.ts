import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'astro';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { serverFiles } from '../delivery/server-files.ts';
import { preparePictures } from '../images/prepare.ts';
import type { Library } from '../model/library.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { compressionVersion, compressSite } from './compress.ts';
import { keepTimes } from './keep-times.ts';
import { astroSettings, openStore } from './project.ts';
import { writeSearchIndex } from './search-index.ts';
import { takeShell } from './service-frame.ts';

/**
 * Builds the site for `origin`, with its search index, beside `dist/` and puts it there when it is whole: a build that
 * fails or is stopped leaves the last one in place. Returns the frame of the Abo service's pages, which is no page of
 * the site.
 */
export async function buildSite(library: Library, origin: string, surroundings: Surroundings): Promise<string> {
  const { root } = surroundings;
  // Before the pages: they are made in a bundle of their own, which finds every picture ready.
  await preparePictures(library, await openStore(surroundings));
  const next = join(root, '.cache', 'dist-next');
  const last = join(root, '.cache', 'dist-last');
  rmSync(next, { recursive: true, force: true });
  await build({ ...astroSettings(root, origin, 'publish'), outDir: next, logLevel: 'error' });
  const shell = takeShell(next, origin);
  await writeSearchIndex(next);
  const lastBuild = { folder: join(root, 'dist'), unchanged: await keepTimes(next, join(root, 'dist')) };
  const versionFile = join(root, '.cache', 'compression-version');
  const lastVersion = ifPresent(() => readFileSync(versionFile, 'utf8'));
  await compressSite(next, lastVersion === compressionVersion ? lastBuild : undefined);
  rmSync(last, { recursive: true, force: true });
  ifPresent(() => renameSync(join(root, 'dist'), last));
  renameSync(next, join(root, 'dist'));
  rmSync(last, { recursive: true, force: true });
  writeFileAtomic(versionFile, compressionVersion);
  return shell;
}

/** Writes what web servers need beside the files: `server/`, for each kind of server its own. */
export function writeServerFiles({ redirects, site }: Library, { root }: Surroundings): void {
  const entries = readdirSync(join(root, 'dist'), { withFileTypes: true })
    .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
    .filter((name) => !/\.(?:br|gz)$/.test(name))
    .sort();
  const { publicUrl, aboUrl } = site;
  const formTargets = aboUrl && aboUrl !== publicUrl ? [aboUrl] : [];
  const files = serverFiles({ origin: publicUrl, formTargets, redirects, entries });
  const folder = join(root, 'server');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileAtomic(join(folder, name), text);
}
