import { type Day, today } from '../model/day.ts';
import type { Surroundings } from './surroundings.ts';

/** The day that is built, checked or sent for: `BUILD_DATE`, else today in Berlin. */
export function workingDay({ settings, now }: Pick<Surroundings<'BUILD_DATE'>, 'settings' | 'now'>): Day {
  return settings.BUILD_DATE ?? today(now);
}
