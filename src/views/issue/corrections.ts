/** What was corrected or withdrawn: what an issue tells of earlier ones, and the list of it all. */
import type { Correction, Issue, Library } from '../../model/library.ts';
import { articleWords } from '../../words/articles.ts';
import { correctionWords } from '../../words/corrections.ts';
import { foreignLanguage } from '../article/teaser.ts';
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
}

/** What an issue has to tell of earlier ones. */
export function correctionsIn(
  { correctionsIn: told }: Pick<Library, 'correctionsIn'>,
  issue: Issue,
): CorrectionEntry[] {
  return (told.get(issue) ?? []).map(entry);
}

/** By the year in which it was put right, the newest first. */
export function correctionsPage({ corrections }: Pick<Library, 'corrections'>): CorrectionsPage {
  const byYear = Map.groupBy(corrections, ({ day }) => day?.slice(0, 4) ?? correctionWords.undated);
  return {
    title: correctionWords.title,
    description: correctionWords.description,
    years: [...byYear].map(([year, ofYear]) => ({ year, entries: ofYear.map(entry) })),
  };
}

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
