/** How long to wait before the next try, by the number of tries so far; then it is given up. */
const pauses: readonly Temporal.DurationLike[] = [
  { minutes: 1 },
  { minutes: 5 },
  { minutes: 15 },
  { hours: 1 },
  { hours: 4 },
  { hours: 12 },
];

/** The pause after so many failed tries (from 1), undefined when there have been enough. */
export function pauseAfter(tries: number): Temporal.DurationLike | undefined {
  return pauses[tries - 1];
}
