/** Which articles the main feed holds. */
import { type Article, isPublished, type Library } from '../model/library.ts';
import { remembered } from '../model/remembered.ts';

/** Articles in a feed. */
export const feedLength = 20;

/**
 * The newest articles, then older ones that were corrected since the oldest of these came out: readers take archives
 * for unchanging and may never fetch them again, so that a correction has to come to them (RFC 5005, section 4.1).
 */
export function newestArticles(library: Library): Article[] {
  const { articles } = library;
  return placesOfNewest(library).flatMap((place) => articles[place] ?? []);
}

/** Their places among all; found once for a library, since every article is looked at. */
const placesOfNewest = remembered(({ articles }: Library): readonly number[] => {
  const published = articles
    .map((article, place) => ({ article, place }))
    .filter(({ article }) => isPublished(article));
  const newest = published.slice(0, feedLength);
  const oldest = newest.at(-1)?.article.publishedOn;
  if (oldest === undefined) return [];
  const isRecent = ({ updatedOn }: Article) => updatedOn !== undefined && updatedOn >= oldest;
  const recent = published.slice(feedLength).filter(({ article }) => isRecent(article));
  return [...newest, ...recent].map(({ place }) => place);
});
