import { createHash } from 'node:crypto';
import { cpSync, globSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { inject } from 'vitest';
import { kurrende, organisation } from '../cli/command-line.ts';
import { sharedFolder } from './shared-folders.ts';

const product = join(import.meta.dirname, '..', '..');

/** A built site: its files by path (`/feed/rss.xml`), as bytes. */
export type BuiltSite = ReadonlyMap<string, Buffer>;

/**
 * The example content, built as `npm run build` does: the folder with `dist/`, `server/` and `.cache/` in it. All tests of
 * a run share it and only read it: the run fails if a file in it has changed.
 */
export function sharedExample(buildDate = '2026-11-24'): Promise<string> {
  const folder = join(inject('folderOfTheRun'), `example-${buildDate}-${stateOfTheProduct()}`);
  return sharedFolder(folder, async () => {
    cpSync(organisation(), folder, { recursive: true });
    await build(folder, buildDate);
  });
}

/**
 * Builds the example content with a change, in a folder of its own. It finds what an earlier
 * build of the unchanged content has left in `.cache/`; with `fromNothing` it doesn't.
 */
export async function buildExampleFolder(
  buildDate: string,
  change: (contentFolder: string) => void,
  { fromNothing = false } = {},
): Promise<string> {
  const folder = organisation();
  if (!fromNothing) cpSync(join(await sharedExample(), '.cache'), join(folder, '.cache'), { recursive: true });
  change(join(folder, 'content'));
  await build(folder, buildDate);
  return folder;
}

async function build(folder: string, buildDate: string): Promise<void> {
  const { code, err } = await kurrende(['build'], folder, { BUILD_DATE: buildDate });
  if (code !== 0) throw new Error(`the build failed:\n${err}`);
}

/** Changes with every file that a build reads: a run that watches builds anew. */
function stateOfTheProduct(): string {
  const files = globSync(['src/**', 'content/**', 'public/**', 'astro.config.mjs', 'package-lock.json'], {
    cwd: product,
  }).sort();
  const states = files.map((file) => `${file} ${statSync(join(product, file)).mtimeMs}`);
  return createHash('sha256').update(states.join('\n')).digest('hex').slice(0, 12);
}

/** The files of the site that `npm run build` makes of the example content, changed or as it is. */
export async function buildExample(
  buildDate: string,
  change?: (contentFolder: string) => void,
  options?: { fromNothing: boolean },
): Promise<BuiltSite> {
  return filesOf(await (change ? buildExampleFolder(buildDate, change, options) : sharedExample(buildDate)));
}

function filesOf(folder: string): BuiltSite {
  const dist = join(folder, 'dist');
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.sort().map((file) => [`/${relative(dist, file).split(sep).join('/')}`, readFileSync(file)]));
}

/** The text of a file of the site; throws if there is none. */
export function textOf(site: BuiltSite, path: string): string {
  const bytes = site.get(path);
  if (!bytes) throw new Error(`the site has no ${path}`);
  return bytes.toString('utf8');
}

export function pagesOf(site: BuiltSite): [path: string, html: string][] {
  return [...site].filter(([path]) => path.endsWith('.html')).map(([path, bytes]) => [path, bytes.toString('utf8')]);
}

/** Without the files that repeat others in compressed form. */
export function uncompressed(site: BuiltSite): BuiltSite {
  return new Map([...site].filter(([path]) => !/\.(?:br|gz)$/.test(path)));
}
