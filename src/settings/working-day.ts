import { type Day, today } from '../model/day.ts';
import { releaseOf, timedMoment, type WorkingTime } from '../model/release.ts';
import type { Surroundings } from './surroundings.ts';

type Clock = Pick<Surroundings<'BUILD_DATE'>, 'settings' | 'now'>;

/** The day that is built, checked or sent for: that of `BUILD_DATE`, else today in Berlin. */
export function workingDay(clock: Clock): Day {
  return workingTime(clock).today;
}

/** The moment of it: that of `BUILD_DATE`, all of its day where it names no time; else now. */
export function workingTime({ settings: { BUILD_DATE }, now }: Clock): WorkingTime {
  if (BUILD_DATE === undefined) return { today: today(now), now };
  const release = releaseOf(BUILD_DATE);
  const moment = timedMoment(release)?.toInstant();
  return { today: release.publishedOn, ...(moment && { now: moment }) };
}
