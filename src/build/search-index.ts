import { hash } from 'node:crypto';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { addresses, searchIndexFolder } from '../model/address.ts';
import type { Library } from '../model/library.ts';
import type { TellProgress } from '../settings/progress.ts';
import { type SearchPart, searchParts } from '../views/site/search-parts.ts';
import type { SiteAddress } from './addresses.ts';
import type { SiteState } from './site-state.ts';
import type { SiteWriter } from './site-writer.ts';

/**
 * What the search page loads of an index. Pagefind's own interfaces stay away, half a megabyte of which one file varies by
 * build; so does its worker, which the page doesn't start.
 */
const ofIndex = /^pagefind-entry\.json$|\.pf_(?:meta|index|fragment)$/;

/** What it loads once, of the first part. */
const ofEngine = /^(?:pagefind\.js|wasm\.de\.pagefind)$/;

/** What pages mark with `data-pagefind-ignore` is left out, and this, which is made elsewhere: signs that are no text. */
const excludeSelectors = ['[data-footnote-ref]', '[data-footnote-backref]', '.footnotes > h2', '[aria-hidden="true"]'];

/** The pages of issues and articles, and whatever lies beside them. */
const pageOfIssue = new RegExp(`^(${addresses.issues}[^/]+/[^/]+/)(?:.*/)?$`);

/** Whether a page may be one that is searched: of an issue, an article, or of the organisation's own. */
export function isSearched({ path, route }: SiteAddress): boolean {
  return route === '/[page]' || pageOfIssue.test(path);
}

/** A part of the index with the files that are searched in it. */
interface FilledPart extends SearchPart {
  files: string[];
}

/**
 * The parts of the index with the pages that are searched, as files: issues, articles and pages of the organisation's own.
 * Withdrawn articles and redirects, which lie beside them, hold no `data-pagefind-body`.
 */
function filledParts(site: SiteWriter, library: Library): FilledPart[] {
  const own = new Set(library.pages.map(({ path }) => `${path.slice(1)}index.html`));
  const index = '/index.html';
  const issueOf = (file: string) =>
    file.endsWith(index) ? pageOfIssue.exec(`/${file.slice(0, 1 - index.length)}`)?.[1] : undefined;
  const byIssue = Map.groupBy(site.files(), (file) => (own.has(file) ? 'own' : issueOf(file)));
  return searchParts(library).map((part, index) => {
    const ofIssues = part.issues.flatMap((path) => byIssue.get(path) ?? []);
    return { ...part, files: [...(index === 0 ? (byIssue.get('own') ?? []) : []), ...ofIssues].sort() };
  });
}

/**
 * Adds the search index to a site: each part that is as in the last build stays, with all of its files. The same pages
 * give the same files. `folder` is used meanwhile. Returns a number for each part that changes with the texts in it.
 */
export async function addSearchIndex(
  site: SiteWriter,
  library: Library,
  last: Pick<SiteState, 'searched' | 'files'> | undefined,
  folder: string,
  progress?: TellProgress,
): Promise<Map<string, string>> {
  const parts = filledParts(site, library);
  const before = Map.groupBy(last?.files.names ?? [], folderOfIndex);
  const versions = new Map<string, string>();
  try {
    for (const [index, part] of parts.entries()) {
      progress?.('search', index, parts.length);
      const version = hash('sha256', part.files.map((file) => `${site.hashOf(file)} ${file}`).join('\n'));
      versions.set(part.folder, version);
      const isSame = last?.searched.get(part.folder) === version;
      const files = (before.get(part.folder) ?? []).filter((file) => !/\.(?:br|gz)$/.test(file));
      if (!isSame || files.length === 0 || !files.every((file) => site.keep(file))) await indexPart(site, part, folder);
    }
    return versions;
  } finally {
    await close();
  }
}

/**
 * Where Pagefind finds the files of a part and no others: it reads from the disk twice as fast as it is told. Where all of
 * them are new, as in a first build, they lie together; else copies do.
 */
function directoryOf(site: SiteWriter, { years, files }: FilledPart, folder: string) {
  if (years.length > 0 && files.every((file) => site.isNew(file))) {
    return { path: site.newFiles, glob: `${addresses.issues.slice(1)}{${years.join()}}/*/**/index.html` };
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(site.location(file), join(folder, file));
  }
  return { path: folder, glob: '**/*.html' };
}

/** The folder of the part of the index to which a file of the site belongs. */
function folderOfIndex(file: string): string | undefined {
  if (!file.startsWith(searchIndexFolder.slice(1))) return undefined;
  const [years] = /^\d+-\d+\//.exec(file.slice(searchIndexFolder.length - 1)) ?? [''];
  return searchIndexFolder + years;
}

/** Throws what Pagefind complains of. */
async function indexPart(site: SiteWriter, part: FilledPart, folder: string): Promise<void> {
  const { index, errors } = await createIndex({ forceLanguage: 'de', excludeSelectors });
  if (!index) throw new Error(errors.join('\n'));
  try {
    const indexed = await index.addDirectory(directoryOf(site, part, folder));
    const { files, errors: failures } = await index.getFiles();
    const complaints = [...indexed.errors, ...failures];
    if (complaints.length > 0) throw new Error(complaints.join('\n'));
    const isFirst = part.folder === searchIndexFolder;
    for (const { path, content } of files) {
      if (ofIndex.test(path) || (isFirst && ofEngine.test(path))) site.put(part.folder.slice(1) + path, content);
    }
  } finally {
    await index.deleteIndex();
    rmSync(folder, { recursive: true, force: true });
  }
}
