/** The pages, compiled by Astro once and kept: a later build loads them without it. */
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Day } from '../model/day.ts';
import type { Library } from '../model/library.ts';
import { hasPart, isWhole, noteFiles } from './bundle-files.ts';
import { type CompiledBuild, compiledBuild } from './compiled-build.ts';
import { bundlesFolder } from './product.ts';

/** What a page is handed: content that was read once, for all pages. */
export interface Handed {
  library: Library;
  /** The day that is built for. */
  today: Day;
  /** The commit that is built, if it was named. */
  commit: string | undefined;
}

/** The pages of a site at one address. */
export interface SitePages {
  /** As Astro names them: `/ausgaben/[year]`. */
  routes: readonly string[];
  /** What the page of a route answers to a path. One page after the other. */
  make({ path, route }: { path: string; route: string }, given: Handed): Promise<{ status: number; bytes: Uint8Array }>;
}

/** What the compiled code exports (`site/app.ts`). */
export interface CompiledPages {
  openPages(origin: string): SitePages;
}

/** Where compiled pages lie. */
interface Bundle {
  /** Changes with the product, its packages and Node: other pages may come out. */
  version: string;
  /** The folder of the styles, scripts and fonts that pages load; `_astro/` lies in it. */
  assets: string;
  /** The code of the thread that looks at `dist/`, if the build is compiled too. */
  look: string | undefined;
  /** Loads the code that makes pages. */
  load(): Promise<CompiledPages>;
}

/** Compiles the pages into a folder: `server/` with the code, `client/` with what they load. */
export type Compile = (folder: string) => Promise<void>;

/** Bundles that are kept: of the versions between which somebody goes to and fro. */
const keptBundles = 3;

/** Milliseconds for which a build, which loads page by page, may still be at work with a bundle. */
const inUse = 3_600_000;

/** A folder for a bundle in the making; one for each process. */
export function unfinishedBundle(): string {
  return join(bundlesFolder, `unfinished-${process.pid}`);
}

/** Those that this process has opened: each is looked through once. */
const opened = new Map<string, Bundle>();

/**
 * The bundle of this version of the product, compiled if it isn't there, or not whole. `loaded` is the compiled build that
 * this process runs: nobody looks through it twice.
 */
export async function openBundle(version: string, compile: Compile, loaded?: CompiledBuild): Promise<Bundle> {
  const before = opened.get(version);
  if (before) return before;
  let entry = entryOf(version, loaded);
  if (entry === undefined) {
    const unfinished = unfinishedBundle();
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await compile(unfinished);
    keepBundle(unfinished, version);
    entry = entryOf(version);
  }
  if (entry === undefined) throw new Error('what has just been compiled is not whole');
  const { href } = pathToFileURL(entry.pages);
  const bundle = {
    version,
    assets: join(bundlesFolder, version, 'client'),
    look: entry.look,
    load: () => import(href),
  };
  opened.set(version, bundle);
  return bundle;
}

/** The code that makes pages. None where anything is missing of it or of what pages load, or of a build that lay beside it. */
function entryOf(version: string, loaded?: CompiledBuild): { pages: string; look?: string } | undefined {
  const folder = join(bundlesFolder, version);
  if (!isWhole(folder, 'client')) return undefined;
  if (loaded?.version === version) return loaded;
  if (hasPart(folder, 'build')) return compiledBuild(version);
  return isWhole(folder, 'server') ? { pages: join(folder, 'server', 'entry.mjs') } : undefined;
}

/** Puts a bundle that has been compiled in its place; another process may have been faster, with the same. */
export function keepBundle(unfinished: string, version: string): void {
  const folder = join(bundlesFolder, version);
  noteFiles(unfinished);
  if (entryOf(version) === undefined) {
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } else rmSync(unfinished, { recursive: true });
  const newestFirst = readdirSync(bundlesFolder)
    .map((name) => join(bundlesFolder, name))
    .map((path) => ({ path, made: statSync(path).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { path, made } of newestFirst.slice(keptBundles)) {
    if (Date.now() - made > inUse) rmSync(path, { recursive: true, force: true });
  }
}
