import { hash } from 'node:crypto';
import { addresses, searchIndexFolder } from '../model/address.ts';
import type { Library } from '../model/library.ts';
import type { TellProgress } from '../settings/progress.ts';
import { type SearchPart, searchParts } from '../views/site/search-parts.ts';
import type { SiteAddress } from './addresses.ts';
import { isOfIndex, makeParts, type NewPart } from './pagefind.ts';
import type { SiteState } from './site-state.ts';
import type { SiteWriter } from './site-writer.ts';

/** The pages of issues and articles, and whatever lies beside them. */
const pageOfIssue = new RegExp(`^(${addresses.issues}[^/]+/[^/]+/)(?:.*/)?$`);

/** Whether a page may be one that is searched: of an issue, an article, or of the organisation's own. */
export function isSearched({ path, route }: SiteAddress): boolean {
  return route === '/[page]' || pageOfIssue.test(path);
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

/** The pages of a part, in an order that doesn't depend on when they were made. */
function pagesOf(part: SearchPart, byOwner: ReadonlyMap<string | undefined, readonly string[]>): string[] {
  return ownersIn(part)
    .flatMap((owner) => byOwner.get(owner) ?? [])
    .sort();
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
  progress?: TellProgress;
  /** Ends it: nobody wants the index any more. */
  unwanted?: AbortSignal;
}

/**
 * Adds the search index to a site: each part that is as in the last build stays, with all of its files. The same pages
 * give the same files. Returns a number for each part that changes with the texts in it.
 */
export async function addSearchIndex(
  site: SiteWriter,
  library: Library,
  { last, areIssuesSame, progress, unwanted }: Making,
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
  const making: NewPart[] = [];
  for (const part of parts) {
    const known = last?.searched.get(part.folder);
    const entries = before.get(part.folder) ?? [];
    const keep = () => entries.length > 0 && entries.every((number) => site.keepEntry(number));
    if (known !== undefined && changed && !ownersIn(part).some((owner) => changed.has(owner)) && keep()) {
      versions.set(part.folder, known);
      continue;
    }
    byOwner ??= group();
    const pages = pagesOf(part, byOwner);
    const version = hash('sha256', pages.map((file) => `${site.hashOf(file)} ${file}`).join('\n'));
    versions.set(part.folder, version);
    if (known !== version || !keep()) making.push({ folder: part.folder, pages });
  }
  await makeParts(site, making, (count) => progress?.('search', count, making.length), unwanted);
  return versions;
}

/** The folder of the part of the index to which a file of the site belongs; none of what somebody has put beside it. */
function folderOfIndex(file: string): string | undefined {
  if (!file.startsWith(searchIndexFolder.slice(1))) return undefined;
  const path = file.slice(searchIndexFolder.length - 1);
  const [years = ''] = /^\d+-\d+\//.exec(path) ?? [];
  return isOfIndex(path.slice(years.length)) ? searchIndexFolder + years : undefined;
}
