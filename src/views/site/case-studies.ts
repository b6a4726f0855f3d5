/** The list of all case studies. */
import type { Library } from '../../model/library.ts';
import { type Teaser, teaser } from '../article/teaser.ts';

/** Newest first. */
export function caseStudies({ articles }: Pick<Library, 'articles'>): Teaser[] {
  return articles.filter(({ kind }) => kind === 'case-study').map(teaser);
}
