import { hoursFrom, toMoment } from '../store/moments.ts';
import { lastTime, newestRow, noteTime } from '../store/queries/last-times.ts';
import { forgetHitsAfter } from '../store/queries/limits.ts';
import { setRequestsRight } from '../store/queries/requests.ts';
import type { Database, Moment } from '../store/schema.ts';

/** So far a clock may go in one step, since a service may be off for weeks; nobody leaves it off for longer unnoticed. */
const mostDays = 30;

/** A clock that stands where it can't: `known` is the last moment that is sure. */
export interface ClockJump {
  known: Moment;
}

/**
 * Whether the clock stands more than thirty days from the last moment that is sure: the last time it was found right,
 * or the newest row. Undefined if it doesn't. Nothing may be deleted by a clock that jumped.
 */
export async function clockJump(db: Database, now: Temporal.Instant): Promise<ClockJump | undefined> {
  const known = (await lastTime(db, 'clock')) ?? (await newestRow(db));
  if (known === undefined) return undefined;
  const isNear = known >= hoursFrom(now, -24 * mostDays) && known <= hoursFrom(now, 24 * mostDays);
  return isNear ? undefined : { known };
}

/**
 * Notes that the clock is right, and sets right what it noted while it wasn't: what lies ahead of now by more than the
 * hour that a clock may be put back.
 */
export async function trustClock(db: Database, now: Temporal.Instant, confirmWithinHours: number): Promise<void> {
  const known = await lastTime(db, 'clock');
  const isAhead = known !== undefined && known > toMoment(now) && known <= hoursFrom(now, 24 * mostDays);
  // Put back a little, it must not lower what is sure: at the next start it may be right again.
  if (!isAhead) await noteTime(db, 'clock', toMoment(now));
  const ahead = hoursFrom(now, 1);
  await forgetHitsAfter(db, ahead);
  await setRequestsRight(db, { now: toMoment(now), ahead, expiresAt: hoursFrom(now, 1 + confirmWithinHours) });
}
