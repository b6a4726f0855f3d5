/** The archive: all issues by year, and one year's. */
import { archiveFeedPath, yearPath } from '../../model/address.ts';
import type { Library } from '../../model/library.ts';
import { archiveWords } from '../../words/issues.ts';
import { type IssueTeaser, issueTeaser, type Link } from '../article/teaser.ts';

export interface ArchiveYear {
  year: number;
  path: string;
  issues: IssueTeaser[];
}

export interface YearPage {
  title: string;
  description: string;
  path: string;
  issues: IssueTeaser[];
  /** The years beside it, the newer first. */
  otherYears: Link[];
  /** The year's archive document, if there is one. */
  feed: Link | undefined;
}

/** The archive shows as much of an issue as fits, its own year all of it. */
const shownHeadlines = 3;

/** Years whose issues the archive shows itself; those before have their own pages. */
const shownYears = 3;

/** Newest year and newest issue first; as many years as are shown at once. */
export function archive({ years, issuesOf }: Library): ArchiveYear[] {
  return years.slice(0, shownYears).map((year) => ({
    year,
    path: yearPath(year),
    issues: (issuesOf.get(year) ?? []).map((issue) => issueTeaser(issue, shownHeadlines)),
  }));
}

/** The pages of the years before those. */
export function olderYears({ years }: Pick<Library, 'years'>): Link[] {
  return years.slice(shownYears).map((year) => ({ text: String(year), path: yearPath(year) }));
}

/** One year of the archive; `year` is an ISO week-year in which there is an issue. Not every year has a feed. */
export function yearPage({ years, issuesOf, site }: Library, year: number, hasFeed: boolean): YearPage {
  const place = years.indexOf(year);
  const beside = [years[place - 1], years[place + 1]].filter((other) => other !== undefined);
  return {
    title: archiveWords.yearTitle(year),
    description: archiveWords.yearDescription(year, site.title),
    path: yearPath(year),
    issues: (issuesOf.get(year) ?? []).map((issue) => issueTeaser(issue)),
    otherYears: beside.map((other) => ({ text: archiveWords.yearTitle(other), path: yearPath(other) })),
    feed: hasFeed ? { text: archiveWords.yearFeed(year), path: archiveFeedPath(year) } : undefined,
  };
}
