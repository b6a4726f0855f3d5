import type { Day } from '../model/day.ts';
import type { WorkingTime } from '../model/release.ts';
import { workingTime } from '../settings/working-day.ts';
import { handed } from './handed.ts';
import { settings } from './settings.ts';

/** The moment that a preview shows: it goes on past midnight. */
function previewTime(): WorkingTime {
  return workingTime({ settings, now: Temporal.Now.instant() });
}

/** The day that a build is for. */
export function buildDay(): Day {
  return IS_PREVIEW ? previewTime().today : handed().today;
}

/** The commit that stands in proofs of consent, if it was named. */
export function siteCommit(): string | undefined {
  return IS_PREVIEW ? settings.SITE_COMMIT : handed().commit;
}
