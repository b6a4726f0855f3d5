/** What an e-mail edition says, before it is written as HTML and as plain text: one model for both. */
import type { Root } from 'mdast';
import { addresses } from '../model/address.ts';
import { type Article, type Issue, type Library, type Site, shownArticles } from '../model/library.ts';
import type { MailSettings } from '../model/site.ts';
import { type IssueWeek, weeksIn } from '../model/week.ts';
import type { Note } from '../views/article/article-notes.ts';
import { articleParts, type OpeningLine } from '../views/article/article-parts.ts';
import { type EventLine, eventLine } from '../views/article/event-facts.ts';
import { type CorrectionEntry, correctionsIn } from '../views/issue/corrections.ts';
import { type ImprintSection, imprintSections } from '../views/legal/imprint.ts';
import { dayText } from '../views/parts/date.ts';
import type { Fact } from '../views/parts/facts.ts';
import { explainedRange, issueLabel, weeksText } from '../views/parts/label.ts';
import { isEmpty } from '../views/parts/text.ts';
import { frameWords } from '../words/frame.ts';
import { mailWords } from '../words/mail.ts';
import { type FindPicture, type MailFigure, mailFigure, withPictures } from './pictures.ts';

interface MailLink {
  text: string;
  url: string;
}

export interface MailText {
  tree: Root;
  /** Address of the page that the text stands on. */
  page: string;
  /** The language of the text, where it isn't the mail's. */
  lang?: string | undefined;
}

/** What was wrong in an earlier issue; `url` is the article's. */
interface MailCorrection extends Omit<CorrectionEntry, 'path'> {
  url: string;
}

export interface MailArticle {
  url: string;
  title: string;
  /** Of title, summary and text, where it isn't the mail's. */
  lang: string | undefined;
  /** Date and place, as the contents say them. */
  event: EventLine | undefined;
  opening: OpeningLine[];
  author: string | undefined;
  /** What a machine had to do with the text. */
  making: string | undefined;
  figure: MailFigure | undefined;
  /** Before the text: when and where an event is, the facts of a case study. */
  before: Fact[];
  /** Undefined where only a teaser is sent. */
  body: MailText | undefined;
  /** After the text. */
  after: Fact[];
}

export interface EditionView {
  origin: string;
  site: string;
  subject: string;
  /** What the list of mails shows beside the subject. */
  preview: string;
  label: string;
  date: string;
  /** Days of the week, where the label alone would puzzle. */
  range: string | undefined;
  /** Where in the year the issue is, in per cent of its weeks. */
  week: { before: number; length: number; after: number };
  title: string;
  lead: string;
  /** The same on the web site. */
  url: string;
  figure: MailFigure | undefined;
  editorial: MailText | undefined;
  /** Empty where there is nothing to choose from. */
  contents: (MailLink & { lang?: string | undefined; event: EventLine | undefined })[];
  articles: MailArticle[];
  /** Of what stood in earlier issues. */
  corrections: MailCorrection[];
  why: string;
  imprint: readonly ImprintSection[];
  links: MailLink[];
  /** Said while the publisher is invented. */
  example: string | undefined;
}

/**
 * The e-mail edition of an issue, with absolute addresses at `origin`. All links lead to pages: such within a mail do
 * nothing in Gmail on iOS.
 */
export function editionView(
  library: Library,
  issue: Issue,
  origin: string,
  settings: Pick<MailSettings, 'articles'>,
  find: FindPicture,
): EditionView {
  const { site } = library;
  const articles = shownArticles(issue).map((article) =>
    mailArticle(article, origin, settings.articles === 'full', find),
  );
  const { week, path, title, lead } = issue;
  return {
    origin,
    site: site.title,
    subject: mailWords.subject(site.title, week.extra === undefined ? weeksText(week) : issueLabel(week), title),
    preview: lead,
    label: issueLabel(week),
    date: dayText(issue.publishedOn).text,
    range: explainedRange(issue),
    week: placeInYear(week),
    title,
    lead,
    url: origin + path,
    figure: mailFigure(issue.image, find),
    editorial: isEmpty(issue.body) ? undefined : mailText(issue, origin, find),
    contents:
      articles.length > 1 ? articles.map(({ title: text, url, lang, event }) => ({ text, url, lang, event })) : [],
    articles,
    corrections: correctionsIn(library, issue).map(({ path: at, ...one }) => ({ ...one, url: origin + at })),
    ...footer(site, origin),
  };
}

/** Whole numbers that make a hundred; a week of 53 is as wide as one of 52. */
function placeInYear({ year, week, secondWeek }: IssueWeek): EditionView['week'] {
  const before = Math.min(98, Math.round(((week - 1) / weeksIn(year)) * 100));
  const length = Math.min(100 - before, secondWeek === undefined ? 2 : 4);
  return { before, length, after: 100 - before - length };
}

function mailArticle(article: Article, origin: string, isFull: boolean, find: FindPicture): MailArticle {
  const { opening, lang, author, making, event, facts, notes } = articleParts(article);
  const before = [...event, ...(isFull ? facts : [])];
  return {
    url: origin + article.path,
    title: article.title,
    lang,
    event: eventLine(article),
    opening,
    author,
    making,
    figure: mailFigure(article.image, find),
    before: before.map((fact) => absolute(fact, origin)),
    body: isFull ? { ...mailText(article, origin, find), lang } : undefined,
    after: isFull ? notes.map((note) => absolute(noteFact(note), origin)) : [],
  };
}

/** All notes stand in lines: what a value is can be seen from it, what is said beside it gets into its link. */
function noteFact({ title, values }: Note): Fact {
  return {
    name: title,
    values: values.map(({ text, aside, name: _, ...value }) => ({
      ...value,
      text: aside ? `${text} (${aside})` : text,
    })),
  };
}

function footer(site: Site, origin: string): Pick<EditionView, 'why' | 'imprint' | 'links' | 'example'> {
  const link = (text: string, path: string) => ({ text, url: origin + path });
  return {
    why: mailWords.why(site.title),
    imprint: imprintSections(site),
    links: [
      link(frameWords.imprint, addresses.imprint),
      link(frameWords.privacy, addresses.privacy),
      link(frameWords.accessibility, addresses.accessibility),
      link(frameWords.credits, addresses.credits),
      link(frameWords.feeds, addresses.feeds),
    ],
    example: site.example ? frameWords.example : undefined,
  };
}

function mailText(owner: Article | Issue, origin: string, find: FindPicture): MailText {
  return { tree: withPictures(owner, find), page: origin + owner.path };
}

function absolute({ name, values }: Fact, origin: string): Fact {
  return {
    name,
    values: values.map(({ href, ...value }) => ({ ...value, href: href?.startsWith('/') ? origin + href : href })),
  };
}
