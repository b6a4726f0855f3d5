/** Which articles the main feed holds. */
import { newestFirst } from '../model/arrange.ts';
import { type Article, isPublished, isShown, type Library } from '../model/library.ts';

/** Articles in a feed. */
export const feedLength = 20;

/**
 * The newest articles, then older ones that were corrected since the oldest of these came out: readers take archives
 * for unchanging and may never fetch them again, so that a correction has to come to them (RFC 5005, section 4.1).
 */
export function newestArticles({ articles, corrections }: Library): Article[] {
  const newest: Article[] = [];
  // One by one: a page that asks for all of them has looked at all.
  for (let place = 0; newest.length < feedLength && place < articles.length; place += 1) {
    const article = articles[place];
    if (article && isPublished(article)) newest.push(article);
  }
  const oldest = newest.at(-1)?.publishedOn ?? '';
  const corrected = corrections.flatMap(({ article, kind, day = '' }) =>
    kind === 'corrected' && day >= oldest && isShown(article) && !newest.includes(article) ? [article] : [],
  );
  return [...newest, ...corrected.sort(newestFirst)];
}
