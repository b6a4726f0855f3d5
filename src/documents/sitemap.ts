/** What search engines are told: every page worth finding, with the day of its last change where one is known. */
import { addresses, easyLanguageAddress, issuePath, termPath, yearPath } from '../model/address.ts';
import type { Day } from '../model/day.ts';
import { type Article, type Issue, isPublished, type Library, publishedArticles } from '../model/library.ts';

export interface SitemapEntry {
  path: string;
  /** Undefined where no day is known: better none than a false one. */
  changedOn?: Day;
}

/** Most addresses that one sitemap may hold (sitemaps.org, protocol 0.9). */
const mostPerSitemap = 50_000;

/**
 * All pages that search engines may list. Left out: withdrawn articles, redirects, the error page, pages of terms
 * that no article has, and what is not published yet. A list changes with the newest thing that it shows.
 */
export function sitemapEntries(library: Library): SitemapEntry[] {
  const issues = library.issues.filter(isPublished);
  const articles = library.articles.filter(isPublished);
  const caseStudies = articles.filter(({ kind }) => kind === 'case-study');
  const changed = new Map(issues.map((issue) => [issue, issueChange(issue)]));
  const lastOf = (group: readonly Issue[]) => newest(group.map((issue) => changed.get(issue)));
  const { privacy, accessibility, imprint, credits, feeds, subscribe, search } = addresses;
  const { datenschutz, barrierefreiheit, leichteSprache } = library.legal;

  return [
    { path: addresses.home, changedOn: newest([lastOf(issues.slice(0, 1)), lastChange(caseStudies)]) },
    { path: addresses.issues, changedOn: lastOf(issues) },
    { path: addresses.caseStudies, changedOn: lastChange(caseStudies) },
    ...termEntries(articles),
    ...[...Map.groupBy(issues, ({ week }) => week.year)].map(([year, group]) => ({
      path: yearPath(year),
      changedOn: lastOf(group),
    })),
    ...issues.map((issue) => ({ path: issuePath(issue.week), changedOn: changed.get(issue) })),
    ...articles.map((article) => ({ path: article.path, changedOn: articleChange(article) })),
    { path: privacy, changedOn: datenschutz.updatedOn },
    { path: accessibility, changedOn: barrierefreiheit.reviewedOn },
    ...(leichteSprache ? [{ path: easyLanguageAddress, changedOn: leichteSprache.updatedOn }] : []),
    { path: credits, changedOn: newest(issues.map(pictureChange)) },
    ...[imprint, feeds, subscribe, search].map((path) => ({ path })),
  ];
}

/** The entries in sitemaps of at most `most` addresses; at least one, though it be empty. */
export function sitemapParts(entries: readonly SitemapEntry[], most = mostPerSitemap): SitemapEntry[][] {
  const count = Math.max(1, Math.ceil(entries.length / most));
  return Array.from({ length: count }, (_, part) => entries.slice(part * most, (part + 1) * most));
}

/** The newest of some days, undefined if none is known. */
export function newest(days: Iterable<Day | undefined>): Day | undefined {
  let last: Day | undefined;
  for (const day of days) if (day && (!last || day > last)) last = day;
  return last;
}

const articleChange = ({ updatedOn, publishedOn }: Article): Day => updatedOn ?? publishedOn;

const lastChange = (articles: readonly Article[]) => newest(articles.map(articleChange));

/** What an issue shows: itself and its articles. */
function issueChange(issue: Issue): Day | undefined {
  return newest([issue.publishedOn, lastChange(publishedArticles(issue))]);
}

function pictureChange(issue: Issue): Day | undefined {
  const hasPictures = ({ image, pictures }: Article | Issue) => image !== undefined || pictures.length > 0;
  const illustrated = publishedArticles(issue).filter(hasPictures);
  return newest([hasPictures(issue) ? issue.publishedOn : undefined, lastChange(illustrated)]);
}

/** The three directories and the page of each term that an article has. */
function termEntries(articles: readonly Article[]): SitemapEntry[] {
  const slugsOf = {
    topics: ({ topics }: Article) => topics.map(({ slug }) => slug),
    municipalities: ({ municipality }: Article) => (municipality ? [municipality.slug] : []),
    software: ({ software }: Article) => software.map(({ slug }) => slug),
  };
  return (['topics', 'municipalities', 'software'] as const).flatMap((kind) => {
    const pages = new Map<string, Day | undefined>();
    for (const article of articles) {
      for (const slug of slugsOf[kind](article)) pages.set(slug, newest([pages.get(slug), articleChange(article)]));
    }
    const terms = [...pages].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      { path: addresses[kind], changedOn: newest(pages.values()) },
      ...terms.map(([slug, changedOn]) => ({ path: termPath(kind, slug), changedOn })),
    ];
  });
}
