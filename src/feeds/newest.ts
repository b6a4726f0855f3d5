/** Which articles the main feed holds. */
import { type Article, isPublished, type Library } from '../model/library.ts';

/** Articles in a feed. */
export const feedLength = 20;

const known = new WeakMap<Library, readonly Article[]>();

/**
 * The newest articles, then older ones that were corrected since the oldest of these came out: readers take archives
 * for unchanging and may never fetch them again, so that a correction has to come to them (RFC 5005, section 4.1).
 * Made once for a library, since it looks at every article.
 */
export function newestArticles(library: Library): readonly Article[] {
  const before = known.get(library);
  if (before) return before;
  const articles = choose(library.articles.filter(isPublished));
  known.set(library, articles);
  return articles;
}

function choose(published: readonly Article[]): readonly Article[] {
  const newest = published.slice(0, feedLength);
  const oldest = newest.at(-1);
  if (!oldest) return [];
  const isRecent = ({ updatedOn }: Article) => updatedOn !== undefined && updatedOn >= oldest.publishedOn;
  return [...newest, ...published.slice(feedLength).filter(isRecent)];
}
