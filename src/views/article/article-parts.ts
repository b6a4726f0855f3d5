/** What an article says around its text, put together once: page, feeds and mail set the same parts, each in its way. */
import type { ArticleFrontMatter } from '../../model/article.ts';
import type { Image } from '../../model/image-credit.ts';
import type { Article } from '../../model/library.ts';
import type { Fact } from '../parts/facts.ts';
import { articleFacts, authorsText, makingText } from './article-facts.ts';
import { articleNotes, type Note } from './article-notes.ts';
import { eventFacts } from './event-facts.ts';
import { foreignLanguage, kicker } from './teaser.ts';

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
  lang: everywhere,
  'author.name': inFull,
  'author.function': ['page', 'mail', 'data'],
  ai: inFull,
  'reviewedBy.name': ['page', 'feeds', 'mail'],
  'reviewedBy.function': ['page', 'feeds', 'mail'],
  reviewedOn: ['page', 'feeds', 'mail'],
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
  'attachments.description': ['page', 'feeds', 'mail'],
  related: ['page', 'feeds', 'mail'],
  'related.title': ['page', 'feeds', 'mail'],
  'related.url': ['page', 'feeds', 'mail'],
  image: everywhere,
  pictures: inFull,
  formerAddresses: { notShown: 'leads readers of an old link to the article' },
  'styleExceptions.rule': { notShown: 'a note for those who edit the text' },
  'styleExceptions.reason': { notShown: 'a note for those who edit the text' },
};

/** A line above the text, by the form that it is set in: a deck is any line below the title. */
export interface OpeningLine {
  role: 'kicker' | 'title' | 'deck' | 'lead';
  text: string;
  /** Where it isn't German. */
  lang?: string;
}

export interface ArticleParts {
  opening: OpeningLine[];
  /** The language of title, summary and text, where it isn't German. */
  lang: string | undefined;
  author: string | undefined;
  /** What a machine had to do with the text: said before it (Art. 50 (5) Regulation (EU) 2024/1689). */
  making: string | undefined;
  /** When and where an event is. */
  event: Fact[];
  /** A case study at a glance. */
  facts: Fact[];
  /** After the text. */
  notes: Note[];
}

/** The parts of an article, its text aside. */
export function articleParts(article: Article): ArticleParts {
  const { title, subtitle, summary, authors } = article;
  const lang = foreignLanguage(article);
  const own = lang ? { lang } : {};
  return {
    opening: [
      { role: 'kicker', text: kicker(article) },
      { role: 'title', text: title, ...own },
      ...(subtitle ? [{ role: 'deck' as const, text: subtitle, ...own }] : []),
      { role: 'lead', text: summary, ...own },
    ],
    lang,
    author: authorsText(authors),
    making: makingText(article),
    event: eventFacts(article),
    facts: articleFacts(article),
    notes: articleNotes(article),
  };
}
