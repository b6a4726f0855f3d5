import type { Database, Moment } from '../schema.ts';
import { atOnce } from './transaction.ts';

/** At most `most` hits of `bucket` since the moment `since`. */
export interface LimitCheck {
  bucket: string;
  since: Moment;
  most: number;
}

/**
 * Counts one more hit in every bucket if none is full, and otherwise in none: what a full bucket turns away takes no
 * room in the others. Returns the full ones in the order given; none if the hit was counted.
 */
export function takeRoom<Check extends LimitCheck>(
  db: Database,
  checks: readonly Check[],
  now: Moment,
): Promise<Check[]> {
  return atOnce(db, async (transaction) => {
    const full: Check[] = [];
    for (const check of checks) if (!(await hasRoom(transaction, check, now))) full.push(check);
    if (full.length > 0) return full;
    const buckets = new Set(checks.map(({ bucket }) => bucket));
    const hits = [...buckets].map((bucket) => ({ bucket, at: now }));
    await transaction.insertInto('limitHit').values(hits).execute();
    return [];
  });
}

/** Forgets what a wrong clock counted after the moment `ahead`. */
export async function forgetHitsAfter(db: Database, ahead: Moment): Promise<void> {
  await db.deleteFrom('limitHit').where('at', '>', ahead).execute();
}

/** Hits from the future were counted by a clock that was wrong: they take no room. */
async function hasRoom(db: Database, { bucket, since, most }: LimitCheck, now: Moment): Promise<boolean> {
  const { hits } = await db
    .selectFrom('limitHit')
    .select(({ fn }) => fn.countAll<number>().as('hits'))
    .where('bucket', '=', bucket)
    .where('at', '>', since)
    .where('at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(hits) < most;
}
