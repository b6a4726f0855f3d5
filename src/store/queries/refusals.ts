import type { Database, Moment } from '../schema.ts';
import { pause } from './subscribers.ts';
import { atOnce } from './transaction.ts';

/** An address that the rule says to pause, and the server's last code. */
export interface Refusal {
  recipient: string;
  code: number | null;
  /** No such mailbox; otherwise refused over several issues. */
  isGone: boolean;
}

/**
 * Whom a mailing's refusals say to pause: those without a mailbox at once, others when their address was refused for
 * the last `inARow` issues that they were sent. Corrections of an issue count once.
 */
export async function refusalsToPause(db: Database, mailing: string, inARow: number): Promise<Refusal[]> {
  const refused = await db
    .selectFrom('delivery')
    .innerJoin('subscriber', 'subscriber.id', 'delivery.recipient')
    .select(['recipient', 'replyCode', 'failure'])
    .where('mailing', '=', mailing)
    .where('failure', 'in', ['address-gone', 'address-refused'])
    .where('subscriber.status', '=', 'active')
    // What was refused before somebody resumed it, or consented anew, counts no more.
    .whereRef('delivery.claimedAt', '>', 'subscriber.statusSince')
    .execute();
  const toPause: Refusal[] = [];
  for (const { recipient, replyCode, failure } of refused) {
    const isGone = failure === 'address-gone';
    if (isGone || (await isRefusedInARow(db, recipient, inARow))) toPause.push({ recipient, code: replyCode, isGone });
  }
  return toPause;
}

async function isRefusedInARow(db: Database, recipient: string, inARow: number): Promise<boolean> {
  const deliveries = await db
    .selectFrom('delivery')
    .innerJoin('mailing', 'mailing.id', 'delivery.mailing')
    .innerJoin('subscriber', 'subscriber.id', 'delivery.recipient')
    .select(['mailing.issue', 'delivery.failure'])
    .whereRef('delivery.claimedAt', '>', 'subscriber.statusSince')
    .where('recipient', '=', recipient)
    .where('state', 'in', ['accepted', 'failed'])
    .orderBy('mailing.startedAt', 'desc')
    .execute();
  const byIssue = new Map<string, boolean>();
  for (const { issue, failure } of deliveries) {
    const isRefused = failure === 'address-gone' || failure === 'address-refused';
    byIssue.set(issue, (byIssue.get(issue) ?? true) && isRefused);
  }
  const last = [...byIssue.values()].slice(0, inARow);
  return last.length === inARow && last.every((isRefused) => isRefused);
}

/** How many were paused since a mailing refused them: reports come one after the other, and all count together. */
export async function pausedAfter(db: Database, mailing: string): Promise<number> {
  const { count } = await db
    .selectFrom('delivery')
    .innerJoin('subscriber', 'subscriber.id', 'delivery.recipient')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('mailing', '=', mailing)
    .where('failure', 'in', ['address-gone', 'address-refused'])
    .where('subscriber.status', '=', 'paused')
    .whereRef('subscriber.statusSince', '>=', 'delivery.claimedAt')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Pauses them all; the reasons are the operator's to read. */
export function pauseRefused(
  db: Database,
  refusals: readonly Refusal[],
  now: Moment,
  reasonFor: (refusal: Refusal) => string,
): Promise<void> {
  return atOnce(db, async (transaction) => {
    for (const refusal of refusals) await pause(transaction, refusal.recipient, reasonFor(refusal), now);
  });
}
