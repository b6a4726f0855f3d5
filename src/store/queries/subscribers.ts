import type { Selectable } from 'kysely';
import type { ConsentTable, Database, Moment, SubscriberTable, WithdrawalWay } from '../schema.ts';
import { allNames, domainRenames } from './domain-renames.ts';
import { addLeavers } from './leavers.ts';
import { among } from './listed.ts';
import { atOnce } from './transaction.ts';

export type Subscriber = Selectable<SubscriberTable>;

/** Who a mail goes to; the token of its links to unsubscribe follows from the id. */
export type ActiveSubscriber = Pick<Subscriber, 'id' | 'email'>;

/** What a new subscription gets that comes from outside of the database. */
export interface NewSubscription {
  id: string;
  /** Keyed hash of the address, by which it may be among the leavers. */
  hashOf: (addressKey: string) => string;
}

/**
 * Turns the open request with this token into a subscription with its proof, at most once. Returns undefined if
 * there is none: unknown, used or too old.
 */
export function confirmRequest(
  db: Database,
  tokenHash: string,
  now: Moment,
  { id, hashOf }: NewSubscription,
): Promise<Pick<Subscriber, 'id'> | undefined> {
  return atOnce(db, async (transaction) => {
    const request = await transaction
      .deleteFrom('request')
      .where('tokenHash', '=', tokenHash)
      .where('expiresAt', '>', now)
      .returningAll()
      .executeTakeFirst();
    if (!request) return undefined;
    const { email, addressKey, formVersion, requestedAt, mailedAt, messageId, mailVersion } = request;
    await transaction.deleteFrom('request').where('addressKey', '=', addressKey).execute();
    await addSubscription(transaction, {
      id,
      email,
      addressKey,
      formVersion,
      source: 'form',
      requestedAt,
      mailedAt,
      messageId,
      mailVersion,
      confirmedAt: now,
    });
    // The person's own new consent is the one thing that ends having left.
    const names = allNames(addressKey, await domainRenames(transaction));
    await transaction.deleteFrom('leaver').where('addressHash', 'in', names.map(hashOf)).execute();
    const subscriber = await subscriberOf(transaction, addressKey);
    return subscriber && { id: subscriber.id };
  });
}

/**
 * Adds a proof of consent and makes its person a subscriber. One who already is stays it under the first proof and
 * is active again. Leavers are the caller's concern.
 */
async function addSubscription(db: Database, consent: Selectable<ConsentTable>): Promise<void> {
  const { id, email, addressKey, confirmedAt } = consent;
  const active = { status: 'active', statusSince: confirmedAt, pauseReason: null } as const;
  await db.insertInto('consent').values(consent).execute();
  await db
    .insertInto('subscriber')
    .values({ id, email, addressKey, ...active })
    .onConflict((conflict) => conflict.column('addressKey').doUpdateSet(active))
    .execute();
}

/** Adds proofs of consent and the subscriptions that rest on them, each of an address that has none. */
export async function addSubscriptions(
  db: Database,
  consents: readonly ConsentTable[],
  subscribers: readonly SubscriberTable[],
): Promise<void> {
  if (consents.length === 0) return;
  await db.insertInto('consent').values(consents).execute();
  await db.insertInto('subscriber').values(subscribers).execute();
}

export interface Leaving {
  now: Moment;
  way: WithdrawalWay;
  hashOf: (addressKey: string) => string;
}

/**
 * Ends the subscription of an address: it gets nothing more, its proofs say when and how, its keyed hash stays.
 * Returns whether there was one.
 */
export function leave(db: Database, addressKey: string, { now, way, hashOf }: Leaving): Promise<boolean> {
  return atOnce(db, async (transaction) => {
    await transaction.deleteFrom('request').where('addressKey', '=', addressKey).execute();
    const { numDeletedRows } = await transaction
      .deleteFrom('subscriber')
      .where('addressKey', '=', addressKey)
      .executeTakeFirstOrThrow();
    if (numDeletedRows === 0n) return false;
    await transaction
      .insertInto('withdrawal')
      .columns(['consent', 'withdrawnAt', 'way'])
      .expression(({ selectFrom, val }) =>
        selectFrom('consent')
          .leftJoin('withdrawal', 'withdrawal.consent', 'consent.id')
          .select(['consent.id', val(now).as('withdrawnAt'), val(way).as('way')])
          .where('addressKey', '=', addressKey)
          .where('withdrawal.consent', 'is', null),
      )
      .execute();
    // Under former names too: a backup from before knows them by those.
    const names = allNames(addressKey, await domainRenames(transaction));
    const gone = names.map((name) => ({ addressHash: hashOf(name), leftAt: now, way, erasedAt: null }));
    await addLeavers(transaction, gone);
    return true;
  });
}

export function subscriberOf(db: Database, addressKey: string): Promise<Subscriber | undefined> {
  return db.selectFrom('subscriber').selectAll().where('addressKey', '=', addressKey).executeTakeFirst();
}

/** Those of these addresses that are subscribed, by address. */
export async function subscribersAmong(
  db: Database,
  addressKeys: readonly string[],
): Promise<ReadonlyMap<string, Subscriber>> {
  const rows = await db
    .selectFrom('subscriber')
    .selectAll()
    .where(among(db, 'addressKey', addressKeys))
    .execute();
  return new Map(rows.map((row) => [row.addressKey, row]));
}

/** The next `most` active subscribers behind the id `after` (`''` for the first), ordered by id. */
export function recipients(db: Database, after: string, most: number): Promise<ActiveSubscriber[]> {
  return db
    .selectFrom('subscriber')
    .select(['id', 'email'])
    .where('status', '=', 'active')
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
}

/** Stops mails to an address that its server refuses for good; the reason is the operator's, never a reader's text. */
export async function pause(db: Database, id: string, reason: string, now: Moment): Promise<void> {
  await db
    .updateTable('subscriber')
    .set({ status: 'paused', statusSince: now, pauseReason: reason })
    .where('id', '=', id)
    .where('status', '=', 'active')
    .execute();
}

/** Lets a subscription that is paused get mail again; what was refused before counts no more. Returns whether it was paused. */
export async function resume(db: Database, id: string, now: Moment): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('subscriber')
    .set({ status: 'active', statusSince: now, pauseReason: null })
    .where('id', '=', id)
    .where('status', '=', 'paused')
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
