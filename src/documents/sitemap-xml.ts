/** Sitemaps and robots.txt as text. */
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';
import { addresses } from '../model/address.ts';
import { newest } from '../model/last-change.ts';
import type { ListedPage } from '../model/site-pages.ts';

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' } as const;

/** Path of one of the sitemaps, counted from 0. */
function sitemapPath(part: number): string {
  return `/sitemap-${part}.xml`;
}

/** A sitemap for the site at `origin` (sitemaps.org, protocol 0.9). */
export function sitemapXml(entries: readonly ListedPage[], origin: string | URL): string {
  return document('urlset', 'url', entries, origin);
}

/** The index of all sitemaps; each is as new as the newest page in it. */
export function sitemapIndexXml(parts: readonly ListedPage[][], origin: string | URL): string {
  const sitemaps = parts.map((entries, part) => ({
    path: sitemapPath(part),
    changedOn: newest(entries.map(({ changedOn }) => changedOn)),
  }));
  return document('sitemapindex', 'sitemap', sitemaps, origin);
}

function document(name: string, item: string, entries: readonly ListedPage[], origin: string | URL): string {
  const items = entries.map(({ path, changedOn }) =>
    x(item, [x('loc', new URL(path, origin).href), changedOn && x('lastmod', changedOn)]),
  );
  return `${toXml([declaration, x(name, { xmlns: namespace }, items)])}\n`;
}

/** robots.txt (RFC 9309): everything may be read, and here is the list of it. */
export function robotsTxt(origin: string | URL): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${new URL(addresses.sitemap, origin).href}\n`;
}
