import type { Root } from 'mdast';
import type { AccessibilityStatementFrontMatter } from './accessibility-statement.ts';
import type { ArticleFrontMatter } from './article.ts';
import { type Day, momentOf } from './day.ts';
import type { EasyLanguageFrontMatter } from './easy-language.ts';
import type { IssueFrontMatter } from './issue.ts';
import type { Logo } from './logo.ts';
import type { Picture, PublishedPicture } from './picture.ts';
import type { PrivacyNoticeFrontMatter } from './privacy-notice.ts';
import type { SiteFrontMatter } from './site.ts';
import type { Municipality, Software, Terms, Topic } from './terms.ts';
import { compareWeeks, type IssueWeek } from './week.ts';

/** Draft and scheduled things exist in `dev` only; a build never sees them. */
export type State = 'published' | 'draft' | 'scheduled';

/** A file of the organisation's that is published unchanged. */
export interface Attachment {
  title: string;
  file: string;
  path: string;
  mediaType: string;
  bytes: number;
  /** Where the file lies on disk. */
  location: string;
}

/** The pictures of an issue or article. */
interface Illustrated {
  image?: Picture;
  /** Those in the text. */
  pictures: Picture[];
  /** The drawn title picture, where no picture of its own is published. Put here by images/prepare. */
  titlePicture?: PublishedPicture;
}

export interface Article
  extends Omit<ArticleFrontMatter, 'topics' | 'municipality' | 'software' | 'attachments' | keyof Illustrated>,
    Illustrated {
  id: string;
  number: number;
  slug: string;
  path: string;
  publishedOn: Day;
  state: State;
  issue: Issue;
  topics: Topic[];
  municipality?: Municipality;
  software: Software[];
  attachments: Attachment[];
  /** The text, set in German typography, its links resolved to paths of the site. */
  body: Root;
  words: number;
  /** Path of the Markdown file, for messages. */
  file: string;
}

export interface Issue extends Omit<IssueFrontMatter, keyof Illustrated>, Illustrated {
  id: string;
  key: string;
  week: IssueWeek;
  path: string;
  publishedOn: Day;
  state: State;
  /** In the order of their numbers; withdrawn ones included. */
  articles: Article[];
  body: Root;
  file: string;
}

export interface Site extends Omit<SiteFrontMatter, 'logo'> {
  logo?: Logo;
  /** The lead on the home page. */
  body: Root;
}

export interface PrivacyNotice extends PrivacyNoticeFrontMatter {
  /** Further remarks. */
  body: Root;
}

export interface AccessibilityStatement extends AccessibilityStatementFrontMatter {
  /** Further remarks. */
  body: Root;
}

export interface EasyLanguagePage extends EasyLanguageFrontMatter {
  body: Root;
}

/** What lies in `content/legal/`, by the names of its files. */
export interface LegalTexts {
  datenschutz: PrivacyNotice;
  barrierefreiheit: AccessibilityStatement;
  leichteSprache?: EasyLanguagePage;
}

export interface Collection {
  site: Site;
  legal: LegalTexts;
  terms: Terms;
  issues: readonly Issue[];
}

/** All that is published, in the orders and groups that pages, feeds and mail ask for; made once, then only read. */
export interface Library extends Collection {
  /** Newest first. */
  issues: readonly Issue[];
  /** Newest first; without withdrawn ones. */
  articles: readonly Article[];
  years: readonly number[];
  issuesOf: ReadonlyMap<number, readonly Issue[]>;
  articlesOf: ReadonlyMap<number, readonly Article[]>;
  /** By slug of the term, newest first; without withdrawn ones. */
  byTopic: ReadonlyMap<string, readonly Article[]>;
  byMunicipality: ReadonlyMap<string, readonly Article[]>;
  bySoftware: ReadonlyMap<string, readonly Article[]>;
  newer: ReadonlyMap<Issue, Issue>;
  older: ReadonlyMap<Issue, Issue>;
  /** From a former address to today's. */
  redirects: readonly { from: string; to: string }[];
}

/** The instant by which an article is dated in feeds: its number keeps the order within a day. */
export function articleMoment(article: Pick<Article, 'publishedOn' | 'number'>): Temporal.ZonedDateTime {
  return momentOf(article.publishedOn, article.number);
}

/**
 * Whether a topic has a feed: from the first article on it that is out. A preview's library holds other articles too,
 * and readers' programs keep what they once saw.
 */
export function hasTopicFeed({ byTopic }: Pick<Library, 'byTopic'>, { slug }: Topic): boolean {
  return byTopic.get(slug)?.some(({ state }) => state === 'published') ?? false;
}

function newestFirst(a: Article, b: Article): number {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? 1 : -1;
  return compareWeeks(b.issue.week, a.issue.week) || a.number - b.number;
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
  const articles = issues
    .flatMap((issue) => issue.articles)
    .filter((article) => !article.withdrawn)
    .sort(newestFirst);
  const issuesOf = Map.groupBy(issues, (issue) => issue.week.year);
  return {
    ...collection,
    issues,
    articles,
    years: [...issuesOf.keys()],
    issuesOf,
    articlesOf: grouped(articles, (article) => [article.issue.week.year]),
    byTopic: grouped(articles, (article) => article.topics.map((topic) => topic.slug)),
    byMunicipality: grouped(articles, (article) => (article.municipality ? [article.municipality.slug] : [])),
    bySoftware: grouped(articles, (article) => article.software.map((software) => software.slug)),
    newer: new Map(issues.flatMap((issue, index) => pair(issue, issues[index - 1]))),
    older: new Map(issues.flatMap((issue, index) => pair(issue, issues[index + 1]))),
    redirects: issues
      .flatMap((issue) => [issue, ...issue.articles])
      .flatMap((thing) => thing.formerAddresses.map((from) => ({ from, to: thing.path }))),
  };
}

function pair<T>(key: T, value: T | undefined): [T, T][] {
  return value === undefined ? [] : [[key, value]];
}

/** Whether readers get it. The preview's library holds drafts and what is to come, which no feed and no sitemap may name. */
export function isPublished({ state }: Pick<Article | Issue, 'state'>): boolean {
  return state === 'published';
}
