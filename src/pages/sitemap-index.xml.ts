import type { APIRoute } from 'astro';
import { sitemapEntries, sitemapParts } from '../views/sitemap.ts';
import { sitemapIndexXml } from '../views/sitemap-xml.ts';
import { getLibrary } from './_library.ts';

export const GET: APIRoute = async ({ url, site = url }) => {
  const parts = sitemapParts(sitemapEntries(await getLibrary()));
  return new Response(sitemapIndexXml(parts, site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};
