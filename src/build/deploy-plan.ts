/**
 * What has to be copied so that a target holds the site in `dist/`: known from a list of hashes that lies in the target, so
 * that nothing is read over the wire but this list.
 */
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pMap from 'p-map';
import { addresses, picturesPath } from '../model/address.ts';
import { filesAtATime, filesIn } from './site-files.ts';

/** Each file of a site with the hash of its bytes (SHA-256, hexadecimal). */
export type Manifest = Readonly<Record<string, string>>;

/** Files by their paths in the site, in the order in which they are to be handled. */
export interface DeployPlan {
  copy: string[];
  /** Only what a deploy has put there: other files of the target stay. */
  remove: string[];
}

/** The list of a target, in it. A web server has nothing to gain from it, and no visitor either. */
export const manifestName = '.kurrende-manifest.json';

/** The list of a folder with a site. */
export async function manifestOf(folder: string): Promise<Manifest> {
  const files = filesIn(folder);
  const hashes = await pMap(files, (file) => hash('sha256', readFileSync(join(folder, file)), 'hex'), {
    concurrency: filesAtATime,
  });
  return Object.fromEntries(files.map((file, index) => [file, hashes[index] ?? '']));
}

/**
 * What makes a target that holds `before` hold `after`: first what pages load and is named by its content, then pages,
 * then what tells of pages, removals last. So no page that is there ever leads to a file that isn't.
 */
export function deployPlan(before: Manifest, after: Manifest): DeployPlan {
  const changed = Object.keys(after).filter((file) => before[file] !== after[file]);
  return {
    copy: changed.sort((a, b) => deployRank(a) - deployRank(b) || (a < b ? -1 : 1)),
    remove: Object.keys(before)
      .filter((file) => !(file in after))
      .sort(),
  };
}

/** When a file is copied: 0 what pages load, 1 pages, then the home page and what tells of pages. */
export function deployRank(file: string): number {
  if (file.startsWith('_astro/') || file.startsWith(picturesPath.slice(1))) return 0;
  // An index names its parts by their content; its entry is what leads to them.
  if (/^pagefind\/.*\.pf_/.test(file)) return 0;
  if (/\.html(?:\.br|\.gz)?$/.test(file)) return file.startsWith('index.html') ? 2 : 1;
  return 3;
}

/**
 * What may lie in a target that held `before` while files are copied to it: a hash that none has stands for those under way.
 * What is broken off is done by the next deploy.
 */
export function underWay(before: Manifest, copy: readonly string[]): Manifest {
  return { ...before, ...Object.fromEntries(copy.map((file) => [file, ''])) };
}

/** The addresses under which the files of a plan are known to those who keep copies of them, in order, at `origin`. */
export function purgedAddresses({ copy, remove }: DeployPlan, origin: string): string[] {
  const addressOf = (file: string) => {
    const path = `/${file.replace(/\.(?:br|gz)$/, '')}`;
    const page = path === addresses.notFound ? path : path.replace(/index\.html$/, '');
    return origin + page.split('/').map(encodeURIComponent).join('/');
  };
  return [...new Set([...copy, ...remove].map(addressOf))].sort();
}
