/** An article and an issue as they stand in lists. */
import { isGerman, languageName } from '../../model/language.ts';
import { type Article, type Issue, shownArticles } from '../../model/library.ts';
import { recall, remembered } from '../../model/remembered.ts';
import { commonWords } from '../../words/phrases.ts';
import { kindWords } from '../../words/terms.ts';
import { dayText, type TimeText } from '../parts/date.ts';
import { explainedRange, issueLabel } from '../parts/label.ts';
import { type PictureFrame, publishedFrame } from '../parts/picture.ts';
import { stateText } from '../parts/state.ts';
import { type EventLine, eventLine } from './event-facts.ts';

export interface Link {
  text: string;
  path: string;
  /** Of the text, where it isn't German. */
  lang?: string;
}

export interface Teaser {
  path: string;
  /** Kind of article and place: `Praxisbericht · Landkreis Wesermarsch`. */
  kicker: string;
  title: string;
  summary: string;
  /** The language of title and summary, where it isn't German. */
  lang: string | undefined;
  /** Date and place of an event. */
  event: EventLine | undefined;
  date: TimeText;
  /** Label of its issue. */
  issue: string;
  picture: PictureFrame | undefined;
  state: string | undefined;
}

export interface IssueTeaser {
  path: string;
  label: string;
  title: string;
  lead: string;
  date: TimeText;
  /** Days of the week, where the label alone would puzzle. */
  range: string | undefined;
  picture: PictureFrame | undefined;
  state: string | undefined;
  headlines: Link[];
  /** What stands in place of the headlines left out. */
  more: string | undefined;
}

const wordsPerMinute = 200;

/** The language of an article's title, summary and text, unless it is German as all around them. */
export function foreignLanguage({ lang }: Pick<Article, 'lang'>): string | undefined {
  return isGerman(lang) ? undefined : lang;
}

/** Kind of article and, where it is about one, the municipality; the language, where it isn't German. */
export function kicker(article: Pick<Article, 'kind' | 'municipality' | 'lang'>): string {
  const lang = foreignLanguage(article);
  return [kindWords[article.kind], article.municipality?.name, lang && languageName(lang)]
    .filter((part) => part)
    .join(' · ');
}

/** How long reading takes, in whole minutes and never none. */
export function readingTime(words: number): string {
  return commonWords.minutes(Math.max(1, Math.round(words / wordsPerMinute)));
}

export const teaser = remembered(
  (article: Article): Teaser => ({
    path: article.path,
    kicker: kicker(article),
    title: article.title,
    summary: article.summary,
    lang: foreignLanguage(article),
    event: eventLine(article),
    date: dayText(article.publishedOn),
    issue: issueLabel(article.issue.week),
    picture: publishedFrame(article.image),
    state: stateText(article),
  }),
);

/** The title of an article as a link. */
function headline(article: Article): Link {
  const lang = foreignLanguage(article);
  return { text: article.title, path: article.path, ...(lang && { lang }) };
}

/** An issue with its headlines, at most as many as given. */
export function issueTeaser(issue: Issue, limit: number = Number.POSITIVE_INFINITY): IssueTeaser {
  return recall(issue, makeIssueTeaser, limit, () => makeIssueTeaser(issue, limit));
}

function makeIssueTeaser(issue: Issue, limit: number): IssueTeaser {
  const articles = shownArticles(issue);
  // One headline takes no more room than the words that would stand for it.
  const shown = articles.length === limit + 1 ? articles : articles.slice(0, limit);
  return {
    path: issue.path,
    label: issueLabel(issue.week),
    title: issue.title,
    lead: issue.lead,
    date: dayText(issue.publishedOn),
    range: explainedRange(issue),
    picture: publishedFrame(issue.image),
    state: stateText(issue),
    headlines: shown.map(headline),
    more: shown.length < articles.length ? commonWords.moreArticles(articles.length - shown.length) : undefined,
  };
}
