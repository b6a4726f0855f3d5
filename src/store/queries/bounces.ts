/** Reports that mails did not arrive, by the deliveries that they are about. */
import type {
  BounceKind,
  BounceTable,
  Database,
  DeliveryFailure,
  DeliveryState,
  LeftVerdict,
  Moment,
} from '../schema.ts';
import { atOnce } from './transaction.ts';

/** The delivery that a Message-ID belongs to. */
export interface NamedDelivery {
  mailing: string;
  recipient: string;
  state: DeliveryState;
  /** Whom the mail went to: the address as it is now, and those that it had before its domain got another name. */
  addresses: string[];
}

/** The first of these Message-IDs (in angle brackets) that a delivery has; undefined if none is ours. */
export async function deliveryNamed(db: Database, messageIds: readonly string[]): Promise<NamedDelivery | undefined> {
  for (const messageId of messageIds) {
    const row = await db
      .selectFrom('delivery')
      .innerJoin('consent', 'consent.id', 'delivery.recipient')
      .select(['delivery.mailing', 'delivery.recipient', 'delivery.state', 'consent.email'])
      .where('delivery.messageId', '=', messageId)
      .executeTakeFirst();
    if (!row) continue;
    const { email, ...delivery } = row;
    const former = await db
      .selectFrom('formerAddress')
      .select('email')
      .where('consent', '=', delivery.recipient)
      .execute();
    return { ...delivery, addresses: [email, ...former.map((one) => one.email)] };
  }
  return undefined;
}

/** The domains of the Message-IDs that were sent: one each mailing. */
export async function messageDomains(db: Database): Promise<string[]> {
  const domains = new Set<string>();
  for (const { id } of await db.selectFrom('mailing').select('id').execute()) {
    const row = await db
      .selectFrom('delivery')
      .select('messageId')
      .where('mailing', '=', id)
      .where('messageId', 'is not', null)
      .limit(1)
      .executeTakeFirst();
    const domain = /@([^>]+)>/.exec(row?.messageId ?? '')?.[1];
    if (domain) domains.add(domain);
  }
  return [...domains];
}

/** What each kind makes of its delivery; the others leave it as it is. */
const failures: Partial<Record<BounceKind, DeliveryFailure>> = {
  gone: 'address-gone',
  refused: 'address-refused',
  message: 'message-refused',
  soft: 'given-up',
};

/**
 * Keeps a report and notes at its delivery what it says, both or neither. Returns false for one that is known: it counts
 * once, however often it is read.
 */
export function keepBounce(db: Database, bounce: BounceTable): Promise<boolean> {
  return atOnce(db, async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto('bounce')
      .values(bounce)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .executeTakeFirstOrThrow();
    if (Number(numInsertedOrUpdatedRows ?? 0) === 0) return false;
    const failure = failures[bounce.kind];
    if (!failure) return true;
    await transaction
      .updateTable('delivery')
      .set({
        state: 'failed',
        settledAt: bounce.readAt,
        failure,
        replyText: bounce.said,
        replyCode: Number(/^\d{3}\b/.exec(bounce.said ?? '')?.[0]) || null,
      })
      .where('mailing', '=', bounce.mailing)
      .where('recipient', '=', bounce.recipient)
      .where('state', 'in', ['accepted', 'unknown'])
      .execute();
    return true;
  });
}

/** Mailings that reports are kept of, and whose issue it was. */
export function mailingsWithBounces(db: Database): Promise<{ id: string; issueKey: string }[]> {
  return db
    .selectFrom('mailing')
    .select(['id', 'issueKey'])
    .where('id', 'in', (eb) => eb.selectFrom('bounce').select('mailing'))
    .orderBy('startedAt')
    .execute();
}

/** One report with whom it is about. */
export type ListedBounce = Pick<BounceTable, 'kind' | 'status' | 'said' | 'readAt'> & {
  email: string;
  issueKey: string;
  /** Null for whoever has no subscription any more. */
  subscription: 'active' | 'paused' | null;
};

/** All reports by address, the newest of each first. */
export function listBounces(db: Database): Promise<ListedBounce[]> {
  return db
    .selectFrom('bounce')
    .innerJoin('consent', 'consent.id', 'bounce.recipient')
    .innerJoin('mailing', 'mailing.id', 'bounce.mailing')
    .leftJoin('subscriber', 'subscriber.addressKey', 'consent.addressKey')
    .select([
      'bounce.kind',
      'bounce.status',
      'bounce.said',
      'bounce.readAt',
      'consent.email',
      'mailing.issueKey',
      'subscriber.status as subscription',
    ])
    .orderBy('consent.addressKey')
    .orderBy('bounce.readAt', 'desc')
    .execute();
}

/** What a report says of one address, for whoever asks what is kept about them. */
export interface BounceRecord {
  issue: string;
  kind: BounceKind;
  readAt: Moment;
  said: string | null;
}

/** The reports on an address, the oldest first. */
export function bouncesOf(db: Database, addressKey: string): Promise<BounceRecord[]> {
  return db
    .selectFrom('bounce')
    .innerJoin('consent', 'consent.id', 'bounce.recipient')
    .innerJoin('mailing', 'mailing.id', 'bounce.mailing')
    .select(['mailing.issueKey as issue', 'bounce.kind', 'bounce.readAt', 'bounce.said'])
    .where('consent.addressKey', '=', addressKey)
    .orderBy('bounce.readAt')
    .execute();
}

/** Deletes the reports on an address: they served a subscription that is over. */
export async function deleteBouncesOf(db: Database, addressKey: string): Promise<void> {
  await db
    .deleteFrom('bounce')
    .where('recipient', 'in', (eb) => eb.selectFrom('consent').select('id').where('addressKey', '=', addressKey))
    .execute();
}

/** The names of mails that were looked at and left in the mailbox, and why. */
export function leftMails(db: Database): Promise<{ name: string; verdict: LeftVerdict; seenAt: Moment }[]> {
  return db.selectFrom('leftMail').selectAll().orderBy('seenAt').orderBy('name').execute();
}

/** Notes that a mail stays where it is. */
export async function noteLeftMail(db: Database, name: string, verdict: LeftVerdict, seenAt: Moment): Promise<void> {
  await db
    .insertInto('leftMail')
    .values({ name, verdict, seenAt })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

export async function forgetLeftMail(db: Database, name: string): Promise<void> {
  await db.deleteFrom('leftMail').where('name', '=', name).execute();
}
