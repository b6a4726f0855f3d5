import type { APIRoute } from 'astro';
import { sitemapEntries, sitemapParts } from '../documents/sitemap.ts';
import { sitemapXml } from '../documents/sitemap-xml.ts';
import { getLibrary } from '../site/library.ts';
import { notFound } from '../site/not-found.ts';

export const GET: APIRoute = async ({ params, url, site = url }) => {
  const entries = sitemapParts(sitemapEntries(await getLibrary())).find((_, part) => String(part) === params.part);
  if (!entries) return notFound();
  return new Response(sitemapXml(entries, site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
