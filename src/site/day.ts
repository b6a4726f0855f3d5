import type { Day } from '../model/day.ts';
import { workingDay } from '../settings/working-day.ts';
import { handed } from './handed.ts';
import { settings } from './settings.ts';

/** The day that a build is for; a preview goes on past midnight. */
export function buildDay(): Day {
  return IS_PREVIEW ? workingDay({ settings, now: Temporal.Now.instant() }) : handed().today;
}

/** The commit that stands in proofs of consent, if it was named. */
export function siteCommit(): string | undefined {
  return IS_PREVIEW ? settings.SITE_COMMIT : handed().commit;
}
