import type { APIRoute } from 'astro';
import { issuesFeed } from '../../feeds/issues-feed.ts';
import { renderRss } from '../../feeds/rss.ts';
import { readForFeed, respondXml } from './_serve.ts';

export const GET: APIRoute = async (route) => {
  const { library, context } = await readForFeed(route);
  return respondXml(renderRss(issuesFeed(library, context)));
};
