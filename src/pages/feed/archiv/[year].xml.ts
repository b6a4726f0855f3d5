import type { APIRoute } from 'astro';
import { archiveFeed } from '../../../feeds/archive-feed.ts';
import { archiveYears } from '../../../feeds/archive-years.ts';
import { renderRss } from '../../../feeds/rss.ts';
import { notFound } from '../../../site/not-found.ts';
import { readForFeed, respondXml } from '../_serve.ts';

export const GET: APIRoute = async (route) => {
  const { library, context } = await readForFeed(route);
  const year = archiveYears(library, context.today).find((one) => String(one) === route.params.year);
  if (year === undefined) return notFound();
  return respondXml(renderRss(archiveFeed(library, context, year)));
};
