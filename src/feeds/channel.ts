/** What each feed is about, known without its entries: for the feeds themselves and for lists of them. */
import { addresses, archiveFeedPath, termPath, topicFeedPath, yearPath } from '../model/address.ts';
import { type Day, day, releaseMoment } from '../model/day.ts';
import type { Library, Site } from '../model/library.ts';
import { publisherNames } from '../model/publisher.ts';
import type { Topic } from '../model/terms.ts';
import { legal } from '../text/characters.ts';
import { feedWords } from '../words/feeds.ts';
import type { Entry, Feed, FeedContext, History } from './feed.ts';
import { later } from './moment.ts';

export interface Channel {
  /** Last part of the feed's id. */
  name: string;
  title: string;
  description: string;
  /** Path of the feed document. */
  path: string;
  /** Path of the page that shows the same. */
  home: string;
}

/**
 * The date part of the feeds' ids (RFC 4151: a day on which the authority had its domain). It is fixed, since an id
 * made anew at each build, or each year, would be another feed to every reader. It is a year before the first release,
 * not the organisation's own date, because content holds none; what counts is that it never changes.
 */
const idYear = 2025;

/** Stands for the newest change while there is none: Atom demands one (RFC 4287, section 4.1.1). */
const beforeAnything: Day = day(`${idYear}-01-01`);

/** Newest articles. `path` chooses among the formats that this feed has. */
export function articlesChannel(site: Site, path: string = addresses.rss): Channel {
  return { name: 'beitraege', title: site.title, description: site.description, path, home: addresses.home };
}

export function issuesChannel(site: Site): Channel {
  const { title, description } = feedWords.issues;
  const places = { path: addresses.issuesFeed, home: addresses.issues };
  return { name: 'ausgaben', title: title(site.title), description, ...places };
}

export function topicChannel(site: Site, { slug, name, description }: Topic): Channel {
  return {
    name: `thema/${slug}`,
    title: feedWords.topic.title(site.title, name),
    description: description ?? feedWords.topic.description(name),
    path: topicFeedPath(slug),
    home: termPath('topics', slug),
  };
}

/** A year of the feed of articles: one feed in several documents, hence the same id. */
export function archiveChannel(site: Site, year: number): Channel {
  return {
    ...articlesChannel(site, archiveFeedPath(year)),
    title: feedWords.archive.title(site.title, year),
    description: feedWords.archive.description(year),
    home: yearPath(year),
  };
}

/** The feed of a channel. `entries` are those of the content, newest first. */
export function makeFeed<Held extends Pick<Entry, 'updated'>>(
  { site }: Library,
  { origin }: FeedContext,
  channel: Channel,
  entries: readonly Held[],
  history?: History,
): Feed<Held> {
  const told = withDistinctChanges(entries);
  const changes = told.map(({ updated }) => updated);
  return {
    ...legal({
      id: `tag:${site.idAuthority},${idYear}:feed/${channel.name}`,
      title: channel.title,
      description: channel.description,
      home: origin + channel.home,
      self: origin + channel.path,
      language: feedWords.language,
      author: { name: site.editors.name, email: site.editors.email },
      publisher: publisherNames(site),
    }),
    updated: changes.length > 0 ? changes.reduce(later) : releaseMoment(beforeAnything),
    entries: told,
    history,
  };
}

/**
 * Entries that changed at the same moment a second apart, the newer ones later: articles that were corrected on one day.
 * Programs that sort by the change would mix them up, and validators say so.
 */
function withDistinctChanges<Held extends Pick<Entry, 'updated'>>(entries: readonly Held[]): Held[] {
  const taken = new Set<number>();
  return entries
    .toReversed()
    .map((entry) => {
      let { updated } = entry;
      while (taken.has(updated.epochMilliseconds)) updated = updated.add({ seconds: 1 });
      taken.add(updated.epochMilliseconds);
      return updated === entry.updated ? entry : { ...entry, updated };
    })
    .reverse();
}
