/** The sign of the publication: the year as a ruler of its ISO weeks. */
import { type IssueWeek, opensQuarter, weeksIn } from '../model/week.ts';

export interface Tick {
  week: number;
  /** Pixels from the left edge of the drawing. */
  x: number;
  /** The first week of a quarter as statistics count it: 1, 14, 27, 40. */
  startsQuarter: boolean;
  /** The issue's week; two of them for a double issue inside of one year. */
  marked: boolean;
}

/** One tick a week, evenly from `left` to `right`: 52, or 53 where the year has that week. */
export function rulerOf({ year, week, secondWeek }: IssueWeek, left: number, right: number): Tick[] {
  const count = weeksIn(year);
  return Array.from({ length: count }, (_, index) => ({
    week: index + 1,
    x: left + ((right - left) * index) / (count - 1),
    startsQuarter: opensQuarter(index + 1),
    // The second week of a double issue over New Year is the first of the next year's ruler.
    marked: index + 1 === week || (secondWeek === index + 1 && secondWeek > week),
  }));
}

/** Where the number stands: over the mark, or between the two of a double issue. */
export function markCentre(ticks: readonly Tick[]): number {
  const marked = ticks.filter((tick) => tick.marked);
  return marked.reduce((sum, { x }) => sum + x, 0) / marked.length;
}

/** What is set large: the week, or both of a double issue. */
export function weekNumbers({ week, secondWeek }: IssueWeek): [number, number?] {
  return secondWeek === undefined ? [week] : [week, secondWeek];
}
