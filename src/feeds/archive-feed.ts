import { addresses } from '../model/address.ts';
import { isPublished, type Library } from '../model/library.ts';
import { archiveAddress, archiveYears } from './archive-years.ts';
import { archiveChannel, makeFeed } from './channel.ts';
import { archivedEntry } from './entry.ts';
import type { ArchivedEntry, Feed, FeedContext } from './feed.ts';

/**
 * All articles of a year that has an archive, with the way to the main feed and to the neighbouring archives
 * (RFC 5005, section 4). Throws a RangeError for a year without one.
 */
export function archiveFeed(library: Library, context: FeedContext, year: number): Feed<ArchivedEntry> {
  const years = archiveYears(library, context.today);
  const place = years.indexOf(year);
  if (place < 0) throw new RangeError(`no archive of ${year}`);
  const [next, previous] = [years[place - 1], years[place + 1]];
  const articles = library.articlesOf.get(year)?.filter(isPublished) ?? [];
  const entries = articles.map((article) => archivedEntry(library, context, article));
  return makeFeed(library, context, archiveChannel(library.site, year), entries, {
    isArchive: true,
    current: context.origin + addresses.rss,
    ...(previous !== undefined && { previous: archiveAddress(context, previous) }),
    ...(next !== undefined && { next: archiveAddress(context, next) }),
  });
}
