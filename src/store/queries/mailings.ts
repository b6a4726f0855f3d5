import type { Selectable } from 'kysely';
import type { Database, DeliveryState, MailingTable, Moment } from '../schema.ts';
import { atOnce } from './transaction.ts';

export type Mailing = Selectable<MailingTable>;
export type NewMailing = Omit<Mailing, 'number' | 'finishedAt'>;

/** How many deliveries of a mailing are in which state. */
export type DeliveryCounts = Record<DeliveryState, number>;

/** The mailings of an issue, the newest first. */
export function mailingsOf(db: Database, issue: string): Promise<Mailing[]> {
  return db.selectFrom('mailing').selectAll().where('issue', '=', issue).orderBy('number', 'desc').execute();
}

/** How many subscribers a mailing that starts now would have. */
export async function activeSubscribers(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('subscriber')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Starts the next mailing of an issue with one queued delivery for each active subscriber, all at once or not at all. */
export function startMailing(db: Database, mailing: NewMailing): Promise<Mailing> {
  return atOnce(db, async (transaction) => {
    const { last } = await transaction
      .selectFrom('mailing')
      .select(({ fn }) => fn.max('number').as('last'))
      .where('issue', '=', mailing.issue)
      .executeTakeFirstOrThrow();
    const started = { ...mailing, number: (last ?? 0) + 1, finishedAt: null };
    await transaction.insertInto('mailing').values(started).execute();
    await transaction
      .insertInto('delivery')
      .columns(['mailing', 'recipient', 'state', 'attempts', 'nextAttemptAt'])
      .expression(({ selectFrom, val }) =>
        selectFrom('subscriber')
          .select([
            val(mailing.id).as('mailing'),
            'id as recipient',
            val<DeliveryState>('queued').as('state'),
            val(0).as('attempts'),
            val(mailing.startedAt).as('nextAttemptAt'),
          ])
          .where('status', '=', 'active')
          // As they are sent: then those that are noted together lie side by side.
          .orderBy('id'),
      )
      .execute();
    return started;
  });
}

/**
 * The same, where `last` is the number of the newest mailing of the issue (0 for none). Undefined where somebody else started
 * one meanwhile.
 */
export function startMailingAfter(db: Database, last: number, mailing: NewMailing): Promise<Mailing | undefined> {
  return atOnce(db, async (transaction) => {
    const [newest] = await mailingsOf(transaction, mailing.issue);
    return (newest?.number ?? 0) === last ? startMailing(transaction, mailing) : undefined;
  });
}

/** Ends a mailing, unless other senders have something of it in hand. Returns whether it did. */
export async function finishMailing(db: Database, id: string, now: Moment): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('mailing')
    .set({ finishedAt: now })
    .where('id', '=', id)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery').select('state').where('mailing', '=', id).where('state', 'in', ['queued', 'claimed']),
        ),
      ),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** A mailing that was finished has something to send again. */
export async function reopenMailing(db: Database, id: string): Promise<void> {
  await db.updateTable('mailing').set({ finishedAt: null }).where('id', '=', id).execute();
}

export async function countDeliveries(db: Database, mailing: string): Promise<DeliveryCounts> {
  const rows = await db
    .selectFrom('delivery')
    .select(['state', ({ fn }) => fn.countAll<number>().as('count')])
    .where('mailing', '=', mailing)
    .groupBy('state')
    .execute();
  const counts: DeliveryCounts = { queued: 0, claimed: 0, accepted: 0, failed: 0, unknown: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}
