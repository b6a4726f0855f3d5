/** Moments of entries and feeds. */

/** The later of two moments. */
export function later(a: Temporal.ZonedDateTime, b: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.compare(a, b) < 0 ? b : a;
}

/** As RSS wants it: RFC 822 with a year of four digits, in GMT. */
export function rfc822(moment: Temporal.ZonedDateTime): string {
  return new Date(moment.epochMilliseconds).toUTCString();
}
