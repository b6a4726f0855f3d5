/** What was corrected or withdrawn: what an issue tells of earlier ones, and the list of it all. */
import { addresses } from '../../model/address.ts';
import type { Correction, Issue, Library } from '../../model/library.ts';
import { articleWords } from '../../words/articles.ts';
import { correctionWords } from '../../words/corrections.ts';
import { foreignLanguage, type Link } from '../article/teaser.ts';
import { byYear, itemsByYear, yearsIn } from '../parts/by-year.ts';
import { dayText } from '../parts/date.ts';
import { issueLabel } from '../parts/label.ts';

export interface CorrectionEntry {
  /** `Berichtigt am 20. August 2025`. */
  state: string;
  /** The article's, and the issue's that it stood in. */
  title: string;
  /** The language of the title, where it isn't German. */
  lang?: string;
  issue: string;
  path: string;
  sentence: string;
}

export interface CorrectionsPage {
  title: string;
  description: string;
  years: { year: string; entries: CorrectionEntry[] }[];
  /** The pages of the years, where there are too many for one page. */
  pages: Link[];
}

/** What an issue has to tell of earlier ones. */
export function correctionsIn(
  { correctionsIn: told }: Pick<Library, 'correctionsIn'>,
  issue: Issue,
): CorrectionEntry[] {
  return (told.get(issue) ?? []).map(entry);
}

/** By the year in which it was put right, the newest first; with a `page`, those of that year. */
export function correctionsPage({ corrections }: Pick<Library, 'corrections'>, page?: number): CorrectionsPage {
  const { shown, years: pages } = itemsByYear(corrections, correctionsByYear, addresses.corrections, page);
  const byYear = Map.groupBy(shown, ({ day }) => day?.slice(0, 4) ?? correctionWords.undated);
  return {
    title: correctionWords.title,
    description: correctionWords.description,
    years: [...byYear].map(([year, ofYear]) => ({ year, entries: ofYear.map(entry) })),
    pages,
  };
}

/** The years that have a page of their own. */
export function correctionYears({ corrections }: Pick<Library, 'corrections'>): number[] {
  return yearsIn(corrections, correctionsByYear);
}

/** Of what nobody wrote down the day of, that of the issue. */
const correctionsByYear = byYear(({ day, article }: Correction) => Number(day?.slice(0, 4) ?? article.issue.week.year));

function entry({ article, kind, sentence, day }: Correction): CorrectionEntry {
  const lang = foreignLanguage(article);
  return {
    state: stateOf(kind, day && dayText(day).text),
    title: article.title,
    ...(lang && { lang }),
    issue: issueLabel(article.issue.week),
    path: article.path,
    sentence,
  };
}

function stateOf(kind: Correction['kind'], day: string | undefined): string {
  if (day === undefined) return correctionWords.withdrawnSomeDay;
  return kind === 'withdrawn' ? correctionWords.withdrawn(day) : articleWords.corrected(day);
}
