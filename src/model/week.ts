import { type Day, day } from './day.ts';

/** Which week or weeks an issue is for; year and week are those of ISO 8601, not of the calendar. */
export interface IssueWeek {
  /** ISO week-year: 29 December 2025 lies in 2026. */
  year: number;
  week: number;
  /** Second week of a double issue; 1 when the first is the year's last. */
  secondWeek?: number;
  /** 1 for an extra edition, 2 for the second of the same week … */
  extra?: number;
}

const folder = /^(\d{4})-kw(\d{2})(?:-(\d{2}))?(?:-extra(?:-([2-9]))?)?$/;

/** 52 or 53: 28 December always lies in the year's last ISO week. */
export function weeksIn(year: number): number {
  return Temporal.PlainDate.from({ year, month: 12, day: 28 }).weekOfYear ?? 52;
}

const weeksInQuarter = 13;

/** The quarter that a week belongs to as statistics count it, 1 to 4; a 53rd week belongs to the last. */
export function quarterOf(week: number): number {
  return Math.min(4, Math.ceil(week / weeksInQuarter));
}

/** Whether a quarter begins with the week: 1, 14, 27 and 40. */
export function opensQuarter(week: number): boolean {
  return quarterOf(week) > quarterOf(week - 1);
}

/** The day of an ISO week; `weekday` counts from Monday = 1. */
export function dayOfWeek(year: number, week: number, weekday: number): Day {
  const fourthOfJanuary = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const mondayOfFirst = fourthOfJanuary.subtract({ days: fourthOfJanuary.dayOfWeek - 1 });
  return day(mondayOfFirst.add({ weeks: week - 1, days: weekday - 1 }).toString());
}

/** Reads a folder name such as `2025-kw33`, `2025-kw33-34` or `2025-kw33-extra`; undefined if it is of another form. */
export function parseIssueKey(name: string): IssueWeek | undefined {
  const [, year, week, second, extraNumber] = folder.exec(name) ?? [];
  if (!year || !week) return undefined;
  return {
    year: Number(year),
    week: Number(week),
    ...(second && { secondWeek: Number(second) }),
    ...(name.includes('-extra') && { extra: Number(extraNumber ?? 1) }),
  };
}

/** The folder name that is meant by one in another form, such as `2026-KW51`, `kw51-2026` or `2026-5`. */
export function suggestedIssueKey(name: string): string | undefined {
  const numbers = name.match(/\d+/g) ?? [];
  const [year, ...otherYears] = numbers.filter((digits) => digits.length === 4).map(Number);
  const [week, secondWeek, ...more] = numbers.filter((digits) => digits.length < 3).map(Number);
  if (year === undefined || week === undefined || otherYears.length + more.length > 0) return undefined;
  const meant = { year, week, secondWeek, ...(/extra|sonder/i.test(name) && { extra: 1 }) };
  return weekExists(meant) ? issueKey(meant) : undefined;
}

/** The week that a day lies in. */
export function weekOf(date: Day): IssueWeek {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  if (yearOfWeek === undefined || weekOfYear === undefined) throw new Error(`no ISO week: ${date}`);
  return { year: yearOfWeek, week: weekOfYear };
}

/** The folder name of an issue: the inverse of {@link parseIssueKey}. */
export function issueKey({ year, week, secondWeek, extra }: IssueWeek): string {
  return `${year}-${weekSegment({ year, week, secondWeek, extra })}`;
}

/** The week as it stands in the address: `kw33`, `kw33-34`, `kw33-extra`. */
export function weekSegment({ week, secondWeek, extra }: IssueWeek): string {
  const two = (n: number) => String(n).padStart(2, '0');
  const extraPart = extra === undefined ? '' : extra === 1 ? '-extra' : `-extra-${extra}`;
  return `kw${two(week)}${secondWeek === undefined ? '' : `-${two(secondWeek)}`}${extraPart}`;
}

/** Whether the week exists (week 53 only where the year has it) and a second one follows the first. */
export function weekExists({ year, week, secondWeek }: IssueWeek): boolean {
  const last = weeksIn(year);
  if (week < 1 || week > last) return false;
  return secondWeek === undefined || secondWeek === (week === last ? 1 : week + 1);
}

/** Monday of the first and Sunday of the last week that the issue is for. */
export function weekRange({ year, week, secondWeek }: IssueWeek): { first: Day; last: Day } {
  return { first: dayOfWeek(year, week, 1), last: dayOfWeek(year, week + (secondWeek === undefined ? 0 : 1), 7) };
}

/** The Thursday, by which ISO 8601 assigns a week to its year: an issue's day when it names none. */
export function thursdayOf({ year, week }: IssueWeek): Day {
  return dayOfWeek(year, week, 4);
}

/** Negative when `a` is the earlier issue. Extra editions follow the week's regular issue. */
export function compareWeeks(a: IssueWeek, b: IssueWeek): number {
  return a.year - b.year || a.week - b.week || (a.extra ?? 0) - (b.extra ?? 0);
}
