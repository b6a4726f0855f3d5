/** When a text comes out: on a day, or at a time of that day. */
import { z } from 'zod';
import { finding } from '../words/problems.ts';
import { type Day, day, isDay, releaseMoment, timeZone } from './day.ts';
import { refuse } from './field.ts';
import { fromGermanMoment } from './german-date.ts';

/** A time of day in Europe/Berlin, `HH:MM`. Strings of this form sort by time. */
type ClockTime = string & z.BRAND<'ClockTime'>;

/** A day with a time of day, as {@link releaseSchema} gives it: `2026-12-03T10:00`. */
type DayTime = string & z.BRAND<'DayTime'>;

/** When a text comes out, in one word: a day, or a day with a time. Strings of both forms sort by time. */
export type ReleaseText = Day | DayTime;

/** The same in its two parts, as issues and articles hold it. */
export interface Release {
  publishedOn: Day;
  /** Without one it comes out with the day. */
  publishedTime?: ClockTime | undefined;
}

/** What it is published for: a day and, where it isn't the whole of that day, a moment of it. */
export interface WorkingTime {
  today: Day;
  now?: Temporal.Instant | undefined;
}

const dayAndTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})$/;

/** The release that a text of ours says, `2026-12-03`, `2026-12-03 10:00` or with a T; undefined for anything else. */
export function parseRelease(text: string): Release | undefined {
  if (isDay(text)) return { publishedOn: text };
  const [, date = '', time = ''] = dayAndTime.exec(text) ?? [];
  return isDay(date) && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(time)
    ? { publishedOn: date, publishedTime: time as ClockTime }
    : undefined;
}

/** Front matter's notation of when a text comes out. A German one is refused with the right one. */
export const releaseSchema = z.string().transform((text, context): ReleaseText => {
  const release = parseRelease(text);
  if (!release) {
    const meant = fromGermanMoment(text)?.replace('T', ' ');
    const corrected = meant && parseRelease(meant) ? meant : undefined;
    const isPlainDay = corrected !== undefined && isDay(corrected);
    if (isPlainDay) refuse(context, finding('germanDate', { text, corrected }));
    else if (corrected) refuse(context, finding('notARelease', { text, corrected }));
    else refuse(context, text.includes(':') ? finding('notARelease', { text }) : finding('notADay', { text }));
    return z.NEVER;
  }
  if (!exists(release)) {
    refuse(context, finding('noSuchTime', { text }));
    return z.NEVER;
  }
  return releaseText(release);
});

/** The parts of a release in one word. */
export function releaseText({ publishedOn, publishedTime }: Release): ReleaseText {
  return publishedTime === undefined ? publishedOn : (`${publishedOn}T${publishedTime}` as DayTime);
}

/** The inverse of {@link releaseText}. */
export function releaseOf(text: ReleaseText): Release {
  const [date = '', time] = text.split('T');
  return { publishedOn: day(date), ...(time !== undefined && { publishedTime: time as ClockTime }) };
}

/**
 * The moment of a release with a time; undefined without one. In the hour that a clock shows twice it is the later one:
 * nothing comes out early.
 */
export function timedMoment({ publishedOn, publishedTime }: Release): Temporal.ZonedDateTime | undefined {
  return publishedTime === undefined
    ? undefined
    : Temporal.PlainDateTime.from(`${publishedOn}T${publishedTime}`).toZonedDateTime(timeZone, {
        disambiguation: 'later',
      });
}

/** Whether the clock shows that time at all: in a night of spring it leaps over an hour. */
function exists(release: Release): boolean {
  const moment = timedMoment(release);
  return moment === undefined || moment.toPlainTime().toString({ smallestUnit: 'minute' }) === release.publishedTime;
}

/** Whether a release has come. A day is out with its first minute; for a whole day, so is everything of it. */
export function isOut(release: Release, { today, now }: WorkingTime): boolean {
  if (release.publishedOn !== today) return release.publishedOn < today;
  const moment = timedMoment(release);
  return moment === undefined || now === undefined || Temporal.Instant.compare(moment.toInstant(), now) <= 0;
}

/**
 * The moment of a release for formats that want one: its time, or 08:00 of its day. `place` keeps the order of things that
 * come out together, the first being the newest: a minute earlier each, or with a time a second earlier within its minute.
 */
export function momentOf(release: Release, place = 0): Temporal.ZonedDateTime {
  const moment = timedMoment(release);
  if (!moment) return releaseMoment(release.publishedOn, place);
  return place === 0 ? moment : moment.add({ seconds: Math.max(0, 59 - place) });
}

/** Orders by when things come out; what has no time stands for 08:00. */
export function compareReleases(a: Release, b: Release): number {
  if (a.publishedOn !== b.publishedOn) return a.publishedOn < b.publishedOn ? -1 : 1;
  const time = ({ publishedTime = '08:00' as ClockTime }: Release) => publishedTime;
  return time(a) < time(b) ? -1 : Number(time(a) > time(b));
}
