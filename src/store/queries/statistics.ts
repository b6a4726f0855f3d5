import type { DatabaseCounts } from '../backup.ts';
import type { Database, Moment } from '../schema.ts';

/** Numbers without a person. */
export interface Statistics {
  active: number;
  paused: number;
  requests: number;
  confirmedSince: number;
  leftSince: number;
}

/** How many are paused, by the reason that was noted. */
export async function pauseReasonCounts(db: Database): Promise<{ pauseReason: string | null; count: number }[]> {
  const rows = await db
    .selectFrom('subscriber')
    .select(({ fn }) => ['pauseReason', fn.countAll<number>().as('count')])
    .where('status', '=', 'paused')
    .groupBy('pauseReason')
    .execute();
  return rows.map(({ pauseReason, count }) => ({ pauseReason, count: Number(count) }));
}

/** Counts subscribers and open requests, and who came and went since a moment. */
export async function statistics(db: Database, since: Moment): Promise<Statistics> {
  const count = async (query: { executeTakeFirstOrThrow(): Promise<{ count: number }> }) =>
    Number((await query.executeTakeFirstOrThrow()).count);
  const subscribers = (status: 'active' | 'paused') =>
    db
      .selectFrom('subscriber')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('status', '=', status);
  return {
    active: await count(subscribers('active')),
    paused: await count(subscribers('paused')),
    requests: await count(db.selectFrom('request').select(({ fn }) => fn.countAll<number>().as('count'))),
    confirmedSince: await count(
      db
        .selectFrom('consent')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('confirmedAt', '>', since),
    ),
    leftSince: await count(
      db
        .selectFrom('withdrawal')
        .select(({ fn }) => fn.count<number>('withdrawal.consent').as('count'))
        .where('withdrawnAt', '>', since),
    ),
  };
}

/** How much is kept, without a person. */
export async function countsOf({ db }: { db: Database }): Promise<DatabaseCounts> {
  const count = async (table: 'subscriber' | 'consent' | 'leaver') => {
    const row = await db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow();
    return row.count;
  };
  return { subscribers: await count('subscriber'), proofs: await count('consent'), leavers: await count('leaver') };
}
