/** Lists that grow with the archive: the newest of them, and the rest by years. */
import type { Article } from '../../model/library.ts';
import { remembered } from '../../model/remembered.ts';
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

/** Of a list: its years, newest first, each with the places of what is of it. */
export type Years<Item> = (items: readonly Item[]) => ReadonlyMap<number, readonly number[]>;

/** Finds the years of lists, once for each: every page of a year wants to know where the others are. */
export function byYear<Item>(yearOf: (item: Item) => number): Years<Item> {
  return remembered((items: readonly Item[]) => {
    const years = items.map(yearOf);
    const places = Map.groupBy(years.keys(), (place) => years[place] ?? 0);
    return new Map([...places].sort(([a], [b]) => b - a));
  });
}

/** The years of what a list holds, newest first; none if the list is shown as a whole. */
export function yearsIn<Item>(items: readonly Item[], years: Years<Item>): number[] {
  return items.length <= mostAtOnce ? [] : [...years(items).keys()];
}

/** What the list at `path` shows of what it holds, newest first, or its page of one year. */
export function itemsByYear<Item>(
  items: readonly Item[],
  yearsOfList: Years<Item>,
  path: string,
  year?: number,
): ListByYear<Item> {
  const years = yearsIn(items, yearsOfList).map((one) => ({ text: String(one), path: pathOfYear(path, one) }));
  if (year !== undefined) {
    const places = yearsOfList(items).get(year) ?? [];
    return { shown: places.flatMap((place) => items[place] ?? []), years };
  }
  return { shown: years.length > 0 ? items.slice(0, newest) : items, years };
}

const issueYears = byYear(({ issue }: Article) => issue.week.year);

/** The years of the issues in which these articles stand. */
export function yearsOf(articles: readonly Article[]): number[] {
  return yearsIn(articles, issueYears);
}

/** Articles by the years of their issues. */
export function listByYear(articles: readonly Article[], path: string, year?: number): ListByYear {
  return itemsByYear(articles, issueYears, path, year);
}

/** The page of one year of a list. */
export function pathOfYear(path: string, year: number): string {
  return `${path}${year}/`;
}
