import { deliveriesKeptYears, type ServiceFacts } from '../model/service-facts.ts';
import { emptyLog, forgetDeleted } from '../store/database.ts';
import { hoursFrom, toMoment, yearsBefore } from '../store/moments.ts';
import { lastTime, noteTime } from '../store/queries/last-times.ts';
import { type Purged, purge } from '../store/queries/purge.ts';
import type { Database } from '../store/schema.ts';
import { type ClockJump, clockJump, trustClock } from './clock.ts';
import { longestWindowHours } from './limits.ts';

/** What was deleted, or why nothing was. */
export type Tidied = { kind: 'purged'; purged: Purged } | ({ kind: 'clock' } & ClockJump);

/**
 * Deletes what the data protection notice gives no more time to, from every file of the database. By a clock that jumped
 * it deletes nothing, unless whoever asks says that it is right.
 */
export async function tidyUp(
  db: Database,
  { confirmWithinHours, unconfirmedKeptDays, proofKeptYears }: ServiceFacts['periods'],
  now: Temporal.Instant,
  { isClockRight = false } = {},
): Promise<Tidied> {
  const jump = isClockRight ? undefined : await clockJump(db, now);
  if (jump) return { kind: 'clock', ...jump };
  await trustClock(db, now, confirmWithinHours);
  const purged = await purge(db, {
    requestedAt: hoursFrom(now, -24 * unconfirmedKeptDays),
    withdrawnAt: yearsBefore(now, proofKeptYears),
    limitHitAt: hoursFrom(now, -longestWindowHours),
    mailingStartedAt: yearsBefore(now, deliveriesKeptYears),
  });
  const isDue = ((await lastTime(db, 'rewrite')) ?? '') <= hoursFrom(now, -24);
  if (isDue || Object.values(purged).some((count) => count > 0)) {
    const isForgotten = await forgetDeleted(db);
    if (isForgotten) await noteTime(db, 'rewrite', toMoment(now));
  }
  await emptyLog(db);
  return { kind: 'purged', purged };
}
