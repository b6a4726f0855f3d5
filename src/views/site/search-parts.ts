/** The search index in parts, so that a build makes only that anew in which something has changed. */
import { searchIndexFolder } from '../../model/address.ts';
import type { Library } from '../../model/library.ts';

/** A part of the index. */
export interface SearchPart {
  /** Its folder on the site. */
  folder: string;
  /** The years whose issues and articles it holds. */
  years: readonly number[];
}

/** Pages that make a part of their own: as many as are indexed in half a second. */
const leastPages = 600;

/** More parts would have a reader's search ask for too many files; then each of them gets twice as big. */
const mostParts = 24;

/**
 * The parts of the index, that of the newest years first; it also holds the pages of the organisation's own. A small site
 * has no other. Older years stay together whatever appears, since they are counted from the oldest.
 */
export function searchParts({
  years,
  issuesOf,
  articlesOf,
}: Pick<Library, 'years' | 'issuesOf' | 'articlesOf'>): SearchPart[] {
  const oldestFirst = years.toReversed();
  const pagesOf = (year: number) => (issuesOf.get(year)?.length ?? 0) + (articlesOf.get(year)?.length ?? 0);
  const total = oldestFirst.reduce((sum, year) => sum + pagesOf(year), 0);
  let least = leastPages;
  while (total / least > mostParts) least *= 2;
  const closed: number[][] = [];
  let open: number[] = [];
  for (const year of oldestFirst) {
    open.push(year);
    if (year === years[0] || open.reduce((sum, one) => sum + pagesOf(one), 0) < least) continue;
    closed.push(open);
    open = [];
  }
  const folderOf = (part: readonly number[]) => `${searchIndexFolder}${part[0]}-${part.at(-1)}/`;
  return [
    { folder: searchIndexFolder, years: open },
    ...closed.reverse().map((part) => ({ folder: folderOf(part), years: part })),
  ];
}
