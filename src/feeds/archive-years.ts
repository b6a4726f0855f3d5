/** Which years have an archive document (RFC 5005, section 4). */
import { archiveFeedPath } from '../model/address.ts';
import type { Day } from '../model/day.ts';
import { isPublished, type Library } from '../model/library.ts';
import { recall } from '../model/remembered.ts';
import type { FeedContext } from './feed.ts';
import { newestArticles } from './newest.ts';

/**
 * The years with an archive, newest first. A year is the ISO week-year of issues, as in their addresses.
 *
 * Every past year with articles has one, and it holds all of them: it is closed, as the RFC wants archives to be. The
 * current year lives in the main feed. Only when it has more than that can hold would its first articles be nowhere;
 * then it gets a document too, the one archive that still grows. So each article is in the main feed or can be reached
 * from it, for what is in neither would be of a year without archive, and that has nothing outside the main feed.
 * A year to come counts as current: its first issue may appear before it begins.
 */
export function archiveYears(library: Library, today: Day): number[] {
  return recall(library, findArchiveYears, today, () => findArchiveYears(library, today));
}

function findArchiveYears(library: Library, today: Day): number[] {
  const current = weekYear(today);
  const inMainFeed = new Set(newestArticles(library));
  return library.years.filter((year) =>
    library.articlesOf
      .get(year)
      ?.some((article) => isPublished(article) && (year < current || !inMainFeed.has(article))),
  );
}

export function archiveAddress({ origin }: FeedContext, year: number): string {
  return origin + archiveFeedPath(year);
}

/** The year that ISO 8601 counts the day's week to. */
function weekYear(day: Day): number {
  const date = Temporal.PlainDate.from(day);
  return date.yearOfWeek ?? date.year;
}
