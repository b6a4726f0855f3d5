/** What became of the deliveries of a mailing, and what an operator does about it. */
import type { Database, DeliveryFailure, Moment } from '../schema.ts';

/** Drops what is queued for those who left or were paused: nothing was sent to them, and nothing will be. */
export async function dropQueuedOfLeavers(db: Database, mailing: string): Promise<void> {
  await db
    .deleteFrom('delivery')
    .where('mailing', '=', mailing)
    .where('state', '=', 'queued')
    .where('recipient', 'not in', activeIds(db))
    .execute();
}

export interface UnknownDelivery {
  email: string;
  claimedAt: Moment | null;
  messageId: string | null;
}

/** The deliveries whose end nobody knows, with what finds them in the mail server's log. */
export function unknownDeliveries(db: Database, mailing: string): Promise<UnknownDelivery[]> {
  return db
    .selectFrom('delivery')
    .innerJoin('consent', 'consent.id', 'delivery.recipient')
    .select(['consent.email', 'delivery.claimedAt', 'delivery.messageId'])
    .where('mailing', '=', mailing)
    .where('state', '=', 'unknown')
    .orderBy('claimedAt')
    .orderBy('email')
    .execute();
}

export interface FailedDelivery {
  email: string;
  /** The server's last answer, its code included. */
  replyText: string | null;
  failure: DeliveryFailure | null;
}

/** The deliveries that failed, with the answers of their servers. */
export function failedDeliveries(db: Database, mailing: string): Promise<FailedDelivery[]> {
  return db
    .selectFrom('delivery')
    .innerJoin('consent', 'consent.id', 'delivery.recipient')
    .select(['consent.email', 'delivery.replyText', 'delivery.failure'])
    .where('mailing', '=', mailing)
    .where('state', '=', 'failed')
    .orderBy('failure')
    .orderBy('email')
    .execute();
}

/** How many `requeue` would queue. */
export async function countAgain(db: Database, mailing: string, state: 'unknown' | 'failed'): Promise<number> {
  const { count } = await db
    .selectFrom('delivery')
    .select((eb) => eb.fn.countAll().as('count'))
    .where('mailing', '=', mailing)
    .where('state', '=', state)
    .where('recipient', 'in', activeIds(db))
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Queues what is unknown or failed once more, of those who still get mail. */
export async function requeue(db: Database, mailing: string, state: 'unknown' | 'failed', now: Moment): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ state: 'queued', owner: null, failure: null, settledAt: null, nextAttemptAt: now, attempts: 0 })
    .where('mailing', '=', mailing)
    .where('state', '=', state)
    .where('recipient', 'in', activeIds(db))
    .execute();
}

/** The operator knows that what is unknown arrived; returns how many there were. */
export async function acceptUnknown(db: Database, mailing: string, now: Moment): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set({ state: 'accepted', settledAt: now })
    .where('mailing', '=', mailing)
    .where('state', '=', 'unknown')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

const activeIds = (db: Database) => db.selectFrom('subscriber').select('id').where('status', '=', 'active');
