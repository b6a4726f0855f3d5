/** What was put right after it had come out, and which issue tells those who got the mistake. */
import { type Article, type Correction, type Issue, isPublished } from './library.ts';
import { compareWeeks } from './week.ts';

/** The corrections and withdrawals of what has come out, the newest first, those without a day last. */
export function correctionsOf(issues: readonly Issue[]): Correction[] {
  return issues
    .flatMap(({ articles }) => articles)
    .filter(isPublished)
    .flatMap(correctionOf)
    .sort(
      (a, b) => (b.day ?? '').localeCompare(a.day ?? '') || compareWeeks(b.article.issue.week, a.article.issue.week),
    );
}

/** An article that was corrected and then withdrawn has both: what an issue once told stays told. */
function correctionOf(article: Article): Correction[] {
  const { withdrawn, withdrawnOn, correction, updatedOn } = article;
  return [
    ...(withdrawn ? [{ article, kind: 'withdrawn' as const, sentence: withdrawn, day: withdrawnOn }] : []),
    ...(correction && updatedOn ? [{ article, kind: 'corrected' as const, sentence: correction, day: updatedOn }] : []),
  ];
}

/**
 * The corrections that each issue passes on, in the order given: to its readers goes what was put right up to its day
 * and since the issue before, unless the article is its own.
 */
export function correctionsByIssue(
  corrections: readonly Correction[],
  issues: readonly Issue[],
): Map<Issue, Correction[]> {
  const inOrder = issues.toSorted((a, b) => a.publishedOn.localeCompare(b.publishedOn) || compareWeeks(a.week, b.week));
  const told = new Map<Issue, Correction[]>();
  for (const correction of corrections) {
    const { day, article } = correction;
    const issue =
      day && inOrder.find(({ publishedOn, week }) => publishedOn >= day && compareWeeks(week, article.issue.week) > 0);
    if (issue) told.set(issue, [...(told.get(issue) ?? []), correction]);
  }
  return told;
}
