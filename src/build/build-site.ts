import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { titledIssues } from '../images/jobs.ts';
import { preparePictures } from '../images/prepare.ts';
import { shellPath } from '../model/address.ts';
import { publicFolder } from '../model/content-files.ts';
import type { Day } from '../model/day.ts';
import type { Issue, Library } from '../model/library.ts';
import type { TellProgress } from '../settings/progress.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { fileAt, type SiteAddress, siteAddresses } from './addresses.ts';
import type { BuildOptions } from './build-settings.ts';
import { type Compile, type Handed, openBundle, type SitePages } from './compiled-pages.ts';
import { compressionVersion, compressSite } from './compress.ts';
import { type Copy, copiesOf, filesBelow } from './copies.ts';
import { canStay, copyFiles } from './copy-files.ts';
import { Dependencies } from './dependencies.ts';
import type { Look } from './file-states.ts';
import { collectGarbage } from './garbage.ts';
import { noteDist } from './last-build.ts';
import { makePicturesFor } from './pictures-apart.ts';
import type { KnownPieces, PageThere } from './pieces.ts';
import { productVersion } from './product.ts';
import { openStore } from './project.ts';
import { addSearchIndex, isSearched } from './search-index.ts';
import { takeShell } from './service-frame.ts';
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
  /** What alone is otherwise than in the last build for readers, where that is known. */
  edited?: EditedSite | undefined;
  /** What lies in `dist/`, if somebody looks there already. */
  there?: Promise<Look>;
  /** Settles when those of its pictures are made that were begun already. */
  begun?: Promise<void> | undefined;
  /** Called when `dist/` is in place, with the frame of the Abo service's pages, which is no page of the site. */
  finish(shell: string): void;
}

/** A site of which the last build made all but these issues. */
export interface EditedSite {
  issues: readonly Issue[];
  /** The files that are copied for all others. */
  copies: readonly Copy[];
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
  const { library, origin, today, surroundings, options = {}, edited, finish } = site;
  const { root, settings, progress } = surroundings;
  const store = await openStore(surroundings);
  const making = {
    make: makePicturesFor(root),
    progress: (done: number, total: number) => progress?.('pictures', done, total),
  };
  const product = productVersion();
  const last = options.full ? undefined : readState(root);
  const same = last?.product === product && last.origin === origin ? last : undefined;
  const writer = new SiteWriter(root, last?.files, await site.there);
  // What it makes is found in the store, and not made twice.
  await site.begun;
  const untouched = edited?.copies.every((copy) => canStay(copy, last, writer)) ? edited : undefined;
  if (untouched) {
    const ofNewest = new Set(library.issues.slice(0, titledIssues));
    for (const issue of untouched.issues) {
      const withTitlePictures = ofNewest.has(issue);
      await preparePictures({ site: library.site, issues: [issue] }, store, { ...making, withTitlePictures });
    }
  } else await preparePictures(library, store, making);
  const bundle = await openBundle(product, compile);

  // First: what lies in `public/` may be searched too.
  const originals = copyFiles(
    [
      ...copiesOf({ issues: untouched?.issues ?? library.issues, site: library.site }, store.locate),
      ...filesBelow(bundle.assets),
      ...filesBelow(join(root, publicFolder)),
    ],
    last,
    writer,
    untouched?.copies,
  );

  let isSilent = true;
  const search = async () => {
    if (options.withoutSearch) return new Map<string, string>();
    const tell: TellProgress = (...told) => isSilent || progress?.(...told);
    return addSearchIndex(writer, library, same, join(root, '.cache', 'searched'), tell);
  };
  // The index is made by a process of its own: meanwhile the other pages are made, and what is there is compressed.
  let begun: ReturnType<typeof search> | undefined;
  const searching = () => {
    begun ??= search();
    // Whoever waits for it is told.
    begun.catch(() => undefined);
    return begun;
  };
  const made = await makePages(
    { library, today, commit: settings.SITE_COMMIT },
    same,
    writer,
    async () => {
      const { openPages } = await bundle.load();
      return openPages(origin);
    },
    searching,
    edited,
    progress,
  );
  const { routes, addressCells, pages, pieces, known } = made;
  if (made.areMany && !(options.withoutSearch && options.withoutCompression)) {
    // These take memory in a process and a thread of their own: what was known of the pages before is let go first.
    if (last) Object.assign(last, { pages, pieces, known } satisfies Partial<SiteState>);
    collectGarbage({ giveBack: true });
  }
  const shell = made.shell === undefined ? (same?.shell ?? '') : takeShell(made.shell, origin, writer);

  const compression = options.withoutCompression ? '' : compressionVersion;
  const compress = async (begin: number) =>
    compression ? compressSite(writer, { isKnown: last?.compression === compression, begin, progress }) : 0;
  searching();
  const compressed = await compress(0);
  isSilent = false;
  const searched = await searching();
  // What the index has added.
  await compress(compressed);

