import { z } from 'zod';
import { finding } from '../words/problems.ts';
import { refuse } from './field.ts';
import { fromGermanDay } from './german-date.ts';

/** A calendar day in Europe/Berlin, written `YYYY-MM-DD` (ISO 8601). Strings of this form sort by time. */
export type Day = string & z.BRAND<'Day'>;

export const timeZone = 'Europe/Berlin';

const iso = /^\d{4}-\d{2}-\d{2}$/;

/** Whether `text` is a day of the Gregorian calendar in ISO form: 2026-02-29 is not. */
export function isDay(text: string): text is Day {
  if (!iso.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** The day as a value of the type; throws on anything else, so only for text that the product itself made. */
export function day(text: string): Day {
  if (!isDay(text)) throw new Error(`not a day: ${text}`);
  return text;
}

/** The ISO form of a day in German notation (`14.8.2025` → `2025-08-14`), if it is one that exists. */
export function fromGermanDate(text: string): Day | undefined {
  const candidate = fromGermanDay(text);
  return candidate !== undefined && isDay(candidate) ? candidate : undefined;
}

/** Front matter's notation of a day. A German date is refused with its corrected value. */
export const daySchema = z.string().transform((text, context): Day => {
  if (isDay(text)) return text;
  const corrected = fromGermanDate(text);
  refuse(context, corrected ? finding('germanDate', { text, corrected }) : finding('notADay', { text }));
  return z.NEVER;
});

/** Today in Berlin at the given instant. */
export function today(now: Temporal.Instant): Day {
  return day(now.toZonedDateTimeISO(timeZone).toPlainDate().toString());
}

/** Whole days from `a` to `b`, negative when `b` is earlier. */
export function daysBetween(a: Day, b: Day): number {
  return Temporal.PlainDate.from(a).until(Temporal.PlainDate.from(b), { largestUnit: 'days' }).days;
}

/**
 * The moment that stands for a day where a format wants one: 08:00 in Berlin, less `minutesEarlier`,
 * so that things of one day keep their order; never a moment of the day before.
 */
export function releaseMoment(date: Day, minutesEarlier = 0): Temporal.ZonedDateTime {
  const midnight = Temporal.PlainDate.from(date).toZonedDateTime(timeZone);
  const moment = midnight.withPlainTime('08:00').subtract({ minutes: minutesEarlier });
  return Temporal.ZonedDateTime.compare(moment, midnight) < 0 ? midnight : moment;
}
