import type { Selectable } from 'kysely';
import type { Database, Moment, RequestTable } from '../schema.ts';

export type SubscriptionRequest = Selectable<RequestTable>;
export type NewRequest = Omit<
  SubscriptionRequest,
  'mailState' | 'attempts' | 'nextAttemptAt' | 'mailedAt' | 'mailVersion'
>;

/** Keeps a sign-up until it is confirmed or purged; its mail is due at once. */
export async function addRequest(db: Database, request: NewRequest): Promise<void> {
  await db
    .insertInto('request')
    .values({
      ...request,
      mailState: 'waiting',
      attempts: 0,
      nextAttemptAt: request.requestedAt,
      mailedAt: null,
      mailVersion: '',
    })
    .execute();
}

/** Requests whose mail is due, the oldest first. */
export function requestsToMail(db: Database, now: Moment, most: number): Promise<SubscriptionRequest[]> {
  return db
    .selectFrom('request')
    .selectAll()
    .where('mailState', '=', 'waiting')
    .where('nextAttemptAt', '<=', now)
    .orderBy('nextAttemptAt')
    .orderBy('id')
    .limit(most)
    .execute();
}

/** When the next mail is due; undefined if none is waiting. */
export async function nextMailAt(db: Database): Promise<Moment | undefined> {
  const { at } = await db
    .selectFrom('request')
    .select(({ fn }) => fn.min('nextAttemptAt').as('at'))
    .where('mailState', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return at ?? undefined;
}

/** How many mails are waiting. */
export async function waitingMails(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('request')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('mailState', '=', 'waiting')
    .executeTakeFirstOrThrow();
  return Number(count);
}

/**
 * Notes an attempt before it is made, so that a proof knows its moment and the version of the mail even if the service
 * dies right after.
 */
export async function noteMailAttempt(db: Database, id: string, mailVersion: string, now: Moment): Promise<void> {
  await db
    .updateTable('request')
    .set(({ eb }) => ({ mailedAt: now, mailVersion, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The mail is on its way, or never will be. */
export async function endMailing(db: Database, id: string, mailState: 'mailed' | 'given-up'): Promise<void> {
  await db.updateTable('request').set({ mailState }).where('id', '=', id).execute();
}

export async function postponeMail(db: Database, id: string, nextAttemptAt: Moment): Promise<void> {
  await db.updateTable('request').set({ nextAttemptAt }).where('id', '=', id).execute();
}

/** Whether a token can still confirm something. Changes nothing. */
export async function isOpenRequest(db: Database, tokenHash: string, now: Moment): Promise<boolean> {
  const request = await db
    .selectFrom('request')
    .select('id')
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .executeTakeFirst();
  return request !== undefined;
}

export async function deleteRequest(db: Database, id: string): Promise<void> {
  await db.deleteFrom('request').where('id', '=', id).execute();
}

/** Requests of one address. */
export function requestsOf(db: Database, addressKey: string): Promise<SubscriptionRequest[]> {
  return db.selectFrom('request').selectAll().where('addressKey', '=', addressKey).orderBy('requestedAt').execute();
}

/** Deletes the requests of an address; returns how many there were. */
export async function deleteRequestsOf(db: Database, addressKey: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('request')
    .where('addressKey', '=', addressKey)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
