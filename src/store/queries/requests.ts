import type { Selectable } from 'kysely';
import type { Database, Moment, RequestTable } from '../schema.ts';
import { skipTaken } from './skip-taken.ts';

export type SubscriptionRequest = Selectable<RequestTable>;
export type NewRequest = Omit<
  SubscriptionRequest,
  'mailState' | 'attempts' | 'nextAttemptAt' | 'mailedAt' | 'mailVersion' | 'takenBy'
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

/**
 * Takes on requests whose mail is due, the longest due first; no other service gets them until they are given back. One that
 * is due `farOff` or later is due too: a clock that was wrong put it off.
 */
export async function takeRequestsToMail(
  db: Database,
  { taker, now, farOff, most }: { taker: string; now: Moment; farOff: Moment; most: number },
): Promise<SubscriptionRequest[]> {
  const taken = await db
    .updateTable('request')
    .set({ takenBy: taker })
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('request')
        .select('id')
        .where('mailState', '=', 'waiting')
        .where('takenBy', 'is', null)
        .where(({ or, eb }) => or([eb('nextAttemptAt', '<=', now), eb('nextAttemptAt', '>=', farOff)]))
        .orderBy('nextAttemptAt')
        .orderBy('id')
        .limit(most)
        .$call(skipTaken(db)),
    )
    .returningAll()
    .execute();
  const dueFirst = ({ nextAttemptAt, id }: SubscriptionRequest) => `${nextAttemptAt} ${id}`;
  return taken.sort((one, other) => (dueFirst(one) < dueFirst(other) ? -1 : 1));
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

/** Mails that aren't on their way: how many wait, since when the first of them, and how many never will be. */
export interface UnsentMails {
  waiting: number;
  waitingSince: Moment | undefined;
  givenUp: number;
}

/** Counts the mails that aren't on their way. A refused address is no trouble of ours. */
export async function unsentMails(db: Database): Promise<UnsentMails> {
  const rows = await db
    .selectFrom('request')
    .select(['mailState', ({ fn }) => fn.countAll<number>().as('count'), ({ fn }) => fn.min('requestedAt').as('since')])
    .where('mailState', 'in', ['waiting', 'given-up'])
    .groupBy('mailState')
    .execute();
  const waiting = rows.find(({ mailState }) => mailState === 'waiting');
  const givenUp = rows.find(({ mailState }) => mailState === 'given-up');
  return {
    waiting: Number(waiting?.count ?? 0),
    waitingSince: waiting?.since ?? undefined,
    givenUp: Number(givenUp?.count ?? 0),
  };
}

/**
 * Notes an attempt before it is made, so that a proof knows its moment and the version of the mail even if the service
 * dies right after. The link is valid from now on, however long the mail had to wait.
 */
export async function noteMailAttempt(
  db: Database,
  id: string,
  { mailVersion, now, expiresAt }: { mailVersion: string; now: Moment; expiresAt: Moment },
): Promise<void> {
  await db
    .updateTable('request')
    .set(({ eb }) => ({ mailedAt: now, mailVersion, expiresAt, attempts: eb('attempts', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/**
 * The mail server was away: the attempt at this request doesn't count, and the next one is later. Its moment stays, since
 * a connection that broke may have handed the mail over.
 */
export async function undoMailAttempt(
  db: Database,
  { id, attempts }: SubscriptionRequest,
  nextAttemptAt: Moment,
): Promise<void> {
  await db.updateTable('request').set({ attempts, nextAttemptAt }).where('id', '=', id).execute();
}

/** The mail server is back: what was never tried since is due now. */
export async function hurryMails(db: Database, now: Moment): Promise<void> {
  await db
    .updateTable('request')
    .set({ nextAttemptAt: now })
    .where('mailState', '=', 'waiting')
    .where('attempts', '=', 0)
    .execute();
}

/**
 * Sets right what a wrong clock noted after the moment `ahead`: such a request counts as made now, its mail is due, and its
 * link is valid until `expiresAt` at most.
 */
export async function setRequestsRight(
  db: Database,
  { now, ahead, expiresAt }: { now: Moment; ahead: Moment; expiresAt: Moment },
): Promise<void> {
  const requests = db.updateTable('request');
  await requests.set({ requestedAt: now, nextAttemptAt: now }).where('requestedAt', '>', ahead).execute();
  await requests.set({ expiresAt }).where('expiresAt', '>', expiresAt).execute();
}

/** The mail is on its way, or never will be. */
export async function endMailing(
  db: Database,
  id: string,
  mailState: 'mailed' | 'refused' | 'given-up',
): Promise<void> {
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

/** Deletes those requests of an address that were made until a moment. */
export async function deleteRequestsUntil(db: Database, addressKey: string, until: Moment): Promise<void> {
  await db.deleteFrom('request').where('addressKey', '=', addressKey).where('requestedAt', '<=', until).execute();
}

/** Deletes the requests of an address; returns how many there were. */
export async function deleteRequestsOf(db: Database, addressKey: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('request')
    .where('addressKey', '=', addressKey)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
