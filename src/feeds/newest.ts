/** Which articles the main feed holds. */
import type { Day } from '../model/day.ts';
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
  const places: number[] = [];
  let oldest: Day | undefined;
  articles.forEach((article, place) => {
    if (places.length < feedLength) {
      if (!isPublished(article)) return;
      oldest = article.publishedOn;
      places.push(place);
    } else {
      // Asked first what nearly none of them has.
      const { updatedOn } = article;
      const isRecent = updatedOn !== undefined && oldest !== undefined && updatedOn >= oldest;
      if (isRecent && isPublished(article)) places.push(place);
    }
  });
  return places;
});
