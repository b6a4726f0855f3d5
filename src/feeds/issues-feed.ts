import { isPublished, type Library } from '../model/library.ts';
import { issuesChannel, makeFeed } from './channel.ts';
import { issueEntry } from './entry.ts';
import type { Edition, Feed } from './feed.ts';

/** Issues in the feed. */
const length = 10;

/** The newest issues, each in one piece. */
export function issuesFeed(library: Library, edition: Edition): Feed {
  const issues = library.issues.values().filter(isPublished).take(length);
  const entries = issues.map((issue) => issueEntry(library, edition, issue)).toArray();
  return makeFeed(library, edition, issuesChannel(library.site), entries);
}
