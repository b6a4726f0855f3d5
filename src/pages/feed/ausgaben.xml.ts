import type { APIRoute } from 'astro';
import { issuesFeed } from '../../feeds/issues-feed.ts';
import { renderRss } from '../../feeds/rss.ts';
import { answerXml, readForFeed } from './_serve.ts';

export const GET: APIRoute = async (context) => {
  const { library, edition } = await readForFeed(context);
  return answerXml(await renderRss(issuesFeed(library, edition)));
};
