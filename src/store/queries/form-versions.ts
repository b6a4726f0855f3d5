import type { FormVersion } from '../../model/service-facts.ts';
import type { Database, Moment } from '../schema.ts';

/** Keeps what the form says now, for ever: proofs of consent point at it. */
export async function keepFormVersion(db: Database, version: FormVersion, now: Moment): Promise<void> {
  await db
    .insertInto('formVersion')
    .values({ ...version, firstSeenAt: now })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Whether a form with this id was ever shown: a reader may have opened the page before the last build. */
export async function isKnownForm(db: Database, id: string): Promise<boolean> {
  return !!(await db.selectFrom('formVersion').select('id').where('id', '=', id).executeTakeFirst());
}
