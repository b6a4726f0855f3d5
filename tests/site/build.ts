import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { afterAll } from 'vitest';
import { kurrende } from '../cli/command-line.ts';

const product = join(import.meta.dirname, '..', '..');

/** A built site: its files by path (`/feed/rss.xml`), as bytes. */
export type BuiltSite = ReadonlyMap<string, Buffer>;

/**
 * Builds the example content as `npm run build` does; `change` may edit the copied content first. Gives the folder with
 * `dist/` and `server/` in it, which is gone after the tests.
 */
export async function buildExampleFolder(
  buildDate: string,
  change: (contentFolder: string) => void = () => {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kurrende-site-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(join(product, 'content'), join(folder, 'content'), { recursive: true });
  mkdirSync(join(folder, 'public'));
  change(join(folder, 'content'));
  const { code, err } = await kurrende(['build'], folder, { BUILD_DATE: buildDate });
  if (code !== 0) throw new Error(`the build failed:\n${err}`);
  return folder;
}

/** The files that `npm run build` makes of the example content; `change` may edit the copied content first. */
export async function buildExample(buildDate: string, change?: (contentFolder: string) => void): Promise<BuiltSite> {
  const dist = join(await buildExampleFolder(buildDate, change), 'dist');
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
