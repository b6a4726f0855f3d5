import type { Day } from '../model/day.ts';
import { issueKey } from '../model/week.ts';

/** The key of a regular issue for the ISO week in which a day lies, or some weeks later. */
export function weekKeyOf(day: Day, weeksLater = 0): string {
  const { yearOfWeek = 0, weekOfYear = 0 } = Temporal.PlainDate.from(day).add({ weeks: weeksLater });
  return issueKey({ year: yearOfWeek, week: weekOfYear });
}
