/** Every address of a site, so that each page can be made by itself. */

import { sitemapEntries, sitemapParts } from '../documents/sitemap.ts';
import { archiveYears } from '../feeds/archive-years.ts';
import { feedTopics } from '../feeds/articles-feed.ts';
import { addresses, archiveFeedPath, calendarPath, termPath, topicFeedPath, yearPath } from '../model/address.ts';
import type { Day } from '../model/day.ts';
import { type Library, shownArticles } from '../model/library.ts';
import { yearPaths } from '../views/site/year-pages.ts';

type Series = (library: Library, today: Day) => string[];

/** Of routes with a part to be filled in: the paths that there are. Those of files that are only copied have none. */
const series: Readonly<Record<string, Series>> = {
  '/[...former]': ({ redirects }) => redirects.map(({ from }) => from),
  '/[page]': ({ pages }) => pages.map(({ path }) => path),
  '/ausgaben/[year]': ({ years }) => years.map(yearPath),
  '/ausgaben/[year]/[week]': ({ issues }) => issues.map(({ path }) => path),
  '/ausgaben/[year]/[week]/[slug]': ({ issues }) => issues.flatMap(({ articles }) => articles.map(({ path }) => path)),
  '/ausgaben/[year]/[week]/[slug]/[name].[ending]': () => [],
  '/ausgaben/[year]/[week]/[slug]/termin.ics': ({ issues }) =>
    issues.flatMap((issue) => shownArticles(issue).flatMap(({ event, path }) => (event ? [calendarPath(path)] : []))),
  '/bilder/[name].[ending]': () => [],
  '/berichtigungen/[year]': yearPaths('corrections'),
  '/bildnachweise/[year]': yearPaths('credits'),
  '/feed/archiv/[year].xml': (library, today) => archiveYears(library, today).map(archiveFeedPath),
  '/kommunen/[municipality]/[year]': yearPaths('municipalities'),
  '/kommunen/[municipality]': ({ terms }) => terms.municipalities.map(({ slug }) => termPath('municipalities', slug)),
  '/leichte-sprache/[...page]': ({ legal }) => (legal.leichteSprache ? [addresses.easyLanguage] : []),
  '/sitemap-[part].xml': (library) => sitemapParts(sitemapEntries(library)).map((_, part) => `/sitemap-${part}.xml`),
  '/praxisberichte/[year]': yearPaths('caseStudies'),
  '/themen/[topic]/[year]': yearPaths('topics'),
  '/themen/[topic]': ({ terms }) => terms.topics.map(({ slug }) => termPath('topics', slug)),
  '/themen/[topic]/rss.xml': (library) => feedTopics(library).map(({ slug }) => topicFeedPath(slug)),
  '/verfahren/[software]/[year]': yearPaths('software'),
  '/verfahren/[software]': ({ terms }) => terms.software.map(({ slug }) => termPath('software', slug)),
  '/vorschau/mail/[key]': () => [],
};

/** A path with the route of the page that makes what is there. */
export interface SiteAddress {
  path: string;
  route: string;
}

/**
 * The paths of all pages, feeds and documents of the site, by the routes of `src/pages/`. Throws for a route that is not
 * known here: its pages would be missing.
 */
export function siteAddresses(routes: readonly string[], library: Library, today: Day): SiteAddress[] {
  return routes.flatMap((route) => pathsOf(route, library, today).map((path) => ({ path, route })));
}

function pathsOf(route: string, library: Library, today: Day): string[] {
  if (route.startsWith('/_')) return [];
  if (!route.includes('[')) return [/\.\w+$/.test(route) ? route : `${route}/`.replace('//', '/')];
  const paths = series[route];
  if (!paths) throw new Error(`no addresses are known of the route ${route}: add them to build/addresses.ts`);
  return paths(library, today);
}

/** The file that holds what is at a path, in a folder that a web server serves. */
export function fileAt(path: string): string {
  if (path === '/404/') return '404.html';
  // Nearly all are as they are written.
  const file = (path.includes('%') ? decodeURIComponent(path) : path).slice(1);
  return path.endsWith('/') ? `${file}index.html` : file;
}
