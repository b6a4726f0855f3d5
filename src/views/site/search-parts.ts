/** The search index in parts, so that a build makes only that anew in which something has changed. */
import { searchIndexFolder } from '../../model/address.ts';
import type { Issue } from '../../model/library.ts';
import { quarterOf } from '../../model/week.ts';

/** A part of the index. */
export interface SearchPart {
  /** Its folder on the site. */
  folder: string;
  /** The paths of its issues, whose articles it holds too. */
  issues: readonly string[];
}

/** As much of a library as decides on its parts. */
interface Searched {
  /** Newest first, and so are the issues. */
  years: readonly number[];
  issuesOf: ReadonlyMap<number, readonly SearchedIssue[]>;
  articlesOf: ReadonlyMap<number, readonly unknown[]>;
}

type SearchedIssue = Pick<Issue, 'path' | 'week'> & { articles: readonly unknown[] };

/** Pages that make a part of their own: as many as are indexed in half a second. */
const leastPages = 600;

/** Pages of newer years that are worth a part of their own beside that of the newest quarter. */
const leastBehind = 300;

/** More parts would have a reader's search ask for too many files; then those of closed years get twice as big. */
const mostParts = 24;

/**
 * The parts of the index, the newest first; that one also holds the pages of the organisation's own. A small site has no
 * other. Older years stay together whatever appears, since they are counted from the oldest. Of the years since then the
 * newest quarter stands alone, once the others are many: an edit is nearly always in one of its issues.
 */
export function searchParts({ years, issuesOf, articlesOf }: Searched): SearchPart[] {
  const oldestFirst = years.toReversed();
  const pagesOf = (year: number) => (issuesOf.get(year)?.length ?? 0) + (articlesOf.get(year)?.length ?? 0);
  const total = oldestFirst.reduce((sum, year) => sum + pagesOf(year), 0);
  const mostClosed = mostParts - 2;
  let least = leastPages;
  while (total / least > mostClosed) least *= 2;
  const closed: number[][] = [];
  let open: number[] = [];
  for (const year of oldestFirst) {
    open.push(year);
    if (year === years[0] || open.reduce((sum, one) => sum + pagesOf(one), 0) < least) continue;
    closed.push(open);
    open = [];
  }
  const issuesIn = (some: readonly number[]) => some.flatMap((year) => issuesOf.get(year) ?? []);
  const folderOf = (part: readonly number[]) => `${searchIndexFolder}${part[0]}-${part.at(-1)}/`;
  const [newest, behind] = newestQuarter(issuesIn(open.toReversed()));
  const isSplit = behind.reduce((sum, { articles }) => sum + 1 + articles.length, 0) >= leastBehind;
  return [
    { folder: searchIndexFolder, issues: pathsOf(isSplit ? newest : [...newest, ...behind]) },
    ...(isSplit ? [{ folder: folderOf(open), issues: pathsOf(behind) }] : []),
    ...closed.reverse().map((part) => ({ folder: folderOf(part), issues: pathsOf(issuesIn(part)) })),
  ];
}

/** The issues of the quarter in which the first of these lies, and the others. */
function newestQuarter(issues: readonly SearchedIssue[]): [newest: SearchedIssue[], behind: SearchedIssue[]] {
  const [first] = issues;
  const isInIt = ({ week }: SearchedIssue) =>
    week.year === first?.week.year && quarterOf(week.week) === quarterOf(first.week.week);
  return [issues.filter(isInIt), issues.filter((issue) => !isInIt(issue))];
}

function pathsOf(issues: readonly SearchedIssue[]): string[] {
  return issues.map(({ path }) => path);
}
