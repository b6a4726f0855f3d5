/** The pages of single years that lists have where one page would be too long: their addresses, for build and sitemap. */
import { addresses, termPath } from '../../model/address.ts';
import { articlesChange, newest } from '../../model/last-change.ts';
import type { Article, Library } from '../../model/library.ts';
import type { ListedPage } from '../../model/site-pages.ts';
import type { TermKind } from '../../words/terms.ts';
import { correctionYears } from '../issue/corrections.ts';
import { creditYears } from '../legal/credits.ts';
import { listByYear, pathOfYear, yearsOf } from '../parts/by-year.ts';
import { articlesByTerm } from './term-page.ts';

type List = (library: Library) => ListedPage[];

const lists = {
  topics: ofTerms('topics'),
  municipalities: ofTerms('municipalities'),
  software: ofTerms('software'),
  caseStudies: ({ articles }) =>
    ofArticles(
      articles.filter(({ kind }) => kind === 'case-study'),
      addresses.caseStudies,
    ),
  credits: (library) => creditYears(library).map((year) => ({ path: pathOfYear(addresses.credits, year) })),
  corrections: (library) =>
    correctionYears(library).map((year) => ({
      path: pathOfYear(addresses.corrections, year),
      changedOn: newest(library.corrections.map(({ day }) => (day?.startsWith(String(year)) ? day : undefined))),
    })),
} satisfies Record<string, List>;

/** Of a list: the paths of its pages of single years. */
export function yearPaths(list: keyof typeof lists): (library: Library) => string[] {
  return (library) => lists[list](library).map(({ path }) => path);
}

/** Of all lists. */
export function yearPages(library: Library): ListedPage[] {
  return Object.values(lists).flatMap((pagesOf) => pagesOf(library));
}

function ofTerms(kind: TermKind): List {
  return (library) =>
    [...articlesByTerm(library, kind)].flatMap(([slug, articles]) => ofArticles(articles, termPath(kind, slug)));
}

function ofArticles(articles: readonly Article[], path: string): ListedPage[] {
  return yearsOf(articles).map((year) => ({
    path: pathOfYear(path, year),
    changedOn: articlesChange(listByYear(articles, path, year).shown),
  }));
}
