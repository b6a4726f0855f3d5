import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { preparePictures } from '../images/prepare.ts';
import { isLeftover } from '../model/content-files.ts';
import type { Library } from '../model/library.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { compressionVersion, compressSite } from './compress.ts';
import { keepTimes } from './keep-times.ts';
import { openStore, productRoot } from './project.ts';
import { writeSearchIndex } from './search-index.ts';
import { takeShell } from './service-frame.ts';

/** A site to be built of content that has been checked. Astro makes its pages between the two steps below. */
export interface SiteBuild {
  library: Library;
  /** The address that it is built for. */
  origin: string;
  surroundings: Surroundings;
  /** Called when `dist/` is in place, with the frame of the Abo service's pages, which is no page of the site. */
  finish(shell: string): void;
}

/** Where the pages are written: beside `dist/`, so that a build that fails or is stopped leaves the last one in place. */
export function pagesFolder({ root }: Surroundings): string {
  return join(root, '.cache', 'dist-next');
}

/**
 * Where the bundle that makes the pages lies meanwhile: in the product's folder, whose packages it imports, and one for
 * each organisation, so that two builds at the same time don't delete each other's.
 */
export function bundleFolder({ root }: Surroundings): string {
  return join(productRoot, '.cache', 'bundles', createHash('sha256').update(root).digest('hex').slice(0, 12));
}

/** Before the pages: they are made in a bundle of their own, which finds every picture ready. */
export async function beforePages({ library, surroundings }: SiteBuild): Promise<void> {
  await preparePictures(library, await openStore(surroundings));
  rmSync(pagesFolder(surroundings), { recursive: true, force: true });
}

/** After the pages: makes of them a whole site, with search index and compressed files, and puts it in the place of the last. */
export async function afterPages({ library, origin, surroundings, finish }: SiteBuild): Promise<void> {
  const { root } = surroundings;
  rmSync(bundleFolder(surroundings), { recursive: true, force: true });
  const next = pagesFolder(surroundings);
  const last = join(root, '.cache', 'dist-last');
  const shell = takeShell(next, origin);
  removeLeftovers(next);
  await writeSearchIndex(next, library.pages);
  const lastBuild = { folder: join(root, 'dist'), unchanged: await keepTimes(next, join(root, 'dist')) };
  const versionFile = join(root, '.cache', 'compression-version');
  const lastVersion = ifPresent(() => readFileSync(versionFile, 'utf8'));
  await compressSite(next, lastVersion === compressionVersion ? lastBuild : undefined);
  rmSync(last, { recursive: true, force: true });
  ifPresent(() => renameSync(join(root, 'dist'), last));
  renameSync(next, join(root, 'dist'));
  rmSync(last, { recursive: true, force: true });
  writeFileAtomic(versionFile, compressionVersion);
  finish(shell);
}

/** What systems left in `public/` is copied with it, and would tell of folders and people. */
function removeLeftovers(folder: string): void {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (isLeftover(basename(path))) rmSync(join(folder, path), { recursive: true });
  }
}
