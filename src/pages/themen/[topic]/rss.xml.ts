import type { APIRoute, GetStaticPaths } from 'astro';
import { feedTopics, topicFeed } from '../../../feeds/articles-feed.ts';
import { renderRss } from '../../../feeds/rss.ts';
import type { Topic } from '../../../model/terms.ts';
import { getLibrary } from '../../../site/library.ts';
import { readForFeed, respondXml } from '../../feed/_serve.ts';

export const getStaticPaths = (async () => {
  const topics = feedTopics(await getLibrary());
  return topics.map((topic) => ({ params: { topic: topic.slug }, props: { topic } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ topic: Topic }> = async (route) => {
  const { library, context } = await readForFeed(route);
  return respondXml(await renderRss(topicFeed(library, context, route.props.topic)));
};
