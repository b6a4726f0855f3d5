import type { Issue } from '../model/library.ts';
import { momentOf } from '../model/release.ts';
import { toMoment } from '../store/moments.ts';
import { lastTime } from '../store/queries/last-times.ts';
import type { Database, Moment } from '../store/schema.ts';
import { lastMailing } from './choose.ts';

/**
 * When a backup was put back, if that was after the issue came out or its mailing began, and no end of that is known: it may have
 * gone out, or further out, between backup and then. Mailed again it would come twice.
 */
export async function restoredSince(db: Database, issue: Issue): Promise<Moment | undefined> {
  const restoredAt = await lastTime(db, 'restored');
  if (restoredAt === undefined) return undefined;
  const last = await lastMailing(db, issue);
  if (last?.finishedAt) return undefined;
  const begun = last?.startedAt ?? toMoment(momentOf(issue).toInstant());
  return begun <= restoredAt ? restoredAt : undefined;
}
