import type { Day } from '../model/day.ts';
import { contentOnDisk } from '../reader/files/content-folder.ts';
import { createReader } from '../reader/read.ts';
import { workingDay } from '../settings/working-day.ts';
import { settings, siteRoot } from './settings.ts';

/** The reader of the organisation's folder; one for the process, so that it remembers unchanged files. */
export const readProject = createReader(contentOnDisk(siteRoot));

/** The day that a build is for; a preview goes on past midnight. */
export function buildDay(): Day {
  return workingDay({ settings, now: Temporal.Now.instant() });
}
