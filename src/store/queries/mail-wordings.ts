import type { Database, MailWordingTable, Moment } from '../schema.ts';

/** The wording of a mail by its version. */
export type MailWording = Omit<MailWordingTable, 'firstSentAt'>;

/** Keeps what a mail says, for ever: proofs of consent name it. */
export async function keepMailWording(db: Database, wording: MailWording, now: Moment): Promise<void> {
  await db
    .insertInto('mailWording')
    .values({ ...wording, firstSentAt: now })
    .onConflict((conflict) => conflict.column('version').doNothing())
    .execute();
}
