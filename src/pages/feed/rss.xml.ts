import type { APIRoute } from 'astro';
import { articlesFeed } from '../../feeds/articles-feed.ts';
import { renderRss } from '../../feeds/rss.ts';
import { readForFeed, respondXml } from './_serve.ts';

export const GET: APIRoute = async (route) => {
  const { library, context } = await readForFeed(route);
  return respondXml(renderRss(articlesFeed(library, context)));
};
