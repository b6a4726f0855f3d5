/** What the last build knew when it was done: what lies in `dist/`, what it was made of, and how it came about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { ifPresent } from '../reader/files/if-present.ts';
import type { KnownCells } from './dependencies.ts';

/** A file as it was put in its place; its state on disk is noted beside (`last-build.ts`). */
export interface KnownFile {
  /** SHA-256 of its bytes. */
  hash: string;
  bytes: number;
}

export interface KnownPage {
  path: string;
  /** What it looked at. */
  cells: Uint32Array;
}

export interface SiteState {
  /** The product that built it, and for which address. */
  product: string;
  origin: string;
  /** The routes of the product's pages. */
  routes: readonly string[];
  pages: KnownPage[];
  known: KnownCells;
  files: Map<string, KnownFile>;
  /** Of files that are copied: the state of the original. */
  originals: Map<string, string>;
  /** Of each part of the search index: changes with the texts in it. */
  searched: Map<string, string>;
  /** How files were compressed; empty if they were not. */
  compression: string;
  /** The frame of the Abo service's pages. */
  shell: string;
}

/** Raise it when a state of before can't be understood any more. */
const form = 4;

const fileOf = (root: string) => join(root, '.cache', 'site-state');

/** The last build's; undefined where there is none that can be understood. */
export function readState(root: string): SiteState | undefined {
  const bytes = ifPresent(() => readFileSync(fileOf(root)));
  if (!bytes) return undefined;
  try {
    const [found, state] = deserialize(bytes) as [number, SiteState];
    return found === form ? state : undefined;
  } catch {
    // Cut off: everything is made again.
    return undefined;
  }
}

export function writeState(root: string, state: SiteState): void {
  writeFileAtomic(fileOf(root), serialize([form, state]));
}
