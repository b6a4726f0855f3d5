/** The page of an article, and what is left of it when it has been withdrawn. */
import { termPath } from '../../model/address.ts';
import { datesOf, isUndated } from '../../model/event.ts';
import { type Article, articleMoment, correctionMoment, type Library, shownArticles } from '../../model/library.ts';
import type { PublishedPicture } from '../../model/picture.ts';
import type { Topic } from '../../model/terms.ts';
import { outlineOf } from '../../text/heading-ids.ts';
import { articleWords } from '../../words/articles.ts';
import { correctionWords } from '../../words/corrections.ts';
import { frameWords } from '../../words/frame.ts';
import type { Neighbour } from '../issue/issue-page.ts';
import { dayText, eventDay, momentText, type TimeText } from '../parts/date.ts';
import type { Fact } from '../parts/facts.ts';
import { figuresOf } from '../parts/figure.ts';
import { issueLabel } from '../parts/label.ts';
import { type PictureFrame, pictureFrame } from '../parts/picture.ts';
import { type SocialCard, socialCard } from '../parts/social-card.ts';
import { stateText } from '../parts/state.ts';
import { pageText } from '../parts/text.ts';
import { type Todos, withTodos } from '../parts/todo.ts';
import { placement } from './article-facts.ts';
import { correctionId, type Note } from './article-notes.ts';
import { type ArticleParts, articleParts } from './article-parts.ts';
import { foreignLanguage, type Link, readingTime, type Teaser, teaser } from './teaser.ts';

interface Byline {
  date: TimeText;
  readingTime: string;
  issue: Link;
  /** Says that the article was corrected and leads to what was. */
  corrected: Link | undefined;
}

export interface ArticlePage extends ArticleParts {
  path: string;
  title: string;
  summary: string;
  state: string | undefined;
  /** What is missing, of a draft in the preview. */
  todos: Todos | undefined;
  byline: Byline;
  /** RFC 3339. */
  publishedAt: string;
  updatedAt: string | undefined;
  picture: PictureFrame | undefined;
  card: SocialCard | undefined;
  /** Every picture that the page shows. */
  pictures: (PublishedPicture | undefined)[];
  /** The parts of a longer text, as signposts beside it. */
  outline: Link[];
  /** The day of an event, to be set large; `isOff` if nothing takes place on it. */
  eventDay: { day: string; month: string; isOff: boolean } | undefined;
  html: string;
  /** Topics and other terms that the article stands under. */
  placement: Fact[];
  neighbours: Neighbour[];
  more: { title: string; topic: Link; articles: Teaser[] } | undefined;
}

export interface WithdrawnPage {
  path: string;
  title: string;
  text: string;
  /** `Zurückgezogen am 20. August 2025`, if the day is known. */
  withdrawnOn: string | undefined;
  reason: string;
  issue: Link;
}

const shownMore = 3;
const fewestParts = 3;

/** What a withdrawn article's address says: that it is, why, and nothing else of it. */
export function withdrawnPage(article: Article, reason: string): WithdrawnPage {
  return {
    path: article.path,
    title: articleWords.withdrawn,
    text: articleWords.withdrawnText,
    withdrawnOn: article.withdrawnOn && correctionWords.withdrawn(dayText(article.withdrawnOn).text),
    reason: articleWords.reason(reason),
    issue: { text: articleWords.backToIssue(issueLabel(article.issue.week)), path: article.issue.path },
  };
}

export function articlePage(library: Library, article: Article, todos?: Todos): ArticlePage {
  const { path, title, summary, date, state } = teaser(article);
  const parts = articleParts(article);
  const changed = correctionMoment(article);
  const more = moreOnTopic(library, article);
  return {
    ...parts,
    path,
    title,
    summary,
    state: state ?? stateText(article.issue),
    todos,
    byline: {
      date,
      readingTime: readingTime(article.words),
      issue: { text: issueLabel(article.issue.week), path: article.issue.path },
      corrected: correctedLink(parts.notes),
    },
    publishedAt: momentText(articleMoment(article)),
    updatedAt: changed && momentText(changed),
    picture: pictureFrame(article.image),
    card: socialCard(article),
    pictures: [article.image, ...article.pictures, ...(more?.articles ?? []).map(({ picture }) => picture)].map(
      (one) => one?.shown,
    ),
    outline: outline(article),
    eventDay: leaf(article),
    html: pageText(withTodos(article.body, todos), {
      idPrefix: article.slug,
      ownLang: parts.lang && frameWords.language,
      picture: figuresOf(article.pictures, { eager: !article.image, lang: parts.lang && frameWords.language }),
    }),
    placement: placement(article),
    neighbours: neighbours(article),
    more,
  };
}

function leaf({ event }: Article): ArticlePage['eventDay'] {
  if (!event) return undefined;
  const [{ start } = event] = datesOf(event);
  return { ...eventDay(start), isOff: event.cancelled !== undefined || isUndated(event) };
}

/** A short text needs no signposts. */
function outline({ body, slug }: Article): Link[] {
  const parts = outlineOf(body, slug);
  return parts.length < fewestParts ? [] : parts.map(({ id, text }) => ({ text, path: `#${id}` }));
}

function correctedLink(notes: readonly Note[]): Link | undefined {
  const correction = notes.find(({ id }) => id === correctionId);
  return correction && { text: correction.title, path: `#${correctionId}` };
}

function neighbours(article: Article): Neighbour[] {
  const others = shownArticles(article.issue);
  const place = others.indexOf(article);
  const at = (relation: string, other: Article | undefined): Neighbour[] =>
    other ? [{ relation, title: other.title, path: other.path, lang: foreignLanguage(other) }] : [];
  return [...at(articleWords.previous, others[place - 1]), ...at(articleWords.next, others[place + 1])];
}

/** From other issues, since those of its own are its neighbours; by the first topic that has some. */
function moreOnTopic({ byTopic }: Library, article: Article): ArticlePage['more'] {
  const newestOn = ({ slug }: Topic) =>
    (byTopic.get(slug) ?? [])
      .values()
      .filter(({ issue }) => issue !== article.issue)
      .take(shownMore)
      .toArray();
  for (const topic of article.topics) {
    const articles = newestOn(topic);
    if (articles.length === 0) continue;
    return {
      title: articleWords.moreOn(topic.name),
      topic: { text: articleWords.allOn(topic.name), path: termPath('topics', topic.slug) },
      articles: articles.map(teaser),
    };
  }
  return undefined;
}
