/** An event as a calendar file, RFC 5545. */
import ical from 'ical-generator';
import { daysBetween, isDay, releaseMoment, timeZone } from '../model/day.ts';
import type { Article } from '../model/library.ts';
import { calendarWords } from '../words/legal.ts';

const productId = { company: 'Kurrende', product: 'Kurrende', language: 'DE' };

/**
 * The `.ics` file of an article's event. Times are given in UTC, which needs no time zone data and is exact for a
 * single event; whole days stay days, wherever the reader is. Every value comes from the article, so that the
 * bytes change only with it. Throws a TypeError if the article has no event.
 */
export function calendarFile(article: Article, origin: string | URL): string {
  const { event, title, summary, path, publishedOn, updatedOn = publishedOn } = article;
  if (!event) throw new TypeError(`no event: ${article.file}`);
  const calendar = ical({ prodId: productId });
  calendar.createEvent({
    id: eventUid(article.id),
    // Grows with each correction, by which calendars know that a file they import again is newer (RFC 5545, 3.8.7.4).
    sequence: Math.max(0, daysBetween(publishedOn, updatedOn)),
    stamp: releaseMoment(updatedOn),
    ...eventTime(event),
    summary: title,
    location: event.place,
    description: [summary, ...(event.link ? [calendarWords.moreOn(event.link)] : [])].join('\n\n'),
    url: new URL(path, origin).href,
  });
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** The last day is meant by editors and left out by RFC 5545: `DTEND` is the first moment after the event. */
function eventTime({ start, end }: NonNullable<Article['event']>) {
  if (isDay(start)) {
    const lastDay = Temporal.PlainDate.from(end ?? start);
    return { allDay: true, start: Temporal.PlainDate.from(start), end: lastDay.add({ days: 1 }) };
  }
  // `DTEND` must be later than `DTSTART`; without one the event takes no time.
  return { start: inBerlin(start), ...(end !== undefined && end !== start && { end: inBerlin(end) }) };
}

function inBerlin(local: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone);
}

/** The article's id in the form that calendars know, `2026-11-24.unique@authority`: a `tag:` URI's comma would need escaping. */
function eventUid(id: string): string {
  const [, authority = '', date = '', unique = ''] = /^tag:([^,]+),([^:]+):(.+)$/i.exec(id) ?? [];
  return `${date}.${encodeURIComponent(unique)}@${authority}`;
}
