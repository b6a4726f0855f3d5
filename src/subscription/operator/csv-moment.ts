import { toMoment } from '../../store/moments.ts';
import type { Moment } from '../../store/schema.ts';

/**
 * A moment as lists write it, to the second or the minute: `2024-03-01T09:00:00Z`, or, meant as the time in Berlin,
 * `2024-03-01 09:00` and `01.03.2024 09:00`. Undefined for any other text, for a day without a time of day (it proves no
 * consent), and for a moment after `now`.
 */
export function pastMoment(text: string, now: Temporal.Instant): Moment | undefined {
  try {
    const instant = readInstant(text);
    return Temporal.Instant.compare(instant, now) <= 0 ? toMoment(instant) : undefined;
  } catch {
    return undefined;
  }
}

function readInstant(text: string): Temporal.Instant {
  if (/(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return Temporal.Instant.from(text);
  const [, day, month, year, rest = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4}),? +(.+)$/.exec(text) ?? [];
  const local = day ? `${year}-${month?.padStart(2, '0')}-${day.padStart(2, '0')} ${rest}` : text;
  const [, date = '', time = ''] = /^(\d{4}-\d\d-\d\d)[T ](\d{1,2}:\d\d(?::\d\d)?)(?: Uhr)?$/.exec(local) ?? [];
  const full = time.replace(/^\d:/, '0$&');
  return Temporal.PlainDateTime.from(`${date}T${full}`).toZonedDateTime('Europe/Berlin').toInstant();
}
