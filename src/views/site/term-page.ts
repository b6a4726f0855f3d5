/** Topics, municipalities and software: an index of each and a page for every term. */
import { addresses, termPath, topicFeedPath } from '../../model/address.ts';
import { type Article, hasTopicFeed, type Library } from '../../model/library.ts';
import { feedTypes } from '../../model/media-types.ts';
import type { Municipality, Software, Topic } from '../../model/terms.ts';
import { articleWords } from '../../words/articles.ts';
import { archiveWords } from '../../words/issues.ts';
import { commonWords } from '../../words/phrases.ts';
import { termWords } from '../../words/term-pages.ts';
import type { TermKind } from '../../words/terms.ts';
import { type Link, type Teaser, teaser } from '../article/teaser.ts';
import { listByYear, pathOfYear, yearsOf } from '../parts/by-year.ts';
import { type Fact, facts, siteFact, textFact } from '../parts/facts.ts';
import type { FeedLink } from './frame.ts';

interface TermEntry {
  name: string;
  path: string;
  description: string | undefined;
  count: string;
}

export interface TermIndex {
  title: string;
  description: string;
  path: string;
  terms: TermEntry[];
  none: string;
  /** The indexes of the other kinds of terms, where there are any. */
  others: Link[];
}

export interface TermPage {
  /** What kind of term it is: `Thema`. */
  kicker: string;
  name: string;
  path: string;
  /** Where the terms of this kind are listed. */
  index: string;
  description: string | undefined;
  /** For search engines. */
  pageDescription: string;
  facts: Fact[];
  articles: Teaser[];
  /** The pages of its years, where there are too many articles for one page. */
  years: Link[];
  none: string;
  /** A topic has a feed of its own once an article on it has appeared. */
  feed: Link | undefined;
  /** The same for the head of the page. */
  feeds: FeedLink[];
}

const kinds: readonly TermKind[] = ['topics', 'municipalities', 'software'];
const alphabetical = new Intl.Collator('de-DE');

/** The terms of a kind under which something has appeared, in alphabetical order. */
export function termIndex(library: Library, kind: TermKind): TermIndex {
  const { all, description, noneAtAll } = termWords[kind];
  const groups = articlesByTerm(library, kind);
  return {
    title: all,
    description,
    path: addresses[kind],
    terms: library.terms[kind]
      .filter(({ slug }) => groups.has(slug))
      .map(({ name, slug, description: text }) => ({
        name,
        path: termPath(kind, slug),
        description: text,
        count: commonWords.articles(groups.get(slug)?.length ?? 0),
      }))
      .sort((a, b) => alphabetical.compare(a.name, b.name)),
    none: noneAtAll,
    others: kinds
      .filter((other) => other !== kind && articlesByTerm(library, other).size > 0)
      .map((other) => ({ text: termWords[other].all, path: addresses[other] })),
  };
}

/**
 * The page of one term; it exists before anything has appeared, since texts may link to it. With a `year`, that of the
 * articles of one year.
 */
export function termPage(
  library: Library,
  kind: TermKind,
  term: Topic | Municipality | Software,
  year?: number,
): TermPage {
  const { one, pageDescription, none } = termWords[kind];
  const { name, slug, description } = term;
  const { shown, years } = listByYear(articlesByTerm(library, kind).get(slug) ?? [], termPath(kind, slug), year);
  const feed =
    kind === 'topics' && hasTopicFeed(library, term)
      ? { text: termWords.topicFeed(name), path: topicFeedPath(slug) }
      : undefined;
  return {
    kicker: one,
    name: year === undefined ? name : archiveWords.inYear(name, year),
    path: year === undefined ? termPath(kind, slug) : pathOfYear(termPath(kind, slug), year),
    index: addresses[kind],
    description,
    pageDescription: description ?? pageDescription(name),
    facts: termFacts(term),
    articles: shown.map(teaser),
    years,
    none,
    feed,
    feeds: feed ? [{ type: feedTypes.RSS, title: feed.text, path: feed.path }] : [],
  };
}

/** The year of a page of a term's list, by its part of the address. */
export function termYear(library: Library, kind: TermKind, slug: string, year: string | undefined): number | undefined {
  return yearsOf(articlesByTerm(library, kind).get(slug) ?? []).find((one) => String(one) === year);
}

/** The articles of the terms of a kind, by slug. */
export function articlesByTerm(library: Library, kind: TermKind): ReadonlyMap<string, readonly Article[]> {
  return { topics: library.byTopic, municipalities: library.byMunicipality, software: library.bySoftware }[kind];
}

/** Everything that is known of a term; each kind has some of it. */
function termFacts({ seat, state, inhabitants, vendor, website }: Partial<Municipality & Software>): Fact[] {
  const count = inhabitants && termWords.inhabitantsAsOf(groupedNumber(inhabitants.count), inhabitants.asOf);
  return facts(
    [articleWords.seat, [textFact(seat)]],
    [articleWords.state, [textFact(state)]],
    [termWords.inhabitants, [textFact(count)]],
    [termWords.inhabitantsSource, [siteFact(inhabitants?.source)]],
    [termWords.vendor, [textFact(vendor)]],
    [termWords.website, [siteFact(website)]],
  );
}

/** Groups of three from five digits on, parted by a narrow space that does not break (DIN 5008). */
function groupedNumber(count: number): string {
  return count.toLocaleString('de-DE', { useGrouping: 'min2' }).replaceAll('.', '\u202F');
}
