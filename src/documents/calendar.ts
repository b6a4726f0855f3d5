/** An event as a calendar file, RFC 5545. */
import ical, { ICalEventStatus } from 'ical-generator';
import { daysBetween, isDay, releaseMoment, timeZone } from '../model/day.ts';
import { type EventDate, type EventFields, isUndated, writtenDates } from '../model/event.ts';
import type { Article } from '../model/library.ts';
import { eventPlace, eventState } from '../views/article/event-facts.ts';
import { dayText } from '../views/parts/date.ts';
import { eventWords } from '../words/events.ts';
import { calendarWords } from '../words/legal.ts';

const productId = { company: 'Kurrende', product: 'Kurrende', language: 'DE' };

/**
 * The `.ics` file of an article's event, all its dates in one. Times are given in UTC, which needs no time zone data and
 * is exact for each date; whole days stay days, wherever the reader is. Every value comes from the article, so that the
 * bytes change only with it. Throws a TypeError if the article has no event.
 */
export function calendarFile(article: Article, origin: string | URL): string {
  const { event, title, path, publishedOn, updatedOn = publishedOn } = article;
  if (!event) throw new TypeError(`no event: ${article.file}`);
  const calendar = ical({ prodId: productId });
  const state = eventState(event);
  for (const [index, date] of writtenDates(event).entries()) {
    calendar.createEvent({
      id: eventUid(article.id, index),
      sequence: Math.max(0, daysBetween(publishedOn, updatedOn)) + stepOf(event),
      stamp: releaseMoment(updatedOn),
      status: statusOf(event),
      ...eventTime(date),
      summary: state ? eventWords.told(state.title, title) : title,
      location: eventPlace(event),
      description: description(article, event),
      url: new URL(path, origin).href,
    });
  }
  return `${calendar.toString().trimEnd()}\r\n`;
}

/** Until there is a new date, the old one is no more than uncertain (RFC 5545, 3.8.1.11). */
function statusOf(event: EventFields): ICalEventStatus | null {
  if (event.cancelled) return ICalEventStatus.CANCELLED;
  if (isUndated(event)) return ICalEventStatus.TENTATIVE;
  return event.postponed ? ICalEventStatus.CONFIRMED : null;
}

/**
 * By the sequence number calendars know that a file they import again is newer (RFC 5545, 3.8.7.4). It is the days from
 * publication to the last correction, and grows too when an event is postponed, gets its new date or is cancelled
 * without a later one. Taken back, a cancellation needs an `updatedOn` more than three days later.
 */
function stepOf(event: EventFields): number {
  if (event.cancelled) return 3;
  if (isUndated(event)) return 1;
  return event.postponed ? 2 : 0;
}

function description({ summary }: Article, event: EventFields): string {
  const { link, online, registration } = event;
  const state = eventState(event);
  return [
    ...(state ? [eventWords.told(state.title, state.reason)] : []),
    summary,
    ...(online ? [calendarWords.online(online)] : []),
    ...(registration && !event.cancelled && !isUndated(event)
      ? [calendarWords.registration(registration.url, registration.deadline && dayText(registration.deadline).text)]
      : []),
    ...(link ? [calendarWords.moreOn(link)] : []),
  ].join('\n\n');
}

/** The last day is meant by editors and left out by RFC 5545: `DTEND` is the first moment after the event. */
function eventTime({ start, end }: EventDate) {
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

/**
 * The article's id in the form that calendars know, `2026-11-24.unique@authority`: a `tag:` URI's comma would need
 * escaping. Further dates have their place behind it: `2026-11-24.unique.2@authority`.
 */
function eventUid(id: string, index: number): string {
  const [, authority = '', date = '', unique = ''] = /^tag:([^,]+),([^:]+):(.+)$/i.exec(id) ?? [];
  return `${date}.${encodeURIComponent(unique)}${index === 0 ? '' : `.${index + 1}`}@${authority}`;
}
