import type { Root } from 'mdast';
import type { AccessibilityStatementFrontMatter } from './accessibility-statement.ts';
import type { ArticleFrontMatter, Person } from './article.ts';
import { type Day, releaseMoment } from './day.ts';
import type { EasyLanguageFrontMatter } from './easy-language.ts';
import type { IssueFrontMatter } from './issue.ts';
import type { Logo } from './logo.ts';
import type { OwnPageFrontMatter } from './own-page.ts';
import type { Picture, PublishedPicture } from './picture.ts';
import type { PrivacyNoticeFrontMatter } from './privacy-notice.ts';
import { momentOf, type Release } from './release.ts';
import { remembered } from './remembered.ts';
import type { SiteFrontMatter } from './site.ts';
import type { Municipality, Software, Terms, Topic } from './terms.ts';
import type { IssueWeek } from './week.ts';

/** Draft and scheduled things exist in `dev` only; a build never sees them. */
export type State = 'published' | 'draft' | 'scheduled';

/** A file of the organisation's that is published unchanged. */
export interface Attachment {
  title: string;
  description?: string;
  file: string;
  path: string;
  mediaType: string;
  bytes: number;
  /** Where the file lies on disk. */
  location: string;
}

/** Where the parts of a draft stand in its file, so that the preview can mark at its place what is missing. */
export interface DraftPlaces {
  /** The lines at which the blocks of its text begin. */
  blocks: readonly (number | undefined)[];
  /** The lines at which its fields begin, where the head can't be read as a whole. */
  fields: readonly { name: string; line: number }[];
  /** The files that its records of pictures in the text name, in their order. */
  pictures: readonly (string | undefined)[];
}

/** The pictures of an issue or article. */
interface Illustrated {
  image?: Picture;
  /** Those in the text. */
  pictures: Picture[];
  /** The drawn title picture, where no picture of its own is published. Put here by images/prepare. */
  titlePicture?: PublishedPicture;
}

/** A page that an article leads to: an address, or a path of the site. */
export interface RelatedLink {
  title: string;
  href: string;
  /** Of the title, where it isn't German. */
  lang?: string;
}

/** What the front matter of an article names and the library holds as what it is. */
type Resolved = 'author' | 'topics' | 'municipality' | 'software' | 'attachments' | 'related' | keyof Illustrated;

/** The text of a page's own. */
export interface Text {
  /** Set in German typography, its links resolved to paths of the site. */
  body: Root;
  /** Changes whenever `body` does, and is known without it; undefined where nobody counts. */
  textVersion?: string;
}

export interface Article extends Omit<ArticleFrontMatter, Resolved | 'publishedOn'>, Release, Illustrated, Text {
  id: string;
  number: number;
  slug: string;
  path: string;
  state: State;
  issue: Issue;
  /** Whether the last day to register for its event is past; depends on the day of the build. */
  isRegistrationOver: boolean;
  topics: Topic[];
  municipality?: Municipality;
  software: Software[];
  authors: Person[];
  attachments: Attachment[];
  related: RelatedLink[];
  words: number;
  /** Path of the Markdown file, for messages. */
  file: string;
  /** Of a draft, which only the preview's library holds. */
  places?: DraftPlaces;
}

export interface Issue extends Omit<IssueFrontMatter, keyof Illustrated | 'publishedOn'>, Release, Illustrated, Text {
  id: string;
  key: string;
  week: IssueWeek;
  path: string;
  state: State;
  /** In the order of their numbers; withdrawn ones included. */
  articles: Article[];
  file: string;
  /**
   * Changes whenever anything does that its folder says, whatever becomes of its texts and of what they name; undefined
   * where nobody counts.
   */
  factsVersion?: string;
  places?: DraftPlaces;
}

/** What was put right after it had come out. */
export interface Correction {
  article: Article;
  kind: 'corrected' | 'withdrawn';
  /** What was wrong, or why the article was taken back. */
  sentence: string;
  /** Undefined for a withdrawal of which nobody wrote down the day. */
  day: Day | undefined;
}

/** Its text is the lead on the home page. */
export interface Site extends Omit<SiteFrontMatter, 'logo'>, Text {
  logo?: Logo;
}

