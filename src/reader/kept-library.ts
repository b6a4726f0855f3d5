/** Which things a library holds, in which orders and groups, as plain data: the library of it makes a thing when it is asked for. */
import { issuePath } from '../model/address.ts';
import { arrange } from '../model/arrange.ts';
import type { Article, Collection, Correction, Issue, Library } from '../model/library.ts';
import { parseIssueKey } from '../model/week.ts';
import { lazyThing } from './lazy-thing.ts';

type Groups<Key> = [key: Key, articles: Uint32Array][];

/** What of an issue is told before it is made: pages that only name it, as the year's ruler does, ask for nothing else. */
interface KeptIssue {
  key: string;
  title: string;
  /** Their paths. */
  articles: string[];
}

/** Articles are numbered in the order of the issues and, in these, of their own numbers. */
export interface KeptLibrary {
  issues: KeptIssue[];
  articles: Uint32Array;
  articlesOf: Groups<number>;
  byTopic: Groups<string>;
  byMunicipality: Groups<string>;
  bySoftware: Groups<string>;
  corrections: (Omit<Correction, 'article'> & { article: number })[];
  /** By the number of the issue. */
  correctionsIn: [issue: number, corrections: number[]][];
  redirects: Library['redirects'];
}

export function keptLibrary(library: Library): KeptLibrary {
  const numbers = new Map(
    library.issues.flatMap(({ articles }) => articles).map((article, number) => [article, number]),
  );
  const numberOf = (article: Article) => {
    const number = numbers.get(article);
    if (number === undefined) throw new Error(`${article.path} is in no issue`);
    return number;
  };
  const numbersOf = (articles: readonly Article[]) => Uint32Array.from(articles, numberOf);
  const groups = <Key>(map: ReadonlyMap<Key, readonly Article[]>): Groups<Key> =>
    [...map].map(([key, articles]) => [key, numbersOf(articles)]);
  const { issues, articles, articlesOf, byTopic, byMunicipality, bySoftware, corrections, correctionsIn } = library;
  return {
    issues: issues.map(({ key, title, articles: own }) => ({ key, title, articles: own.map(({ path }) => path) })),
    articles: numbersOf(articles),
    articlesOf: groups(articlesOf),
    byTopic: groups(byTopic),
    byMunicipality: groups(byMunicipality),
    bySoftware: groups(bySoftware),
    corrections: corrections.map(({ article, ...one }) => ({ ...one, article: numberOf(article) })),
    correctionsIn: [...correctionsIn].map(([issue, some]) => [
      issues.indexOf(issue),
      some.map((one) => corrections.indexOf(one)),
    ]),
    redirects: library.redirects,
  };
}

/** For readers there is nothing else. */
const state = 'published';

/**
 * The library for readers, of what is given and of issues that `compose` makes, each once, when one or an article of it is
 * asked for; `relate` may then ask for others, which may ask for this one.
 */
export function lazyLibrary(
  kept: KeptLibrary,
  given: Omit<Collection, 'issues'>,
  compose: (key: string) => Issue,
  relate: (issue: Issue) => void,
): Library {
  const all: Article[] = [];
  const issues = kept.issues.map((issue) => lazyIssue(issue, compose, relate));
  for (const { articles } of issues) all.push(...articles);
  const some = (numbers: Iterable<number>) => Array.from(numbers, (number) => thingAt(all, number));
  const groups = <Key>(kept: Groups<Key>) => new Map(kept.map(([key, numbers]) => [key, some(numbers)]));
  const corrections = kept.corrections.map(({ article, ...one }) => ({ article: thingAt(all, article), ...one }));
  const { redirects } = kept;
  return {
    ...arrange({ ...given, issues: [] }),
    ...neighboursOf(issues),
    issues,
    articles: some(kept.articles),
    articlesOf: groups(kept.articlesOf),
    byTopic: groups(kept.byTopic),
    byMunicipality: groups(kept.byMunicipality),
    bySoftware: groups(kept.bySoftware),
    corrections,
    correctionsIn: new Map(
      kept.correctionsIn.map(([issue, numbers]) => [
        thingAt(issues, issue),
        numbers.map((number) => thingAt(corrections, number)),
      ]),
    ),
    redirects,
  };
}

function neighboursOf(issues: readonly Issue[]): Pick<Library, 'years' | 'issuesOf' | 'newer' | 'older'> {
  const issuesOf = Map.groupBy(issues, ({ week }) => week.year);
  const newer = new Map<Issue, Issue>();
  const older = new Map<Issue, Issue>();
  for (const [index, issue] of issues.entries()) {
    const before = issues[index - 1];
    if (!before) continue;
    newer.set(issue, before);
    older.set(before, issue);
  }
  return { years: [...issuesOf.keys()], issuesOf, newer, older };
}

function lazyIssue(
  { key, title, articles: paths }: KeptIssue,
  compose: (key: string) => Issue,
  relate: (issue: Issue) => void,
): Issue {
  const week = parseIssueKey(key);
  if (!week) throw new Error(`no issue can be in ${key}`);
  const articles: Article[] = [];
  let whole: { issue: Issue; articles: readonly Article[] } | undefined;
  const composed = () => {
    if (whole) return whole;
    const made = compose(key);
    const things = [made, ...made.articles];
    const isAsTold = made.title === title && made.articles.map(({ path }) => path).join('\n') === paths.join('\n');
    if (!isAsTold || things.some((thing) => thing.state !== state))
      throw new Error(`${key} is not what it is known to be`);
    whole = { issue: made, articles: made.articles };
    for (const article of made.articles) article.issue = issue;
    relate(made);
    return whole;
  };
  const issue = lazyThing<Issue>({ key, week, path: issuePath(week), title, state, articles }, () => composed().issue);
  for (const [index, path] of paths.entries()) {
    articles.push(lazyThing<Article>({ path, issue, state }, () => thingAt(composed().articles, index)));
  }
  return issue;
}

function thingAt<Thing>(things: readonly Thing[], number: number): Thing {
  const thing = things[number];
  if (thing === undefined) throw new Error(`there is no thing with the number ${number}`);
  return thing;
}
