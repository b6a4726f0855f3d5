/** The feeds that one can subscribe to, for the page about them, for browsers that look for feeds, and for OPML. */
import { addresses } from '../model/address.ts';
import type { Library } from '../model/library.ts';
import { type FeedFormat, feedTypes } from '../model/media-types.ts';
import { feedTopics } from './articles-feed.ts';
import { articlesChannel, type Channel, issuesChannel, topicChannel } from './channel.ts';

export interface ListedFeed {
  title: string;
  description: string;
  /** Path of the feed document. */
  path: string;
  /** Media type, for `<link rel="alternate" type>`. */
  type: string;
  format: FeedFormat;
  /** Path of the page that shows the same. */
  home: string;
}

/**
 * Every feed but the archives, which nobody subscribes to: the newest articles in three formats, whole issues, and
 * the topics in the order of `terms.yaml`.
 */
export function feedList(library: Library): ListedFeed[] {
  const { site } = library;
  return [
    listed(articlesChannel(site), 'RSS'),
    listed(articlesChannel(site, addresses.atom), 'Atom'),
    listed(articlesChannel(site, addresses.json), 'JSON Feed'),
    listed(issuesChannel(site), 'RSS'),
    ...feedTopics(library).map((topic) => listed(topicChannel(site, topic), 'RSS')),
  ];
}

function listed({ title, description, path, home }: Channel, format: FeedFormat): ListedFeed {
  return { title, description, path, type: feedTypes[format], format, home };
}
