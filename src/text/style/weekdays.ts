import { fromGermanDay } from '../../model/german-date.ts';
import { weekdayNames } from '../../words/problems/style.ts';
import { finding } from '../../words/problems.ts';
import { lineAt, type ReportLine } from '../line-finding.ts';
import type { Passage } from './sentences.ts';

const dated =
  /\b(?<weekday>Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag|Mo|Di|Mi|Do|Fr|Sa|So)s?\.?,?\s+(?:dem\s+|den\s+)?(?<date>\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,}\.?)\s?(?<year>\d{4})?)/gu;

/** Weekdays that don't belong to the date behind them; without a year that of the text's own day is meant. */
export function checkWeekdays(passages: readonly Passage[], year: number, report: ReportLine): void {
  for (const { text, line } of passages) {
    for (const { groups, index, 0: whole } of text.matchAll(dated)) {
      const date = groups?.date?.trim() ?? '';
      const weekday = weekdayIndex(groups?.weekday ?? '');
      // What is told without a year may be of this year or the next.
      const years = groups?.year ? [''] : [String(year), String(year + 1)];
      const days = years.map((of) => weekdayOf(`${date}${of && /\p{L}\.?$/u.test(date) ? ' ' : ''}${of}`));
      const [first] = days;
      if (first === undefined || days.includes(weekday)) continue;
      report(
        lineAt(text, index, line),
        finding('weekdayWrong', { text: whole.trim(), weekday: weekdayNames[first] ?? '' }),
      );
    }
  }
}

function weekdayIndex(word: string): number {
  return word === 'Sonnabend' ? 5 : weekdayNames.findIndex((name) => name.startsWith(word));
}

/** From 0 (Monday); undefined for a day that doesn't exist. */
function weekdayOf(date: string): number | undefined {
  const iso = fromGermanDay(date);
  if (!iso) return undefined;
  try {
    return Temporal.PlainDate.from(iso, { overflow: 'reject' }).dayOfWeek - 1;
  } catch {
    return undefined;
  }
}
