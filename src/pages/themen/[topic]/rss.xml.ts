import type { APIRoute } from 'astro';
import { feedTopics, topicFeed } from '../../../feeds/articles-feed.ts';
import { renderRss } from '../../../feeds/rss.ts';
import { notFound } from '../../../site/not-found.ts';
import { readForFeed, respondXml } from '../../feed/_serve.ts';

export const GET: APIRoute = async (route) => {
  const { library, context } = await readForFeed(route);
  const topic = feedTopics(library).find(({ slug }) => slug === route.params.topic);
  if (!topic) return notFound();
  return respondXml(renderRss(topicFeed(library, context, topic)));
};
