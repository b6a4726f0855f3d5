/** Lists that grow with the archive: the newest of them, and the rest by years. */
import type { Article } from '../../model/library.ts';
import type { Link } from '../article/teaser.ts';

export interface ListByYear<Item = Article> {
  shown: readonly Item[];
  /** The pages of all years in which there is something; none where the list shows everything. */
  years: Link[];
}

/** A list no longer than this is shown as a whole: then it weighs less than a page with three pictures. */
const mostAtOnce = 60;

/** Of a longer one, what is newest. */
const newest = 30;

/** The years of what a list holds, newest first; none if the list is shown as a whole. */
export function yearsIn<Item>(items: readonly Item[], yearOf: (item: Item) => number): number[] {
  if (items.length <= mostAtOnce) return [];
  return [...new Set(items.map(yearOf))].sort((a, b) => b - a);
}

/** What the list at `path` shows of what it holds, newest first, or its page of one year. */
export function itemsByYear<Item>(
  items: readonly Item[],
  yearOf: (item: Item) => number,
  path: string,
  year?: number,
): ListByYear<Item> {
  const years = yearsIn(items, yearOf).map((one) => ({ text: String(one), path: pathOfYear(path, one) }));
  if (year !== undefined) return { shown: items.filter((item) => yearOf(item) === year), years };
  return { shown: years.length > 0 ? items.slice(0, newest) : items, years };
}

const issueYear = ({ issue }: Article) => issue.week.year;

/** The years of the issues in which these articles stand. */
export function yearsOf(articles: readonly Article[]): number[] {
  return yearsIn(articles, issueYear);
}

/** Articles by the years of their issues. */
export function listByYear(articles: readonly Article[], path: string, year?: number): ListByYear {
  return itemsByYear(articles, issueYear, path, year);
}

/** The page of one year of a list. */
export function pathOfYear(path: string, year: number): string {
  return `${path}${year}/`;
}
