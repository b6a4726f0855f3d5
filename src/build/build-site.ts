import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { preparePictures } from '../images/prepare.ts';
import { shellPath } from '../model/address.ts';
import { isLeftover, publicFolder } from '../model/content-files.ts';
import type { Day } from '../model/day.ts';
import type { Library } from '../model/library.ts';
import type { TellProgress } from '../settings/progress.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { pictureFiles } from '../views/parts/picture-files.ts';
import { fileAt, type SiteAddress, siteAddresses } from './addresses.ts';
import type { BuildOptions } from './build-settings.ts';
import { type Compile, type Handed, openBundle, type SitePages } from './compiled-pages.ts';
import { compressionVersion, compressSite } from './compress.ts';
import { Dependencies } from './dependencies.ts';
import { type Look, settledStateAt } from './file-states.ts';
import { noteDist } from './last-build.ts';
import { makePicturesFor } from './pictures-apart.ts';
import { productVersion } from './product.ts';
import { openStore } from './project.ts';
import { addSearchIndex } from './search-index.ts';
import { takeShell } from './service-frame.ts';
import { filesIn } from './site-files.ts';
import { type KnownPage, readState, type SiteState, writeState } from './site-state.ts';
import { SiteWriter } from './site-writer.ts';

/** A site to be built of content that has been checked. */
export interface SiteBuild {
  library: Library;
  /** The address that it is built for. */
  origin: string;
  today: Day;
  surroundings: Surroundings<'SITE_COMMIT'>;
  options?: BuildOptions;
  /** What lies in `dist/`, if somebody looks there already. */
  there?: Promise<Look>;
  /** Called when `dist/` is in place, with the frame of the Abo service's pages, which is no page of the site. */
  finish(shell: string): void;
}

/** What a build has done, in files. */
export interface Built {
  made: number;
  removed: number;
  kept: number;
}

/**
 * Brings `dist/` to what the content says now. Only what is otherwise than after the last build is made again: the result
 * is that of a build from nothing, byte by byte. A file that stays the same keeps its time, so that web servers go on
 * answering "304 Not Modified" and copying tools see what really changed.
 */
export async function buildSite(site: SiteBuild, compile: Compile): Promise<Built> {
  const { library, origin, today, surroundings, options = {}, finish } = site;
  const { root, settings, progress } = surroundings;
  const store = await openStore(surroundings);
  await preparePictures(library, store, {
    make: makePicturesFor(root),
    progress: (done, total) => progress?.('pictures', done, total),
  });
  const product = productVersion();
  const bundle = await openBundle(product, compile);
  const last = options.full ? undefined : readState(root);
  const same = last?.product === product && last.origin === origin ? last : undefined;
  const writer = new SiteWriter(root, last?.files, await site.there);

  const made = await makePages(
    { library, today, commit: settings.SITE_COMMIT },
    same,
    writer,
    async () => {
      const { openPages } = await bundle.load();
      return openPages(origin);
    },
    progress,
  );
  const originals = copyFiles(
    [
      ...attachmentsOf(library),
      ...pictureFiles(library).map(({ path }): Copy => [path.slice(1), store.locate(path)]),
      ...filesBelow(bundle.assets),
      ...filesBelow(join(root, publicFolder)),
    ],
    last,
    writer,
  );
  const shell = made.shell === undefined ? (same?.shell ?? '') : takeShell(made.shell, origin, writer);

  const compression = options.withoutCompression ? '' : compressionVersion;
  let isCompressing = compression !== '';
  const compress = async () => {
    if (compression) await compressSite(writer, last?.compression === compression, progress);
    isCompressing = false;
  };
  const search = async () => {
    if (options.withoutSearch) return new Map<string, string>();
    const tell: TellProgress = (...told) => !isCompressing && progress?.(...told);
    return addSearchIndex(writer, library, same, join(root, '.cache', 'searched'), tell);
  };
  // The index is made by a process of its own: what is there already is compressed meanwhile, and what it adds after it.
  const [searched] = await Promise.all([search(), compress()]);
  await compress();

  const { plan, files, dist } = writer.finish();
  finish(shell);
  const { routes, addressCells, pages, known } = made;
  writeState(root, {
    product,
    origin,
    routes,
    addressCells,
    pages,
    known,
    files,
    originals,
    searched,
    compression,
    shell,
  });
  // Last: with what is known of the files before, it would say of new ones that they are as they were.
  noteDist(root, dist);
  return {
    made: plan.put.length,
    removed: plan.remove.length,
    kept: files.size - plan.put.length,
  };
}

