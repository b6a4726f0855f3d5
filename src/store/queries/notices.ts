import type { Selectable } from 'kysely';
import type { Database, Moment, NoticeTable, SubscriberStatus } from '../schema.ts';
import { skipTaken } from './skip-taken.ts';
import { atOnce } from './transaction.ts';

/** A waiting notice with whom it is for; `status` is null for whoever has no subscription any more. */
export type Notice = Selectable<NoticeTable> & { email: string; status: SubscriberStatus | null };

type NewNotice = Pick<Notice, 'id' | 'kind' | 'consent' | 'since'> & Partial<Pick<Notice, 'way'>>;

/** Lets a notice wait to be handed over at once. One of a kind waits for each consent: asking twice brings one mail. */
export function addNotice(db: Database, { way = null, ...notice }: NewNotice): Promise<void> {
  return atOnce(db, async (transaction) => {
    const waiting = await transaction
      .selectFrom('notice')
      .select('id')
      .where('consent', '=', notice.consent)
      .where('kind', '=', notice.kind)
      .executeTakeFirst();
    if (waiting) return;
    await transaction
      .insertInto('notice')
      .values({ ...notice, way, attempts: 0, nextAttemptAt: notice.since })
      .execute();
  });
}

/**
 * Takes on notices that are due, the oldest first; no other service gets them until they are given back. Those from farther
 * off than `farOff` were noted by a wrong clock.
 */
export async function takeDueNotices(
  db: Database,
  { taker, now, farOff, most }: { taker: string; now: Moment; farOff: Moment; most: number },
): Promise<Notice[]> {
  const taken = await db
    .updateTable('notice')
    .set({ takenBy: taker })
    .where('id', 'in', ({ selectFrom }) =>
      selectFrom('notice')
        .select('id')
        .where('takenBy', 'is', null)
        .where(({ or, eb }) => or([eb('nextAttemptAt', '<=', now), eb('nextAttemptAt', '>', farOff)]))
        .orderBy('nextAttemptAt')
        .orderBy('id')
        .limit(most)
        .$call(skipTaken(db)),
    )
    .returning('id')
    .execute();
  if (taken.length === 0) return [];
  return db
    .selectFrom('notice')
    .innerJoin('consent', 'consent.id', 'notice.consent')
    .leftJoin('subscriber', 'subscriber.id', 'notice.consent')
    .selectAll('notice')
    .select(['consent.email', 'subscriber.status'])
    .where(
      'notice.id',
      'in',
      taken.map(({ id }) => id),
    )
    .orderBy('nextAttemptAt')
    .orderBy('notice.id')
    .execute();
}

/** When the next notice is due; undefined if none waits. */
export async function nextNoticeAt(db: Database): Promise<Moment | undefined> {
  const { at } = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.min('nextAttemptAt').as('at'))
    .executeTakeFirstOrThrow();
  return at ?? undefined;
}

/** How many notices wait, and since when the first. */
export async function waitingNotices(db: Database): Promise<{ count: number; since: Moment | undefined }> {
  const { count, since } = await db
    .selectFrom('notice')
    .select(({ fn }) => [fn.countAll<number>().as('count'), fn.min('since').as('since')])
    .executeTakeFirstOrThrow();
  return { count: Number(count), since: since ?? undefined };
}

export async function postponeNotice(db: Database, id: string, nextAttemptAt: Moment, tries: number): Promise<void> {
  await db.updateTable('notice').set({ nextAttemptAt, attempts: tries }).where('id', '=', id).execute();
}

/** It is on its way, or nobody needs it any more. */
export async function endNotice(db: Database, id: string): Promise<void> {
  await db.deleteFrom('notice').where('id', '=', id).execute();
}

/** How many have to be told that their address has a new name and were not even tried: nothing else may come before. */
export async function untoldRenames(db: Database): Promise<number> {
  const { count } = await db
    .selectFrom('notice')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('kind', '=', 'renamed')
    .where('attempts', '=', 0)
    .executeTakeFirstOrThrow();
  return Number(count);
}
