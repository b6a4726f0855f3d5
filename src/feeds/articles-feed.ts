/** The feeds of articles: all of them, or those of one topic. */
import { type Article, hasTopicFeed, isPublished, type Library } from '../model/library.ts';
import type { Topic } from '../model/terms.ts';
import { archiveAddress, archiveYears } from './archive-years.ts';
import { articlesChannel, makeFeed, topicChannel } from './channel.ts';
import { newArticleEntry } from './entry.ts';
import type { Feed, FeedContext } from './feed.ts';
import { feedLength, newestArticles } from './newest.ts';

/**
 * The main feed: the newest articles, in a document at `path`. It leads to the archives of what it no longer holds
 * (RFC 5005, section 4).
 */
export function articlesFeed(library: Library, context: FeedContext, path?: string): Feed {
  const [newestYear] = archiveYears(library, context.today);
  return makeFeed(
    library,
    context,
    articlesChannel(library.site, path),
    entriesOf(library, context, newestArticles(library)),
    {
      isArchive: false,
      ...(newestYear !== undefined && { previous: archiveAddress(context, newestYear) }),
    },
  );
}

/** The topics that have a feed: those with an article to be read. */
export function feedTopics(library: Library): Topic[] {
  return library.terms.topics.filter((topic) => hasTopicFeed(library, topic));
}

/** The newest articles on a topic. */
export function topicFeed(library: Library, context: FeedContext, topic: Topic): Feed {
  const articles = (library.byTopic.get(topic.slug) ?? []).values().filter(isPublished).take(feedLength).toArray();
  return makeFeed(library, context, topicChannel(library.site, topic), entriesOf(library, context, articles));
}

function entriesOf(library: Library, context: FeedContext, articles: readonly Article[]) {
  return articles.map((article) => newArticleEntry(library, context, article));
}
