import { setImmediate } from 'node:timers/promises';
import { shellPath } from '../model/address.ts';
import type { Issue } from '../model/library.ts';
import type { TellProgress } from '../settings/progress.ts';
import { fileAt, type SiteAddress, siteAddresses } from './addresses.ts';
import type { Handed, SitePages } from './compiled-pages.ts';
import { Dependencies } from './dependencies.ts';
import { collectGarbage } from './garbage.ts';
import type { KnownPieces, PageThere } from './pieces.ts';
import { isSearched } from './search-index.ts';
import type { KnownPage, SiteState } from './site-state.ts';
import type { SiteWriter } from './site-writer.ts';

/** Where more pages have to be made, these and the index take the most memory of all: one after the other. */
export const mostTogether = 500;

/** A page of as many bytes leaves several times as much garbage; of as many bytes of them it is collected. */
const largePage = 500_000;
const mostOfLarge = 32_000_000;

/** Of many pages as many are told of at a time, when they are written. */
const toldAtOnce = 200;

interface MadePages extends Pick<SiteState, 'routes' | 'addressCells' | 'pages' | 'pieces' | 'known'> {
  /** Whether very many were made, all at once. */
  areMany: boolean;
  shell?: Uint8Array;
}

/** What is needed to make the pages of a site. */
interface ToMake {
  given: Handed;
  /** The last build, if what it made may stay. */
  last: SiteState | undefined;
  writer: SiteWriter;
  /** The issues that alone are otherwise than in the last build, where that is known. */
  edited: readonly Issue[] | undefined;
  /** Opens the compiled pages, once and only if one has to be made. */
  open(): Promise<SitePages>;
  /** Called when those are there that are searched, if they were few. */
  searchable(): void;
  /** Called with files of pages that were made: they lie there whole, and are not made again. */
  written(files: readonly string[], { areMany }: { areMany: boolean }): void;
  progress: TellProgress | undefined;
}

/** Makes the pages that are otherwise than in the last build, or are not there any more. */
export async function makePages({
  given,
  last,
  writer,
  edited,
  open,
  searchable,
  written,
  progress,
}: ToMake): Promise<MadePages> {
  let opened: Promise<SitePages> | undefined;
  const openOnce = () => {
    opened ??= open();
    return opened;
  };
  const groups = new Set(edited?.map(({ path }) => `issue ${path}`));
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
  const { lost } = writer;
  const areManyOther =
    before.filter((page) => !page || (lost.size > 0 && lost.has(fileAt(page.path)))).length > mostTogether;
  const searchedPages = addresses.findLastIndex(isSearched) + 1;
  let [done, madeCount, bytesOfLarge] = [0, 0, 0];
  const untold: string[] = [];
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
    else {
      writer.put(fileAt(path), result.bytes);
      untold.push(fileAt(path));
    }
    pages[index] = { path, route, cells };
    const parts = made.pieces.length > 0 ? dependencies.placed(made.pieces, result.bytes) : undefined;
    if (parts) pieces.set(path, parts);
    if (result.bytes.length > largePage) bytesOfLarge += result.bytes.length;
    if (bytesOfLarge > mostOfLarge) {
      collectGarbage();
      bytesOfLarge = 0;
    }
    const isTold = untold.length >= (areManyOther ? toldAtOnce : 1);
    if (isTold) written(untold.splice(0), { areMany: areManyOther });
    // Pages are made without the process that makes the index, or the thread that compresses, ever being heard.
    if ((isTold && areManyOther) || index >= searchedPages) await setImmediate();
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
