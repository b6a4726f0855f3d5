/** Which deliveries of a mailing are due, and whose they are. */
import type { ExpressionBuilder } from 'kysely';
import { engineOf } from '../engine/engine.ts';
import type { Database, Moment, Tables } from '../schema.ts';
import { among } from './listed.ts';
import { isToActive } from './recipient.ts';
import type { ActiveSubscriber } from './subscribers.ts';

/** A delivery that is due. */
export interface DueDelivery extends ActiveSubscriber {
  /** How often it was tried. */
  attempts: number;
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
 * a clock that was wrong must not hold them up. On SQLite there is no other sender, so nothing is noted of it.
 */
export async function putAside(db: Database, mailing: string, question: DueQuestion): Promise<DueDelivery[]> {
  const chosen =
    engineOf(db).kind === 'postgres'
      ? await takeAside(db, mailing, question)
      : await due(db, mailing, question).select('recipient').execute();
  if (chosen.length === 0) return [];
  const recipients = chosen.map(({ recipient }) => recipient);
  return db
    .selectFrom('delivery')
    .innerJoin('subscriber', 'subscriber.id', 'delivery.recipient')
    .select(['subscriber.id', 'subscriber.email', 'delivery.attempts'])
    .where('mailing', '=', mailing)
    .where(among(db, 'recipient', recipients))
    .orderBy('recipient')
    .execute();
}

function takeAside(db: Database, mailing: string, question: DueQuestion): Promise<{ recipient: string }[]> {
  return db
    .updateTable('delivery')
    .set({ owner: question.owner })
    .where('mailing', '=', mailing)
    .where('recipient', 'in', due(db, mailing, question).select('recipient').forUpdate().skipLocked())
    .returning('recipient')
    .execute();
}

function due(db: Database, mailing: string, { owner, now, farOff, after, most }: DueQuestion) {
  return db
    .selectFrom('delivery')
    .where('mailing', '=', mailing)
    .where('state', '=', 'queued')
    .where(isFreeFor(owner))
    .where('recipient', '>', after)
    .where(({ or, eb }) =>
      or([eb('attempts', '=', 0), eb('nextAttemptAt', '<=', now), eb('nextAttemptAt', '>=', farOff)]),
    )
    .where(isToActive(db, after))
    .orderBy('recipient')
    .limit(most);
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
