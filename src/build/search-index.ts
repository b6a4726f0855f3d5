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

/** Of the organisation's own pages, in the place of an issue. */
const own = 'own';

/**
 * To what of the site a file belongs that is searched: to an issue, by its path, or to the organisation's own pages; else
 * undefined. Withdrawn articles and redirects, which lie beside issues, hold no `data-pagefind-body`.
 */
function ownerIn(library: Library): (file: string) => string | undefined {
  const ofOwn = new Set(library.pages.map(({ path }) => `${path.slice(1)}index.html`));
  const issues = addresses.issues.slice(1);
  return (file) => {
    if (ofOwn.has(file)) return own;
    if (!file.startsWith(issues) || !file.endsWith('/index.html')) return undefined;
    const ofIssue = file.indexOf('/', file.indexOf('/', issues.length) + 1);
    return ofIssue < 0 ? undefined : `/${file.slice(0, ofIssue + 1)}`;
  };
}

/** A part with its pages as files. */
function filled(part: SearchPart, byOwner: ReadonlyMap<string | undefined, readonly string[]>): FilledPart {
  return {
    ...part,
    files: ownersIn(part)
      .flatMap((owner) => byOwner.get(owner) ?? [])
      .sort(),
  };
}

/** The first part holds the organisation's own pages too. */
function ownersIn({ folder, issues }: SearchPart): readonly string[] {
  return folder === searchIndexFolder ? [own, ...issues] : issues;
}

/** What the index is made with, beside the site. */
interface Making {
  last: Pick<SiteState, 'searched' | 'files'> | undefined;
  /** Whether there are the same issues as in the last build, with the same articles. */
  areIssuesSame: boolean;
  /** It is used meanwhile. */
  folder: string;
  progress?: TellProgress;
}

/**
 * Adds the search index to a site: each part that is as in the last build stays, with all of its files. The same pages
 * give the same files. Returns a number for each part that changes with the texts in it.
 */
export async function addSearchIndex(
  site: SiteWriter,
  library: Library,
  { last, areIssuesSame, folder, progress }: Making,
): Promise<Map<string, string>> {
  const ownerOf = ownerIn(library);
  const changed = areIssuesSame && last ? new Set(site.changed().map(ownerOf)) : undefined;
  const parts = searchParts(library);
  let byOwner: ReturnType<typeof group> | undefined;
  const group = () => Map.groupBy(site.files(), ownerOf);
  const names = last?.files.names ?? [];
  /** The entries of what the last build left, by their numbers. */
  const before = Map.groupBy(names.keys(), (number) => folderOfIndex(names[number] ?? ''));
  const versions = new Map<string, string>();
  try {
    for (const [index, part] of parts.entries()) {
      progress?.('search', index, parts.length);
      const known = last?.searched.get(part.folder);
      const entries = before.get(part.folder) ?? [];
      const keep = () => entries.length > 0 && entries.every((number) => site.keepEntry(number));
      if (known !== undefined && changed && !ownersIn(part).some((owner) => changed.has(owner)) && keep()) {
        versions.set(part.folder, known);
        continue;
      }
      byOwner ??= group();
      const whole = filled(part, byOwner);
      const version = hash('sha256', whole.files.map((file) => `${site.hashOf(file)} ${file}`).join('\n'));
      versions.set(part.folder, version);
      if (known !== version || !keep()) await indexPart(site, whole, folder);
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
