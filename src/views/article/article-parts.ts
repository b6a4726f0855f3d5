/** What an article says around its text, put together once: page, feeds and mail set the same parts, each in its way. */
import type { ArticleFrontMatter } from '../../model/article.ts';
import type { Image } from '../../model/image-credit.ts';
import type { Article } from '../../model/library.ts';
import { articleWords } from '../../words/articles.ts';
import type { Fact } from '../parts/facts.ts';
import { articleFacts, personText } from './article-facts.ts';
import { articleNotes, type Note } from './article-notes.ts';
import { eventFacts } from './event-facts.ts';
import { kicker } from './teaser.ts';

/** What readers have an article in; `data` is the JSON-LD of its page, for machines. */
export type Output = 'page' | 'lists' | 'feeds' | 'mail' | 'data';

/** A picture is one field: what its record holds is said wherever the picture is. */
type PathIn<Value, Name extends string> = Value extends readonly (infer Entry)[]
  ? PathIn<Entry, Name>
  : Value extends string | number | boolean
    ? Name
    : Image extends Value
      ? Name
      : `${Name}.${FieldPath<Value>}`;
type FieldPath<Value> = {
  [Name in keyof Value & string]-?: PathIn<NonNullable<Value[Name]>, Name>;
}[keyof Value & string];

/** A field that an editor fills in, by its path; entries of lists count as the list itself: `people.name`. */
export type ArticleField = FieldPath<ArticleFrontMatter>;

const everywhere = ['page', 'lists', 'feeds', 'mail', 'data'] as const;
const inFull = ['page', 'feeds', 'mail', 'data'] as const;

/** Where readers find each field, or why they don't. A new field compiles only with a line here; a test proves each. */
export const articlePlaces: Record<ArticleField, readonly Output[] | { notShown: string }> = {
  id: ['feeds', 'data'],
  title: everywhere,
  subtitle: inFull,
  kind: ['page', 'lists', 'mail', 'data'],
  summary: everywhere,
  publishedOn: ['page', 'lists', 'feeds', 'data'],
  updatedOn: inFull,
  correction: inFull,
  draft: { notShown: 'decides whether the article is out; the preview says so' },
  withdrawn: ['page'],
  withdrawnOn: ['page'],
  'author.name': inFull,
  'author.function': ['page', 'mail', 'data'],
  'contact.name': ['page', 'feeds', 'mail'],
  'contact.function': ['page', 'feeds', 'mail'],
  'contact.email': ['page', 'feeds', 'mail'],
  'contact.phone': ['page', 'feeds', 'mail'],
  'source.title': inFull,
  'source.url': inFull,
  topics: ['page', 'feeds', 'data'],
  municipality: everywhere,
  software: inFull,
  'people.name': inFull,
  'people.function': inFull,
  'releasedBy.name': { notShown: 'kept as the proof that the administration agreed' },
  'releasedBy.function': { notShown: 'kept as the proof that the administration agreed' },
  'releasedBy.on': { notShown: 'kept as the proof that the administration agreed' },
  'event.start': everywhere,
  'event.end': everywhere,
  'event.furtherDates.start': inFull,
  'event.furtherDates.end': inFull,
  'event.place': everywhere,
  'event.online': inFull,
  'event.link': inFull,
  'event.registration.url': ['page', 'feeds', 'mail'],
  'event.registration.text': ['page', 'feeds', 'mail'],
  'event.registration.deadline': ['page', 'feeds', 'mail'],
  'event.cancelled': everywhere,
  'event.postponed': everywhere,
  'event.previousStart': inFull,
  'attachments.file': ['page', 'feeds', 'mail'],
  'attachments.title': ['page', 'feeds', 'mail'],
  image: everywhere,
  pictures: inFull,
  formerAddresses: { notShown: 'leads readers of an old link to the article' },
};

/** A line above the text, by the form that it is set in: a deck is any line below the title. */
export interface OpeningLine {
  role: 'kicker' | 'title' | 'deck' | 'lead';
  text: string;
}

export interface ArticleParts {
  opening: OpeningLine[];
  author: string | undefined;
  /** When and where an event is. */
  event: Fact[];
  /** A case study at a glance. */
  facts: Fact[];
  /** After the text. */
  notes: Note[];
}

/** The parts of an article, its text aside. */
export function articleParts(article: Article): ArticleParts {
  const { title, subtitle, summary, author } = article;
  return {
    opening: [
      { role: 'kicker', text: kicker(article) },
      { role: 'title', text: title },
      ...(subtitle ? [{ role: 'deck' as const, text: subtitle }] : []),
      { role: 'lead', text: summary },
    ],
    author: author && articleWords.by(personText(author)),
    event: eventFacts(article),
    facts: articleFacts(article),
    notes: articleNotes(article),
  };
}
