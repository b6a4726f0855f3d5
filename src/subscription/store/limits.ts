import type { Database, Moment } from '../schema.ts';

/** At most `most` hits of `bucket` since the moment `since`. */
export interface LimitCheck {
  bucket: string;
  since: Moment;
  most: number;
}

/**
 * Counts one more hit in every bucket if none is full, and otherwise in none: what a full bucket turns away takes no
 * room in the others. Returns the first full one, undefined if there was room everywhere.
 */
export function takeRoom(db: Database, checks: readonly LimitCheck[], now: Moment): Promise<LimitCheck | undefined> {
  return db.transaction().execute(async (transaction) => {
    const full = await firstFull(transaction, checks);
    if (full) return full;
    const buckets = new Set(checks.map(({ bucket }) => bucket));
    await transaction
      .insertInto('limitHit')
      .values([...buckets].map((bucket) => ({ bucket, at: now })))
      .execute();
    return undefined;
  });
}

/** The first bucket without room. Counts nothing; all are looked at, so that the answer takes the same time. */
export async function firstFull(db: Database, checks: readonly LimitCheck[]): Promise<LimitCheck | undefined> {
  const full: LimitCheck[] = [];
  for (const check of checks) {
    const { hits } = await db
      .selectFrom('limitHit')
      .select(({ fn }) => fn.countAll<number>().as('hits'))
      .where('bucket', '=', check.bucket)
      .where('at', '>', check.since)
      .executeTakeFirstOrThrow();
    if (Number(hits) >= check.most) full.push(check);
  }
  return full[0];
}
