/** How long to wait before the next try, by the number of tries so far; the last pause holds from then on. */
const pauses: readonly Temporal.DurationLike[] = [
  { minutes: 1 },
  { minutes: 5 },
  { minutes: 15 },
  { hours: 1 },
  { hours: 4 },
];

/** Longer than every pause. */
export const farOffHours = 5;

/** The pause after so many failed tries (from 1) of one mail. It is tried until there is no more time for it. */
export function pauseAfter(tries: number): Temporal.DurationLike {
  return pauses[Math.min(tries, pauses.length) - 1] ?? {};
}

/** The pause before the server is tried again that was away so many times (from 1) in a row. */
export function pauseForServer(tries: number): Temporal.DurationLike {
  return pauses[Math.min(tries, 3) - 1] ?? {};
}
