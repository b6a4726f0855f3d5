/** What search engines are told: every page worth finding, with the day of its last change where one is known. */
import type { Library } from '../model/library.ts';
import { remembered } from '../model/remembered.ts';
import { type ListedPage, listedPages } from '../model/site-pages.ts';
import { yearPages } from '../views/site/year-pages.ts';

/** Most addresses that one sitemap may hold (sitemaps.org, protocol 0.9). */
const mostPerSitemap = 50_000;

/** All pages that search engines may list; those that tell when they have changed stand first. */
export const sitemapEntries = remembered((library: Library): readonly ListedPage[] => {
  const pages = [...listedPages(library), ...yearPages(library)];
  return pages.sort((a, b) => Number(!a.changedOn) - Number(!b.changedOn));
});

/** The entries in sitemaps of at most `most` addresses; at least one, though it be empty. */
export function sitemapParts(entries: readonly ListedPage[], most = mostPerSitemap): ListedPage[][] {
  const count = Math.max(1, Math.ceil(entries.length / most));
  return Array.from({ length: count }, (_, part) => entries.slice(part * most, (part + 1) * most));
}
