/** The list of all case studies. */
import { addresses } from '../../model/address.ts';
import type { Article, Library } from '../../model/library.ts';
import { type Link, type Teaser, teaser } from '../article/teaser.ts';
import { listByYear, yearsOf } from '../parts/by-year.ts';

export interface CaseStudies {
  articles: Teaser[];
  /** The pages of the years, where there are too many for one page. */
  years: Link[];
}

/** Newest first; with a `year`, those of one year. */
export function caseStudies(library: Pick<Library, 'articles'>, year?: number): CaseStudies {
  const { shown, years } = listByYear(allOf(library), addresses.caseStudies, year);
  return { articles: shown.map(teaser), years };
}

/** The years that have a page of their own. */
export function caseStudyYears(library: Pick<Library, 'articles'>): number[] {
  return yearsOf(allOf(library));
}

function allOf({ articles }: Pick<Library, 'articles'>): Article[] {
  return articles.filter(({ kind }) => kind === 'case-study');
}
