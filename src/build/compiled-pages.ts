/** The pages, compiled by Astro once and kept: a later build loads them without it. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Day } from '../model/day.ts';
import type { Library } from '../model/library.ts';
import { compiledBuild } from './compiled-build.ts';
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

/** The bundle of this version of the product, compiled if it isn't there. */
export async function openBundle(version: string, compile: Compile): Promise<Bundle> {
  const folder = join(bundlesFolder, version);
  if (!existsSync(folder)) {
    const unfinished = unfinishedBundle();
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { recursive: true });
    await compile(unfinished);
    keepBundle(unfinished, version);
  }
  const entry = compiledBuild(version)?.pages ?? join(folder, 'server', 'entry.mjs');
  return { version, assets: join(folder, 'client'), load: () => import(pathToFileURL(entry).href) };
}

/** Puts a bundle that has been compiled in its place; another process may have been faster, with the same. */
export function keepBundle(unfinished: string, version: string): void {
  const folder = join(bundlesFolder, version);
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
  const newestFirst = readdirSync(bundlesFolder)
    .map((name) => join(bundlesFolder, name))
    .map((path) => ({ path, made: statSync(path).mtimeMs }))
    .sort((a, b) => b.made - a.made);
  for (const { path, made } of newestFirst.slice(keptBundles)) {
    if (Date.now() - made > inUse) rmSync(path, { recursive: true, force: true });
  }
}
