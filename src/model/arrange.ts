/** Orders and groups what was read. */
import { correctionsByIssue, correctionsOf } from './corrections.ts';
import { type Article, type Collection, type Library, shownArticles } from './library.ts';
import { compareReleases } from './release.ts';
import { compareWeeks } from './week.ts';

const alphabetical = new Intl.Collator('de-DE');

/** The order of articles in lists and feeds. */
export function newestFirst(a: Article, b: Article): number {
  return compareReleases(b, a) || compareWeeks(b.issue.week, a.issue.week) || a.number - b.number;
}

function grouped<Key>(articles: readonly Article[], keysOf: (article: Article) => readonly Key[]): Map<Key, Article[]> {
  const groups = new Map<Key, Article[]>();
  for (const article of articles) {
    for (const key of keysOf(article)) {
      const group = groups.get(key);
      if (group) group.push(article);
      else groups.set(key, [article]);
    }
  }
  return groups;
}

/** Orders and groups a collection in one pass, so that no page has to look through all of it. */
export function arrange(collection: Collection): Library {
  const issues = collection.issues.toSorted((a, b) => compareWeeks(b.week, a.week));
  const articles = issues.flatMap(shownArticles).sort(newestFirst);
  const corrections = correctionsOf(issues);
  const issuesOf = Map.groupBy(issues, (issue) => issue.week.year);
  return {
    ...collection,
    issues,
    articles,
    pages: collection.pages.toSorted((a, b) => alphabetical.compare(a.title, b.title)),
    years: [...issuesOf.keys()],
    issuesOf,
    articlesOf: grouped(articles, (article) => [article.issue.week.year]),
    byTopic: grouped(articles, (article) => article.topics.map((topic) => topic.slug)),
    byMunicipality: grouped(articles, (article) => (article.municipality ? [article.municipality.slug] : [])),
    bySoftware: grouped(articles, (article) => article.software.map((software) => software.slug)),
    newer: new Map(issues.flatMap((issue, index) => pair(issue, issues[index - 1]))),
    older: new Map(issues.flatMap((issue, index) => pair(issue, issues[index + 1]))),
    corrections,
    correctionsIn: correctionsByIssue(corrections, issues),
    redirects: issues
      .flatMap((issue) => [issue, ...issue.articles])
      .flatMap((thing) => thing.formerAddresses.map((from) => ({ from, to: thing.path }))),
  };
}

function pair<T>(key: T, value: T | undefined): [T, T][] {
  return value === undefined ? [] : [[key, value]];
}
