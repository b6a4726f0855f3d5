import type { Moment } from './schema.ts';

/** Hours after which what is done every day is overdue: a day, and time for the doing. */
export const dailyHours = 26;

/** A moment as the database keeps it: UTC, to the second. */
export function toMoment(instant: Temporal.Instant): Moment {
  return instant.toString({ smallestUnit: 'second' });
}

/** The moment so many hours (or, negative, before) `instant`. */
export function hoursFrom(instant: Temporal.Instant, hours: number): Moment {
  return toMoment(instant.add({ seconds: Math.round(hours * 3600) }));
}

/** How many hours lie between a moment and `instant`. */
export function hoursBetween(moment: Moment, instant: Temporal.Instant): number {
  return instant.since(Temporal.Instant.from(moment)).total('hours');
}

/** The moment so many calendar years before `instant`, in Berlin, where the periods of law run. */
export function yearsBefore(instant: Temporal.Instant, years: number): Moment {
  return toMoment(instant.toZonedDateTimeISO('Europe/Berlin').subtract({ years }).toInstant());
}

/** A moment within a sentence: `24. November 2026 um 09:00 Uhr`. */
export function momentInSentence(moment: Moment): string {
  const zoned = Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Berlin');
  const day = zoned.toLocaleString('de-DE', { dateStyle: 'long' });
  return `${day} um ${zoned.toLocaleString('de-DE', { timeStyle: 'short' })} Uhr`;
}

/** A moment as it stands in a table or a proof: `24. November 2026, 09:00:00 Uhr`. */
export function readableMoment(moment: Moment): string {
  const zoned = Temporal.Instant.from(moment).toZonedDateTimeISO('Europe/Berlin');
  const day = zoned.toLocaleString('de-DE', { dateStyle: 'long' });
  return `${day}, ${zoned.toLocaleString('de-DE', { timeStyle: 'medium' })} Uhr`;
}
