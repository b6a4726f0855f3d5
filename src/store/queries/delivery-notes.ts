/** What a sender notes of its deliveries: that it takes one on, and what became of it. Many at once, since each waits for the disk. */
import type { Database, DeliveryFailure, DeliveryState, Moment } from '../schema.ts';
import { among, rowsListed } from './listed.ts';

/** The server's answer: its code, and its words as they came. */
export interface Reply {
  code: number;
  text: string;
}

/** What became of a claimed delivery. */
export interface Settlement {
  state: Exclude<DeliveryState, 'claimed'>;
  reply?: Reply;
  failure?: DeliveryFailure;
  /** For one that is queued again. */
  nextAttemptAt?: Moment;
  /** The server never heard of it, so that it doesn't count as a try. */
  isUntried?: boolean;
}

/** A delivery that is to be taken on, before the server hears of it. */
export interface Claim {
  recipient: string;
  messageId: string;
}

/** What is to be noted of deliveries that are each another's. */
export interface DeliveryNotes {
  claims: readonly Claim[];
  settled: readonly (Settlement & { recipient: string })[];
}

/**
 * Notes all of it as a whole or not at all; it is on the disk when this resolves. Returns the recipients whose delivery is
 * taken on: not those that somebody else took on, or who have left meanwhile. What `owner` didn't claim is not settled:
 * another's claim, after a long silence of this one, stays.
 */
export async function noteDeliveries(
  db: Database,
  mailing: string,
  owner: string,
  { claims, settled }: DeliveryNotes,
  now: Moment,
): Promise<ReadonlySet<string>> {
  if (claims.length === 0) {
    await settle(db, mailing, owner, settled, now);
    return new Set();
  }
  if (settled.length === 0) return claim(db, mailing, owner, claims, now);
  return db.transaction().execute(async (transaction) => {
    await settle(transaction, mailing, owner, settled, now);
    return claim(transaction, mailing, owner, claims, now);
  });
}

async function claim(
  db: Database,
  mailing: string,
  owner: string,
  claims: readonly Claim[],
  now: Moment,
): Promise<ReadonlySet<string>> {
  const rows = await db
    .updateTable('delivery')
    .from(rowsListed(db, { recipient: 'text', messageId: 'text' }, claims).as('note'))
    .set(({ eb, ref }) => ({
      state: 'claimed',
      owner,
      messageId: ref('note.messageId'),
      claimedAt: now,
      attempts: eb('attempts', '+', 1),
    }))
    .where('mailing', '=', mailing)
    .where(amongNoted(db, claims))
    .whereRef('delivery.recipient', '=', 'note.recipient')
    .where('state', '=', 'queued')
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('subscriber')
          .select('id')
          .whereRef('subscriber.id', '=', 'delivery.recipient')
          .where('status', '=', 'active'),
      ),
    )
    .returning('delivery.recipient')
    .execute();
  return new Set(rows.map(({ recipient }) => recipient));
}

async function settle(
  db: Database,
  mailing: string,
  owner: string,
  settled: DeliveryNotes['settled'],
  now: Moment,
): Promise<void> {
  const notes = settled.map(({ recipient, state, reply, failure, nextAttemptAt, isUntried }) => ({
    recipient,
    state,
    // Whoever comes first may try again.
    owner: state === 'queued' ? null : owner,
    settledAt: state === 'queued' ? null : now,
    replyCode: reply?.code ?? null,
    replyText: reply?.text ?? null,
    failure: failure ?? null,
    nextAttemptAt: nextAttemptAt ?? null,
    untried: isUntried ? 1 : 0,
  }));
  await db
    .updateTable('delivery')
    .from(rowsListed(db, columns, notes).as('note'))
    .set(({ eb, fn, ref }) => ({
      state: ref('note.state'),
      owner: ref('note.owner'),
      settledAt: ref('note.settledAt'),
      replyCode: fn.coalesce('note.replyCode', 'delivery.replyCode'),
      replyText: fn.coalesce('note.replyText', 'delivery.replyText'),
      failure: ref('note.failure'),
      nextAttemptAt: fn.coalesce('note.nextAttemptAt', 'delivery.nextAttemptAt'),
      attempts: eb('attempts', '-', ref('note.untried')),
    }))
    .where('mailing', '=', mailing)
    .where(amongNoted(db, settled))
    .whereRef('delivery.recipient', '=', 'note.recipient')
    .where('delivery.state', '=', 'claimed')
    .where('delivery.owner', '=', owner)
    .execute();
}

/** Said beside the join, so that SQLite goes by recipient and not through all that are in a state. */
function amongNoted(db: Database, notes: readonly { recipient: string }[]) {
  return among(
    db,
    'delivery.recipient',
    notes.map(({ recipient }) => recipient),
  );
}

const columns = {
  recipient: 'text',
  state: 'text',
  owner: 'text',
  settledAt: 'text',
  replyCode: 'integer',
  replyText: 'text',
  failure: 'text',
  nextAttemptAt: 'text',
  untried: 'integer',
} as const;
