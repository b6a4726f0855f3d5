/** An event as editors write it down: when, where, how to get in, and what has become of it. */
import { z } from 'zod';
import { eventDateHelp, eventHelp, registrationHelp } from '../words/fields/article.ts';
import { eventDateForm, eventForm, registrationForm } from '../words/forms/article.ts';
import { finding } from '../words/problems.ts';
import { type Day, day, daySchema, isDay } from './day.ts';
import { described, evenIfIncomplete, prose, refuse, webAddress } from './field.ts';
import { fromGermanMoment } from './german-date.ts';

/** Local time in Europe/Berlin: `2026-02-10` for whole days or `2026-02-10T09:30`. */
const moment = z.string().superRefine((text, context) => {
  if (isMoment(text)) return;
  const meant = fromGermanMoment(text);
  refuse(context, finding('notAMoment', { text, ...(meant && isMoment(meant) && { corrected: meant }) }));
});

/** Temporal knows more forms, among them some with an offset from another time zone. */
function isMoment(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2})?$/.test(text)) return false;
  try {
    Temporal.PlainDateTime.from(text);
    return true;
  } catch {
    return false;
  }
}

/** When an event, or one of its dates, is; both ends with a time of day or both without. */
export interface EventDate {
  start: string;
  end?: string | undefined;
}

/** Both ends are of one form and in their order. */
function checkOrder({ start, end }: EventDate, context: z.RefinementCtx): void {
  if (!end || !isMoment(start) || !isMoment(end)) return;
  const wholeDays = [start, end].map((text) => !text.includes('T'));
  if (wholeDays[0] !== wholeDays[1] || end < start) {
    refuse(context, finding('eventEndsEarly', { start, end }), ['end']);
  }
}

const dateSchema = z
  .strictObject(described({ start: moment, end: moment.optional() }, eventDateHelp, eventDateForm))
  .superRefine(checkOrder);

const registrationSchema = z.strictObject(
  described(
    { url: webAddress, text: prose.optional(), deadline: daySchema.optional() },
    registrationHelp,
    registrationForm,
  ),
);

export const eventSchema = z
  .strictObject(
    described(
      {
        start: moment,
        end: moment.optional(),
        furtherDates: z.array(dateSchema).default([]),
        place: prose.optional(),
        online: webAddress.optional(),
        link: webAddress.optional(),
        registration: registrationSchema.optional(),
        cancelled: prose.optional(),
        postponed: prose.optional(),
        /** The first date as it was announced, once a new one is known (schema.org `previousStartDate`). */
        previousStart: moment.optional(),
      },
      eventHelp,
      eventForm,
    ),
  )
  .superRefine(({ place, online }, context) => {
    // An empty field is told as such.
    if (place === undefined && !online) refuse(context, finding('eventPlaceMissing', {}), ['place']);
  }, evenIfIncomplete)
  .superRefine((event, context) => {
    checkOrder(event, context);
    const { start, cancelled, postponed, previousStart } = event;
    if (cancelled && postponed) refuse(context, finding('eventStateTwice', {}), ['postponed']);
    if (previousStart && !postponed) refuse(context, finding('previousStartAlone', {}), ['previousStart']);
    if (previousStart === start) refuse(context, finding('previousStartSame', { start }), ['previousStart']);
    checkDeadline(event, context);
  });

type Dates = EventDate & { furtherDates?: EventDate[] };

/** Nobody registers for what is over. */
function checkDeadline(event: Dates & { registration?: { deadline?: unknown } | undefined }, context: z.RefinementCtx) {
  const deadline = String(event.registration?.deadline);
  if (!isDay(deadline) || !writtenDates(event).every(({ start, end = start }) => isMoment(start) && isMoment(end)))
    return;
  const last = lastDayOf(event);
  if (deadline > last) refuse(context, finding('deadlineLate', { deadline, last }), ['registration', 'deadline']);
}

export type EventFields = z.output<typeof eventSchema>;

/** The dates as they are written, the first before the further ones; calendars know each by its place. */
export function writtenDates({ start, end, furtherDates = [] }: Dates): EventDate[] {
  return [{ start, end }, ...furtherDates];
}

/** The dates in the order of time. */
export function datesOf(event: Dates): EventDate[] {
  return writtenDates(event).sort((a, b) => a.start.localeCompare(b.start));
}

/** The day on which the last of the dates ends. */
export function lastDayOf(event: Dates): Day {
  const [last = event.start] = writtenDates(event)
    .map(({ start, end = start }) => end)
    .sort()
    .reverse();
  return day(last.slice(0, 10));
}

/** Postponed, and nobody knows yet to when: the dates given no longer hold. */
export function isUndated({ postponed, previousStart }: Pick<EventFields, 'postponed' | 'previousStart'>): boolean {
  return postponed !== undefined && previousStart === undefined;
}
