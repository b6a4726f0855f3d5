/** Lists that grow with the archive: the newest of them, and the rest by years. */
import type { Article } from '../../model/library.ts';
import type { Link } from '../article/teaser.ts';

export interface ListByYear {
  shown: readonly Article[];
  /** The pages of all years in which there is something; none where the list shows everything. */
  years: Link[];
}

/** A list no longer than this is shown as a whole: then it weighs less than a page with three pictures. */
const mostAtOnce = 60;

/** Of a longer one, what is newest. */
const newest = 30;

/** The years of the issues in which these articles stand, newest first; none if the list is shown as a whole. */
export function yearsOf(articles: readonly Article[]): number[] {
  if (articles.length <= mostAtOnce) return [];
  return [...new Set(articles.map(({ issue }) => issue.week.year))].sort((a, b) => b - a);
}

/** What the list at `path` shows, or its page of one year. */
export function listByYear(articles: readonly Article[], path: string, year?: number): ListByYear {
  const years = yearsOf(articles).map((one) => ({ text: String(one), path: pathOfYear(path, one) }));
  if (year !== undefined) return { shown: articles.filter(({ issue }) => issue.week.year === year), years };
  return { shown: years.length > 0 ? articles.slice(0, newest) : articles, years };
}

/** The page of one year of a list. */
export function pathOfYear(path: string, year: number): string {
  return `${path}${year}/`;
}