/** Its text is further remarks, as that of the accessibility statement. */
export interface PrivacyNotice extends PrivacyNoticeFrontMatter, Text {}

export interface AccessibilityStatement extends AccessibilityStatementFrontMatter, Text {}

export interface EasyLanguagePage extends EasyLanguageFrontMatter, Text {}

/** What lies in `content/legal/`, by the names of its files. */
export interface LegalTexts {
  datenschutz: PrivacyNotice;
  barrierefreiheit: AccessibilityStatement;
  leichteSprache?: EasyLanguagePage;
}

/** A page of the organisation's own. */
export interface OwnPage extends OwnPageFrontMatter, Text {
  slug: string;
  path: string;
  state: Exclude<State, 'scheduled'>;
  file: string;
  places?: DraftPlaces;
}

export interface Collection {
  site: Site;
  legal: LegalTexts;
  terms: Terms;
  issues: readonly Issue[];
  pages: readonly OwnPage[];
}

/** All that is published, in the orders and groups that pages, feeds and mail ask for; made once, then only read. */
export interface Library extends Collection {
  /** Newest first. */
  issues: readonly Issue[];
  /** Newest first; without withdrawn ones. */
  articles: readonly Article[];
  /** In the order of their titles, as menus have them. */
  pages: readonly OwnPage[];
  years: readonly number[];
  issuesOf: ReadonlyMap<number, readonly Issue[]>;
  articlesOf: ReadonlyMap<number, readonly Article[]>;
  /** By slug of the term, newest first; without withdrawn ones. */
  byTopic: ReadonlyMap<string, readonly Article[]>;
  byMunicipality: ReadonlyMap<string, readonly Article[]>;
  bySoftware: ReadonlyMap<string, readonly Article[]>;
  newer: ReadonlyMap<Issue, Issue>;
  older: ReadonlyMap<Issue, Issue>;
  /** Of what has come out: newest first. */
  corrections: readonly Correction[];
  /** Those that an issue passes on to its readers. */
  correctionsIn: ReadonlyMap<Issue, readonly Correction[]>;
  /** From a former address to today's. */
  redirects: readonly { from: string; to: string }[];
}

/** The instant by which an article is dated in feeds: its number keeps the order of what comes out together. */
export const articleMoment = remembered(
  (article: Release & Pick<Article, 'number'>): Temporal.ZonedDateTime => momentOf(article, article.number),
);

/** The instant of an article's last correction: 08:00 of its day, and not before the article itself. */
export function correctionMoment(
  article: Release & Pick<Article, 'number' | 'updatedOn'>,
): Temporal.ZonedDateTime | undefined {
  if (article.updatedOn === undefined) return undefined;
  const [written, own] = [releaseMoment(article.updatedOn), articleMoment(article)];
  return Temporal.ZonedDateTime.compare(written, own) < 0 ? own : written;
}

/**
 * Whether a topic has a feed: from the first article on it that is out. A preview's library holds other articles too,
 * and readers' programs keep what they once saw.
 */
export function hasTopicFeed({ byTopic }: Pick<Library, 'byTopic'>, { slug }: Topic): boolean {
  return byTopic.get(slug)?.some(isPublished) ?? false;
}

/** Whether it is out. The preview's library holds drafts and what is to come, which no feed and no sitemap may name. */
export function isPublished({ state }: Pick<Article | Issue | OwnPage, 'state'>): boolean {
  return state === 'published';
}

/** Whether its page shows it: a withdrawn article leaves nothing but the reason. */
export function isShown({ withdrawn }: Pick<Article, 'withdrawn'>): boolean {
  return !withdrawn;
}

/** The articles of an issue that its readers see, in their order; in a preview drafts too. */
export function shownArticles({ articles }: Pick<Issue, 'articles'>): Article[] {
  return articles.filter(isShown);
}

/** Those of them that are out, also in a preview: what feeds and search engines are told of. */
export function publishedArticles(issue: Pick<Issue, 'articles'>): Article[] {
  return shownArticles(issue).filter(isPublished);
}

/** The pages of an issue that show something: its own, then its articles'. */
export function shownPages(issue: Issue): (Issue | Article)[] {
  return [issue, ...shownArticles(issue)];
}