  const { plan, files, dist } = writer.finish();
  finish(shell);
  writeState(root, {
    product,
    origin,
    routes,
    addressCells,
    pages,
    pieces,
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

/** Where more pages have to be made, these, the index and compressing take the most memory of all: one after the other. */
const mostTogether = 500;

/** A page of as many bytes leaves several times as much garbage; of as many bytes of them it is collected. */
const largePage = 500_000;
const mostOfLarge = 32_000_000;

interface MadePages extends Pick<SiteState, 'routes' | 'addressCells' | 'pages' | 'pieces' | 'known'> {
  /** Whether very many were made, all at once. */
  areMany: boolean;
  shell?: Uint8Array;
}

/**
 * Makes the pages that are otherwise than in the last build, or are not there any more. `searchable` is called when those
 * are there that are searched, if they were few.
 */
async function makePages(
  given: Handed,
  last: SiteState | undefined,
  writer: SiteWriter,
  open: () => Promise<SitePages>,
  searchable: () => void,
  edited: EditedSite | undefined,
  progress: TellProgress | undefined,
): Promise<MadePages> {
  let opened: Promise<SitePages> | undefined;
  const openOnce = () => {
    opened ??= open();
    return opened;
  };
  const groups = new Set(edited?.issues.map(({ path }) => `issue ${path}`));
  const isAsBefore = (group: string) => !groups.has(group);
  const dependencies = new Dependencies(given, last?.known, edited && last && isAsBefore);
  const routes = last?.routes ?? (await openOnce()).routes;
  const pages: KnownPage[] = [];
  const pieces: SiteState['pieces'] = new Map();
  let shell: Uint8Array | undefined;
  const { addresses, cells: addressCells } = await addressesOf(routes, dependencies, last);
  const before = pagesAt(addresses, last?.pages ?? []).map((page) =>
    page && !dependencies.haveChanged(page.cells) ? page : undefined,
  );
  const areManyOther = before.filter((page) => !page).length > mostTogether;
  const searchedPages = addresses.findLastIndex(isSearched) + 1;
  let [done, madeCount, bytesOfLarge] = [0, 0, 0];
  // Those that aren't searched hold the largest: with many to be made these come first, while little else is in memory.
  for (const [index, address] of areManyOther ? beginningAt(searchedPages, addresses) : addresses.entries()) {
    if (index === searchedPages && !areManyOther && madeCount <= mostTogether) searchable();
    progress?.('pages', done, addresses.length);
    done += 1;
    const { path, route } = address;
    const known = before[index];
    const isShell = path === shellPath;
    if (known && (isShell ? last?.shell : writer.keep(fileAt(path)))) {
      pages[index] = known;
      const parts = last?.pieces.get(path);
      if (parts) pieces.set(path, parts);
      continue;
    }
    madeCount += 1;
    const sitePages = await openOnce();
    const there = pageThere(fileAt(path), last?.pieces.get(path), writer);
    const { result, cells, ...made } = await dependencies.watch((watched) => sitePages.make(address, watched), there);
    if (result.status !== (path === '/404/' ? 404 : 200)) throw new Error(`${path} answers ${result.status}`);
    if (isShell) shell = result.bytes;
    else writer.put(fileAt(path), result.bytes);
    pages[index] = { path, route, cells };
    const parts = made.pieces.length > 0 ? dependencies.placed(made.pieces, result.bytes) : undefined;
    if (parts) pieces.set(path, parts);
    if (result.bytes.length > largePage) bytesOfLarge += result.bytes.length;
    if (bytesOfLarge > mostOfLarge) {
      collectGarbage();
      bytesOfLarge = 0;
    }
    // Pages are made without the process that makes the index ever being heard.
    if (index >= searchedPages) await setImmediate();
  }
  const areMany = madeCount > mostTogether;
  return { areMany, routes, addressCells, pages, pieces, known: dependencies.known(), ...(shell && { shell }) };
}

/** A list from one of its places on, then what is before that; each with its place. */
function* beginningAt<Entry>(first: number, list: readonly Entry[]): Generator<[index: number, entry: Entry]> {
  for (const [index, entry] of list.slice(first).entries()) yield [first + index, entry];
  yield* list.slice(0, first).entries();
}

/** The pages of the last build at these addresses: of each the one that was there. */
function pagesAt(addresses: readonly SiteAddress[], pages: readonly KnownPage[]): readonly (KnownPage | undefined)[] {
  if (addresses === pages) return pages;
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return addresses.map(({ path }) => byPath.get(path));
}

/** A page as it lies there, if it has parts that can be kept. */
function pageThere(file: string, pieces: KnownPieces | undefined, writer: SiteWriter): PageThere | undefined {
  const bytes = pieces && writer.readBefore(file);
  return bytes && { pieces, bytes };
}

/**
 * The addresses of the site, those first whose pages are searched: they are those of the last build as long as nothing is
 * otherwise that decides on them.
 */
async function addressesOf(
  routes: readonly string[],
  dependencies: Dependencies,
  last: SiteState | undefined,
): Promise<{ addresses: readonly SiteAddress[]; cells: Uint32Array }> {
  if (last && !dependencies.haveChanged(last.addressCells)) return { addresses: last.pages, cells: last.addressCells };
  const { result, cells } = await dependencies.watch(async ({ library, today }) =>
    siteAddresses(routes, library, today).sort((a, b) => Number(isSearched(b)) - Number(isSearched(a))),
  );
  return { addresses: result, cells };
}
