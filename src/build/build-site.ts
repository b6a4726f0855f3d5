import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { preparePictures } from '../images/prepare.ts';
import { isLeftover } from '../model/content-files.ts';
import type { Day } from '../model/day.ts';
import type { Library } from '../model/library.ts';
import { ifPresent } from '../reader/files/if-present.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { pictureFiles } from '../views/parts/picture-files.ts';
import { fileAt, siteAddresses } from './addresses.ts';
import { type Compile, openBundle } from './compiled-pages.ts';
import { compressionVersion, compressSite } from './compress.ts';
import { keepTimes } from './keep-times.ts';
import { productVersion } from './product.ts';
import { openStore } from './project.ts';
import { writeSearchIndex } from './search-index.ts';
import { takeShell } from './service-frame.ts';

/** A site to be built of content that has been checked. */
export interface SiteBuild {
  library: Library;
  /** The address that it is built for. */
  origin: string;
  today: Day;
  surroundings: Surroundings<'SITE_COMMIT'>;
  /** Called when `dist/` is in place, with the frame of the Abo service's pages, which is no page of the site. */
  finish(shell: string): void;
}

/** Builds the site beside `dist/` and puts it in its place when it is whole. */
export async function buildSite(
  { library, origin, today, surroundings, finish }: SiteBuild,
  compile: Compile,
): Promise<void> {
  const { root, settings } = surroundings;
  const store = await openStore(surroundings);
  await preparePictures(library, store);
  const bundle = await openBundle(productVersion(), compile);
  const next = join(root, '.cache', 'dist-next');
  rmSync(next, { recursive: true, force: true });
  mkdirSync(next, { recursive: true });
  ifPresent(() => cpSync(join(root, 'public'), next, { recursive: true }));
  cpSync(bundle.assets, next, { recursive: true });
  const { openPages } = await bundle.load();
  const pages = openPages(origin);
  const given = { library, today, commit: settings.SITE_COMMIT };
  for (const path of siteAddresses(pages.routes, library, today)) {
    const { status, bytes } = await pages.make(path, given);
    if (status !== (path === '/404/' ? 404 : 200)) throw new Error(`${path} answers ${status}`);
    const file = join(next, fileAt(path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  for (const { path } of pictureFiles(library)) {
    mkdirSync(join(next, 'bilder'), { recursive: true });
    writeFileSync(join(next, path), await store.read(path));
  }
  for (const article of library.articles)
    for (const { path, location } of article.attachments)
      writeFileSync(join(next, fileAt(path)), readFileSync(location));
  const shell = takeShell(next, origin);
  removeLeftovers(next);
  await writeSearchIndex(next, library.pages);
  const lastBuild = { folder: join(root, 'dist'), unchanged: await keepTimes(next, join(root, 'dist')) };
  const versionFile = join(root, '.cache', 'compression-version');
  const lastVersion = ifPresent(() => readFileSync(versionFile, 'utf8'));
  await compressSite(next, lastVersion === compressionVersion ? lastBuild : undefined);
  const last = join(root, '.cache', 'dist-last');
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
