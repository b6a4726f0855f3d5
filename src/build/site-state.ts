/** What the last build knew when it was done: what lies in `dist/`, what it was made of, and how it came about. */
import { join } from 'node:path';
import type { SiteAddress } from './addresses.ts';
import type { KnownCells } from './cells.ts';
import type { KnownLooks } from './dependencies.ts';
import { KnownFiles, type PackedFiles } from './known-files.ts';
import type { KnownPieces } from './pieces.ts';
import { readSealed, sumAtHead, writeSealed } from './sealed-record.ts';

export interface KnownPage extends SiteAddress {
  /** What it looked at. */
  cells: Uint32Array;
}

export interface SiteState {
  /** The product that built it, and for which address. */
  product: string;
  origin: string;
  /** The routes of the product's pages. */
  routes: readonly string[];
  /** What was looked at to find the addresses of the pages. */
  addressCells: Uint32Array;
  pages: KnownPage[];
  /** Of pages that have parts which can be kept, by their paths. */
  pieces: Map<string, KnownPieces>;
  known: KnownLooks;
  files: KnownFiles;
  /** Of files that are copied: the state of the original. */
  originals: Map<string, string>;
  /** Of each part of the search index: changes with the texts in it. */
  searched: Map<string, string>;
  /** How files were compressed; empty if they were not. */
  compression: string;
  /** The frame of the Abo service's pages. */
  shell: string;
}

/** The state as it is written: what there is very much of lies in few pieces, which are read in no time. */
interface Packed extends Omit<SiteState, 'pages' | 'files' | 'known'> {
  pages: { paths: Uint8Array; routes: Uint16Array; ends: Uint32Array; cells: Uint32Array };
  files: PackedFiles;
  known: Omit<KnownLooks, 'cells'> & { cells: Omit<KnownCells, 'things'> & { things: string } };
}

/** Raise it when a state of before can't be understood any more. */
const form = 12;

/** Can't be in a path, nor in the name of a thing. */
const between = '\0';

const fileOf = (root: string) => join(root, '.cache', 'site-state');

/** The last build's; undefined where there is none that can be understood. */
export function readState(root: string): SiteState | undefined {
  // It says which bytes of a file are kept: damaged, it would damage them.
  const found = readSealed(fileOf(root), form);
  return found && unpacked(found.value as Packed);
}

export function writeState(root: string, state: SiteState): void {
  writeSealed(fileOf(root), form, packed(state));
}

/** Changes with each state that is written. */
export function sumOfState(root: string): number | undefined {
  return sumAtHead(fileOf(root));
}

function packed({ pages, files, known, ...others }: SiteState): Packed {
  const all = new Uint32Array(pages.reduce((sum, { cells }) => sum + cells.length, 0));
  let end = 0;
  const ends = Uint32Array.from(pages, ({ cells }) => {
    all.set(cells, end);
    end += cells.length;
    return end;
  });
  return {
    ...others,
    known: { ...known, cells: { ...known.cells, things: known.cells.things.join(between) } },
    pages: {
      // A text may take two bytes for each letter of it.
      paths: Buffer.from(pages.map(({ path }) => path).join(between)),
      routes: Uint16Array.from(pages, ({ route }) => others.routes.indexOf(route)),
      ends,
      cells: all,
    },
    files: files.packed(),
  };
}

function unpacked({ pages, files, known, ...others }: Packed): SiteState {
  return {
    ...others,
    known: { ...known, cells: { ...known.cells, things: known.cells.things.split(between) } },
    pages: textOf(pages.paths)
      .split(between)
      .map((path, index) => ({
        path,
        route: others.routes[pages.routes[index] ?? 0] ?? '',
        cells: pages.cells.subarray(pages.ends[index - 1] ?? 0, pages.ends[index]),
      })),
    files: KnownFiles.unpacked(files),
  };
}

function textOf({ buffer, byteOffset, byteLength }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString();
}
