import type { Database, LastTimeEvent, Moment } from '../schema.ts';

/** Notes that something happened now. */
export async function noteTime(db: Database, event: LastTimeEvent, at: Moment): Promise<void> {
  await db
    .insertInto('lastTime')
    .values({ event, at })
    .onConflict((conflict) => conflict.column('event').doUpdateSet({ at }))
    .execute();
}

/** When something happened last; undefined if it never did. */
export async function lastTime(db: Database, event: LastTimeEvent): Promise<Moment | undefined> {
  const row = await db.selectFrom('lastTime').select('at').where('event', '=', event).executeTakeFirst();
  return row?.at;
}

/** Forgets when something happened last, so that it is due again. */
export async function forgetTime(db: Database, event: LastTimeEvent): Promise<void> {
  await db.deleteFrom('lastTime').where('event', '=', event).execute();
}

/** The newest moment at which somebody signed up, confirmed or left, or a mailing began; undefined if nothing is kept. */
export async function newestRow(db: Database): Promise<Moment | undefined> {
  const newest = await Promise.all([
    db
      .selectFrom('request')
      .select(({ fn }) => fn.max('requestedAt').as('at'))
      .executeTakeFirst(),
    db
      .selectFrom('consent')
      .select(({ fn }) => fn.max('confirmedAt').as('at'))
      .executeTakeFirst(),
    db
      .selectFrom('withdrawal')
      .select(({ fn }) => fn.max('withdrawnAt').as('at'))
      .executeTakeFirst(),
    db
      .selectFrom('mailing')
      .select(({ fn }) => fn.max('startedAt').as('at'))
      .executeTakeFirst(),
  ]);
  return newest
    .flatMap((row) => row?.at ?? [])
    .sort()
    .at(-1);
}
