import type { APIRoute, GetStaticPaths } from 'astro';
import { sitemapEntries, sitemapParts } from '../documents/sitemap.ts';
import { sitemapXml } from '../documents/sitemap-xml.ts';
import type { ListedPage } from '../model/site-pages.ts';
import { getLibrary } from '../site/library.ts';

export const getStaticPaths: GetStaticPaths = async () =>
  sitemapParts(sitemapEntries(await getLibrary())).map((entries, part) => ({
    params: { part: String(part) },
    props: { entries },
  }));

export const GET: APIRoute<{ entries: ListedPage[] }> = ({ props, url, site = url }) =>
  new Response(sitemapXml(props.entries, site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
