/** Days and times as German text, each with the value that a `<time>` element carries. */
import { type Day, timeZone } from '../../model/day.ts';
import type { EventDate } from '../../model/event.ts';
import type { Release } from '../../model/release.ts';
import { commonWords } from '../../words/phrases.ts';

/** A time for readers and for machines (HTML `time`, ISO 8601). */
export interface TimeText {
  datetime: string;
  text: string;
}

const NBSP = '\u00A0';

const long = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long', year: 'numeric' });
const dayAndMonth = new Intl.DateTimeFormat('de-DE', { day: 'numeric', month: 'long' });
const monthAndYear = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric' });
const withWeekday = new Intl.DateTimeFormat('de-DE', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The line must not break after the number of a day (DIN 5008). */
const unbroken = (text: string) => text.replace(/(\d\.) /g, `$1${NBSP}`);

/** Few days stand on very many pages, and writing one out takes a third of a millisecond. */
const known = new Map<Day, TimeText>();

/** `14. August 2025`. */
export function dayText(day: Day): TimeText {
  const before = known.get(day);
  if (before) return before;
  const text = { datetime: day, text: unbroken(long.format(Temporal.PlainDate.from(day))) };
  known.set(day, text);
  return text;
}

/** `3. Dezember 2026`, with a time `3. Dezember 2026, 10:00 Uhr`. */
export function releaseWords({ publishedOn, publishedTime }: Release): string {
  const { text } = dayText(publishedOn);
  return publishedTime === undefined ? text : `${text}, ${commonWords.clock(publishedTime.replace(/^0/, ''))}`;
}

/** `11. bis 17. August 2025`; month and year are said once where both days share them. */
export function dayRangeText(first: Day, last: Day): string {
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  const sharesYear = from.year === to.year;
  const start = sharesYear && from.month === to.month ? `${from.day}.` : (sharesYear ? dayAndMonth : long).format(from);
  return commonWords.range(unbroken(start), unbroken(long.format(to)));
}

/** The moment that formats ask for, RFC 3339 with Berlin's offset and whole seconds. */
export function momentText(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** When an event is: `Dienstag, 8. Dezember 2026, 9:30 bis 12:00 Uhr`. */
export function eventText({ start, end }: EventDate): string {
  if (end === undefined || end === start) return [weekdayText(start), ...clockText(start)].join(', ');
  if (start.slice(0, 10) !== end.slice(0, 10)) {
    return commonWords.range(
      [weekdayText(start), ...clockText(start)].join(', '),
      [weekdayText(end), ...clockText(end)].join(', '),
    );
  }
  return `${weekdayText(start)}, ${commonWords.clock(commonWords.range(timeOf(start), timeOf(end)))}`;
}

/** The first day of an event in two parts, to be set like a leaf of a calendar: `8` and `Dezember 2026`. */
export function eventDay(start: string): { day: string; month: string } {
  const date = Temporal.PlainDate.from(start);
  return { day: String(date.day), month: monthAndYear.format(date) };
}

/** An event's local time for machines: a day stays a day, a time gets Berlin's offset of that day. */
export function eventMoment(local: string): string {
  if (!local.includes('T')) return local;
  return momentText(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone));
}

function weekdayText(local: string): string {
  return unbroken(withWeekday.format(Temporal.PlainDate.from(local)));
}

function clockText(local: string): string[] {
  return local.includes('T') ? [commonWords.clock(timeOf(local))] : [];
}

function timeOf(local: string): string {
  const { hour, minute } = Temporal.PlainDateTime.from(local);
  return `${hour}:${String(minute).padStart(2, '0')}`;
}
