import { isPublished, type Library } from '../model/library.ts';
import { issuesChannel, makeFeed } from './channel.ts';
import { issueEntry } from './entry.ts';
import type { Feed, FeedContext } from './feed.ts';

/** Issues in the feed. */
const length = 10;

/** The newest issues, each in one piece. */
export function issuesFeed(library: Library, context: FeedContext): Feed {
  const issues = library.issues.values().filter(isPublished).take(length);
  const entries = issues.map((issue) => issueEntry(library, context, issue)).toArray();
  return makeFeed(library, context, issuesChannel(library.site), entries);
}