/** Makes the pages that are otherwise than in the last build, or are not there any more. */
async function makePages(
  given: Handed,
  last: SiteState | undefined,
  writer: SiteWriter,
  open: () => Promise<SitePages>,
  progress: TellProgress | undefined,
): Promise<Pick<SiteState, 'routes' | 'addressCells' | 'pages' | 'known'> & { shell?: Uint8Array }> {
  let opened: Promise<SitePages> | undefined;
  const openOnce = () => {
    opened ??= open();
    return opened;
  };
  const dependencies = new Dependencies(given, last?.known);
  const before = new Map(last?.pages.map((page) => [page.path, page]));
  const routes = last?.routes ?? (await openOnce()).routes;
  const pages: KnownPage[] = [];
  let shell: Uint8Array | undefined;
  const { addresses, cells: addressCells } = await addressesOf(routes, dependencies, last);
  for (const [index, address] of addresses.entries()) {
    progress?.('pages', index, addresses.length);
    const { path, route } = address;
    const known = before.get(path);
    const isShell = path === shellPath;
    if (known && !dependencies.haveChanged(known.cells) && (isShell ? last?.shell : writer.keep(fileAt(path)))) {
      pages.push(known);
      continue;
    }
    const sitePages = await openOnce();
    const { result, cells } = await dependencies.watch((watched) => sitePages.make(address, watched));
    if (result.status !== (path === '/404/' ? 404 : 200)) throw new Error(`${path} answers ${result.status}`);
    if (isShell) shell = result.bytes;
    else writer.put(fileAt(path), result.bytes);
    pages.push({ path, route, cells });
  }
  return { routes, addressCells, pages, known: dependencies.known(), ...(shell && { shell }) };
}

/** The addresses of the site, which are those of the last build as long as nothing is otherwise that decides on them. */
async function addressesOf(
  routes: readonly string[],
  dependencies: Dependencies,
  last: SiteState | undefined,
): Promise<{ addresses: readonly SiteAddress[]; cells: Uint32Array }> {
  if (last && !dependencies.haveChanged(last.addressCells)) return { addresses: last.pages, cells: last.addressCells };
  const { result, cells } = await dependencies.watch(async ({ library, today }) =>
    siteAddresses(routes, library, today),
  );
  return { addresses: result, cells };
}

/** A file of the site and the original that it is a copy of. */
type Copy = [file: string, original: string];

/** Of the articles that are shown: a withdrawn one loses its files with its text. */
function attachmentsOf({ articles }: Library): Copy[] {
  return articles.flatMap(({ attachments }) => attachments.map(({ path, location }): Copy => [fileAt(path), location]));
}

/** What systems leave behind in folders is left out: it would tell of folders and people. */
function filesBelow(folder: string): Copy[] {
  return (existsSync(folder) ? filesIn(folder) : [])
    .filter((file) => !file.split('/').some((name) => isLeftover(basename(name))))
    .map((file) => [file, join(folder, file)]);
}

/** Copies what isn't made by a page. Returns the states of the originals. */
function copyFiles(copies: readonly Copy[], last: SiteState | undefined, writer: SiteWriter): Map<string, string> {
  const originals = new Map<string, string>();
  for (const [file, original] of copies) {
    if (writer.has(file)) continue;
    const state = settledStateAt(original);
    const isKept = state !== undefined && last?.originals.get(file) === `${original} ${state}` && writer.keep(file);
    if (!isKept) writer.put(file, readFileSync(original));
    if (state !== undefined) originals.set(file, `${original} ${state}`);
  }
  return originals;
}
