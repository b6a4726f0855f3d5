import type { APIRoute, GetStaticPaths } from 'astro';
import { archiveFeed } from '../../../feeds/archive-feed.ts';
import { archiveYears } from '../../../feeds/archive-years.ts';
import { renderRss } from '../../../feeds/rss.ts';
import { getLibrary } from '../../../site/library.ts';
import { buildDay } from '../../../site/project.ts';
import { readForFeed, respondXml } from '../_serve.ts';

export const getStaticPaths = (async () => {
  const years = archiveYears(await getLibrary(), buildDay());
  return years.map((year) => ({ params: { year: String(year) } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute = async (route) => {
  const { library, context } = await readForFeed(route);
  return respondXml(await renderRss(archiveFeed(library, context, Number(route.params.year))));
};
