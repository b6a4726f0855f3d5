import type { Database, DeliveryState, MailingTable } from '../schema.ts';

/** A mailing and how many of its deliveries are in which state. */
export type CountedMailing = Pick<MailingTable, 'issueKey' | 'number' | 'startedAt' | 'finishedAt'> &
  Record<DeliveryState, number>;

/** All mailings, the newest first. */
export async function countedMailings(db: Database): Promise<CountedMailing[]> {
  const mailings = await db
    .selectFrom('mailing')
    .select(['id', 'issueKey', 'number', 'startedAt', 'finishedAt'])
    .orderBy('startedAt', 'desc')
    .execute();
  const rows = await db
    .selectFrom('delivery')
    .select(['mailing', 'state', ({ fn }) => fn.countAll<number>().as('count')])
    .groupBy(['mailing', 'state'])
    .execute();
  const byMailing = Map.groupBy(rows, ({ mailing }) => mailing);
  return mailings.map(({ id, ...mailing }) => {
    const counts = { queued: 0, claimed: 0, accepted: 0, failed: 0, unknown: 0 };
    for (const { state, count } of byMailing.get(id) ?? []) counts[state] = Number(count);
    return { ...mailing, ...counts };
  });
}
