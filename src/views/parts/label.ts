/** What an issue is called: by its ISO week, never by the calendar year. */
import type { Issue } from '../../model/library.ts';
import { type IssueWeek, weekRange } from '../../model/week.ts';
import { issueWords } from '../../words/issues.ts';
import { dayRangeText } from './date.ts';

/** `Ausgabe 33. KW 2025`, `Ausgabe 33./34. KW 2025`, `Sonderausgabe 33. KW 2025`. */
export function issueLabel(week: IssueWeek): string {
  return issueWords.label(weeksText(week), week.extra);
}

/** `33. KW 2025`, `33./34. KW 2025`. */
export function weeksText({ year, week, secondWeek }: IssueWeek): string {
  const numbers = secondWeek === undefined ? `${week}.` : `${week}./${secondWeek}.`;
  // A double issue over New Year ends in the first week of the next ISO year.
  const years = secondWeek === 1 ? `${year}/${year + 1}` : String(year);
  return issueWords.weeks(numbers, years);
}

/** The number within the periodical for catalogues: `33/2025`, unique over the years (schema.org `issueNumber`). */
export function issueNumber({ year, week, secondWeek, extra }: IssueWeek): string {
  const weeks = secondWeek === undefined ? String(week) : `${week}-${secondWeek}`;
  const extraPart = extra === undefined ? '' : extra === 1 ? '-extra' : `-extra-${extra}`;
  return `${weeks}/${year}${extraPart}`;
}

/** Monday to Sunday of the week or weeks: `11. bis 17. August 2025`. */
function weekRangeText(week: IssueWeek): string {
  const { first, last } = weekRange(week);
  return dayRangeText(first, last);
}

/** The range of days where the label alone would puzzle: an issue of week 1 of 2026 that came out in 2025. */
export function explainedRange({ week, publishedOn }: Pick<Issue, 'week' | 'publishedOn'>): string | undefined {
  if (publishedOn.startsWith(`${week.year}-`)) return undefined;
  return issueWords.range(weekRangeText(week), week.secondWeek !== undefined);
}
