/** When what readers see has changed last. */
import type { TermKind } from '../words/terms.ts';
import type { Day } from './day.ts';
import { type Article, type Issue, publishedArticles } from './library.ts';

/** The newest of some days, undefined if none is known. */
export function newest(days: Iterable<Day | undefined>): Day | undefined {
  let last: Day | undefined;
  for (const day of days) if (day && (!last || day > last)) last = day;
  return last;
}

export function articleChange({ updatedOn, publishedOn }: Article): Day {
  return updatedOn ?? publishedOn;
}

/** A list changes with the newest thing that it shows. */
export function articlesChange(articles: readonly Article[]): Day | undefined {
  return newest(articles.map(articleChange));
}

/** What an issue shows: itself and its articles. */
export function issueChange(issue: Issue): Day | undefined {
  return newest([issue.publishedOn, articlesChange(publishedArticles(issue))]);
}

/** The pictures of an issue and of the articles that it shows; undefined if there are none. */
export function picturesChange(issue: Issue): Day | undefined {
  const isIllustrated = ({ image, pictures }: Issue | Article) => image !== undefined || pictures.length > 0;
  const day = isIllustrated(issue) ? issue.publishedOn : undefined;
  return newest([day, articlesChange(publishedArticles(issue).filter(isIllustrated))]);
}

/** The slugs of the terms of a kind that articles have, each with the newest change of these. */
export function changesByTerm(articles: readonly Article[], kind: TermKind): Map<string, Day> {
  const changes = new Map<string, Day>();
  for (const article of articles) {
    const day = articleChange(article);
    for (const { slug } of termsOf(article, kind)) changes.set(slug, newest([changes.get(slug), day]) ?? day);
  }
  return changes;
}

function termsOf({ topics, municipality, software }: Article, kind: TermKind) {
  return { topics, municipalities: municipality ? [municipality] : [], software }[kind];
}
