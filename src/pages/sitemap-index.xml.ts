import type { APIRoute } from 'astro';
import { sitemapEntries, sitemapParts } from '../documents/sitemap.ts';
import { sitemapIndexXml } from '../documents/sitemap-xml.ts';
import { getLibrary } from '../site/library.ts';

export const GET: APIRoute = async ({ url, site = url }) => {
  const parts = sitemapParts(sitemapEntries(await getLibrary()));
  return new Response(sitemapIndexXml(parts, site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
