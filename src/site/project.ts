import { env } from 'node:process';
import { type Day, isDay, today } from '../model/day.ts';
import { contentOnDisk } from '../reader/files/content-folder.ts';
import { createReader } from '../reader/read.ts';
import { siteRoot } from '../settings/site-root.ts';

/** The commit that is built, if the machine says so; it stands in every proof of consent. */
export const siteCommit = env.SITE_COMMIT || undefined;

/** The reader of that folder; one for the process, so that it remembers unchanged files. */
export const readProject = createReader(contentOnDisk(siteRoot));

/** The day that a build is for: `BUILD_DATE`, else today in Berlin. Throws a RangeError if BUILD_DATE is no day. */
export function buildDay(): Day {
  const fixed = env.BUILD_DATE;
  if (!fixed) return today(Temporal.Now.instant());
  if (!isDay(fixed)) throw new RangeError(fixed);
  return fixed;
}
