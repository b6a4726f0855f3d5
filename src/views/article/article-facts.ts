/** What stands beside an article's text: facts of a case study, terms. */
import { termPath } from '../../model/address.ts';
import type { Person } from '../../model/article.ts';
import type { Article } from '../../model/library.ts';
import type { Software, Topic } from '../../model/terms.ts';
import { articleWords } from '../../words/articles.ts';
import type { TermKind } from '../../words/terms.ts';
import { dayText } from '../parts/date.ts';
import { type Fact, type FactValue, facts, textFact } from '../parts/facts.ts';

/** Name and, if known, function. */
export function personText({ name, function: role }: Person): string {
  return role ? `${name}, ${role}` : name;
}

/** Who wrote an article: of several each with the function in brackets, since commas part them. */
export function authorsText(authors: readonly Person[]): string | undefined {
  const [only] = authors;
  if (!only) return undefined;
  if (authors.length === 1) return articleWords.by([personText(only)]);
  return articleWords.by(
    authors.map(({ name, function: role }) => (role ? articleWords.withFunction(name, role) : name)),
  );
}

/** What a machine had to do with the text and who answers for it; nothing where none had a hand in it. */
export function makingText({ ai = 'none', reviewedBy, reviewedOn }: Article): string | undefined {
  if (ai === 'none') return undefined;
  const reviewed =
    reviewedBy && reviewedOn
      ? [articleWords.reviewed(personText(reviewedBy) + (reviewedBy.function ? ',' : ''), dayText(reviewedOn).text)]
      : [];
  return [articleWords.ai[ai], ...reviewed].join(' ');
}

function termFact(kind: TermKind, term: Topic | Software | undefined): FactValue | undefined {
  return term && { text: term.name, href: termPath(kind, term.slug) };
}

/** The facts of a case study; other articles have none. */
export function articleFacts({ kind, municipality, software }: Article): Fact[] {
  if (kind !== 'case-study') return [];
  return facts(
    [articleWords.municipality, [termFact('municipalities', municipality)]],
    [articleWords.seat, [textFact(municipality?.seat)]],
    [articleWords.state, [textFact(municipality?.state)]],
    [articleWords.software, software.map((one) => termFact('software', one))],
  );
}

/** The terms that an article stands under, without those that its facts name. */
export function placement({ kind, topics, municipality, software }: Article): Fact[] {
  const hasFacts = kind === 'case-study';
  return facts(
    [articleWords.topics, topics.map((topic) => termFact('topics', topic))],
    [articleWords.municipality, [hasFacts ? undefined : termFact('municipalities', municipality)]],
    [articleWords.software, hasFacts ? [] : software.map((one) => termFact('software', one))],
  );
}
