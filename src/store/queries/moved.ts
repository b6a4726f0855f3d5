import type { Database, Moment } from '../schema.ts';

/** Where the data moved and when; `''` for those that are still on their way here. Undefined of data that never moved. */
export function movedMarkOf(db: Database): Promise<{ target: string; at: Moment } | undefined> {
  return db.selectFrom('moved').selectAll().executeTakeFirst();
}

/** Marks data as moved to a place, or with `''` as not whole yet. */
export async function markMoved(db: Database, target: string, at: Moment): Promise<void> {
  await db.insertInto('moved').values({ target, at }).execute();
}

/** The data are whole. */
export async function unmarkMoved(db: Database): Promise<void> {
  await db.deleteFrom('moved').execute();
}
