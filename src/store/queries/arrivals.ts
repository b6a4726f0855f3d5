/** Whether mailings came to the mailbox that proves it. */
import type { ArrivalTable, Database, Moment } from '../schema.ts';

/** A mailing's delivery to the mailbox that proves its arrival. */
export interface ProvingDelivery {
  mailing: string;
  issueKey: string;
  number: number;
  messageId: string | null;
  /** When our server took it, or refused it. */
  settledAt: Moment | null;
  state: string;
}

/** What was sent to an address since a moment, the newest first. */
export function deliveriesTo(db: Database, addressKey: string, since: Moment): Promise<ProvingDelivery[]> {
  return db
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
    .innerJoin('consent', 'consent.id', 'delivery.recipient')
    .select([
      'mailing.id as mailing',
      'mailing.issueKey',
      'mailing.number',
      'delivery.messageId',
      'delivery.settledAt',
      'delivery.state',
    ])
    .where('consent.addressKey', '=', addressKey)
    .where('delivery.state', 'in', ['accepted', 'failed', 'unknown'])
    .where('mailing.startedAt', '>=', since)
    .orderBy('mailing.startedAt', 'desc')
    .execute();
}

export function arrivalOf(db: Database, mailing: string): Promise<ArrivalTable | undefined> {
  return db.selectFrom('arrival').selectAll().where('mailing', '=', mailing).executeTakeFirst();
}

/** Keeps what is known of a mailing's arrival. */
export async function keepArrival(db: Database, arrival: ArrivalTable): Promise<void> {
  const { mailing: _mailing, ...known } = arrival;
  await db
    .insertInto('arrival')
    .values(arrival)
    .onConflict((conflict) => conflict.column('mailing').doUpdateSet(known))
    .execute();
}

/** When the last mailing was sent, if it should have come: sent before a moment, and not there. */
export async function missedSince(db: Database, before: Moment): Promise<Moment | undefined> {
  const last = await db
    .selectFrom('arrival')
    .innerJoin('mailing', 'mailing.id', 'arrival.mailing')
    .select(['arrival.sentAt', 'arrival.arrivedAt'])
    .orderBy('mailing.startedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last && !last.arrivedAt && last.sentAt < before ? last.sentAt : undefined;
}
