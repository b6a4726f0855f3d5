import type { ExpressionBuilder } from 'kysely';
import { engineOf } from '../engine/engine.ts';
import type { Database, DeliveryFailure, DeliveryState, Moment, Tables } from '../schema.ts';
import { skipTaken } from './skip-taken.ts';
import type { ActiveSubscriber } from './subscribers.ts';
import { atOnce } from './transaction.ts';

/** A delivery that is due. */
export interface DueDelivery extends ActiveSubscriber {
  /** How often it was tried. */
  attempts: number;
}

/** The server's answer: its code, and its words as they came. */
export interface Reply {
  code: number;
  text: string;
}

/** Who asks for deliveries, and how many. */
export interface DueQuestion {
  owner: string;
  now: Moment;
  farOff: Moment;
  after: string;
  most: number;
}

/**
 * Puts up to `most` deliveries aside that are due, by recipient, behind the recipient `after` (`''` for the first): no other
 * sender gets them until they are given back. One that was never tried always is due, and one that is due `farOff` or later:
 * a clock that was wrong must not hold them up.
 */
export async function putAside(
  db: Database,
  mailing: string,
  { owner, now, farOff, after, most }: DueQuestion,
): Promise<DueDelivery[]> {
  const aside = await db
    .updateTable('delivery')
    .set({ owner })
    .where('mailing', '=', mailing)
    .where('recipient', 'in', ({ selectFrom }) =>
      selectFrom('delivery')
        .select('recipient')
        .where('mailing', '=', mailing)
        .where('state', '=', 'queued')
        .where(isFreeFor(owner))
        .where('recipient', '>', after)
        .where(({ or, eb }) =>
          or([eb('attempts', '=', 0), eb('nextAttemptAt', '<=', now), eb('nextAttemptAt', '>=', farOff)]),
        )
        .where(({ exists, selectFrom: from }) =>
          exists(
            from('subscriber')
              .select('id')
              .whereRef('subscriber.id', '=', 'delivery.recipient')
              .where('status', '=', 'active'),
          ),
        )
        .orderBy('recipient')
        .limit(most)
        .$call(skipTaken(db)),
    )
    .returning('recipient')
    .execute();
  if (aside.length === 0) return [];
  return db
    .selectFrom('delivery')
    .innerJoin('subscriber', 'subscriber.id', 'delivery.recipient')
    .select(['subscriber.id', 'subscriber.email', 'delivery.attempts'])
    .where('mailing', '=', mailing)
    .where(
      'recipient',
      'in',
      aside.map(({ recipient }) => recipient),
    )
    .orderBy('recipient')
    .execute();
}

/** What nobody else has put aside. */
const isFreeFor = (owner: string) => (eb: ExpressionBuilder<Tables, 'delivery'>) =>
  eb.or([eb('delivery.owner', 'is', null), eb('delivery.owner', '=', owner)]);

/** Gives back what a sender put aside and didn't begin to send. */
export async function giveBack(db: Database, mailing: string, owner: string): Promise<void> {
  await db
    .updateTable('delivery')
    .set({ owner: null })
    .where('mailing', '=', mailing)
    .where('state', '=', 'queued')
    .where('owner', '=', owner)
    .execute();
}

/** When the next queued delivery is due that no other sender has put aside; undefined if none is queued. */
export async function nextDueAt(db: Database, mailing: string, owner: string): Promise<Moment | undefined> {
  const { at } = await db
    .selectFrom('delivery')
    .innerJoin('subscriber', 'subscriber.id', 'delivery.recipient')
    .select(({ fn }) => fn.min('nextAttemptAt').as('at'))
    .where('mailing', '=', mailing)
    .where('state', '=', 'queued')
    .where(isFreeFor(owner))
    .where('subscriber.status', '=', 'active')
    .executeTakeFirstOrThrow();
  return at ?? undefined;
}

export interface Claim {
  owner: string;
  messageId: string;
  now: Moment;
}

/**
 * Takes a delivery on, before the server hears of it. Returns false if somebody else did, or if the subscriber has
 * left meanwhile.
 */
export async function claim(
  db: Database,
  mailing: string,
  recipient: string,
  { owner, messageId, now }: Claim,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('delivery')
    .set(({ eb }) => ({ state: 'claimed', owner, messageId, claimedAt: now, attempts: eb('attempts', '+', 1) }))
    .where('mailing', '=', mailing)
    .where('recipient', '=', recipient)
    .where('state', '=', 'queued')
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('subscriber').select('id').where('id', '=', recipient).where('status', '=', 'active')),
    )
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

/** What became of a claimed delivery. */
export interface Settlement {
  state: Exclude<DeliveryState, 'claimed'>;
  now: Moment;
  reply?: Reply;
  failure?: DeliveryFailure;
  /** For one that is queued again. */
  nextAttemptAt?: Moment;
  /** The server never heard of it, so that it doesn't count as a try. */
  isUntried?: boolean;
}

/** Notes what became of a delivery that `owner` has claimed; another's claim, after a long silence of this one, stays. */
export async function settle(
  db: Database,
  mailing: string,
  recipient: string,
  owner: string,
  { state, now, reply, failure, nextAttemptAt, isUntried = false }: Settlement,
): Promise<void> {
  await db
    .updateTable('delivery')
    .set(({ eb }) => ({
      state,
      settledAt: state === 'queued' ? null : now,
      // Whoever comes first may try again.
      ...(state === 'queued' && { owner: null }),
      ...(reply && { replyCode: reply.code, replyText: reply.text }),
      failure: failure ?? null,
      ...(nextAttemptAt && { nextAttemptAt }),
      ...(isUntried && { attempts: eb('attempts', '-', 1) }),
    }))
    .where('mailing', '=', mailing)
    .where('recipient', '=', recipient)
    .where('state', '=', 'claimed')
    .where('owner', '=', owner)
    .execute();
}

/** What was left behind by senders that died. */
export interface LeftBehind {
  /** Was on the wire, and is unknown from now on. */
  unknown: number;
  /** Was put aside only, and is free again. */
  free: number;
}

/** Sees to what senders left behind that died. Only for somebody who takes part as the sender `asker`. */
export function clearUpAfterTheDead(db: Database, mailing: string, asker: string, now: Moment): Promise<LeftBehind> {
  return atOnce(db, async (transaction) => {
    const held = () =>
      transaction
        .selectFrom('delivery')
        .select('owner')
        .distinct()
        .where('mailing', '=', mailing)
        .where('state', 'in', ['claimed', 'queued'])
        .where('owner', 'is not', null)
        .where('owner', '!=', asker);
    const owners = (await held().execute()).flatMap(({ owner }) => owner ?? []);
    const dead = await engineOf(transaction).gone(transaction, owners);
    if (dead.length === 0) return { unknown: 0, free: 0 };
    const ofTheDead = transaction.updateTable('delivery').where('mailing', '=', mailing).where('owner', 'in', dead);
    const unknown = await ofTheDead
      .set({ state: 'unknown', settledAt: now })
      .where('state', '=', 'claimed')
      .executeTakeFirstOrThrow();
    const free = await ofTheDead.set({ owner: null }).where('state', '=', 'queued').executeTakeFirstOrThrow();
    return { unknown: Number(unknown.numUpdatedRows), free: Number(free.numUpdatedRows) };
  });
}

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
