import type { Database, Moment } from '../schema.ts';

/** What stands in the place of a target while the data aren't whole: on their way here, or a backup that is put back. */
export const unfinished = { move: '', restore: 'restore' } as const;

/** Where the data moved and when, or how they are unfinished. Undefined of data that never moved. */
export function movedMarkOf(db: Database): Promise<{ target: string; at: Moment } | undefined> {
  return db.selectFrom('moved').selectAll().executeTakeFirst();
}

/** Marks data as moved to a place, or as unfinished. */
export async function markMoved(db: Database, target: string, at: Moment): Promise<void> {
  await db.insertInto('moved').values({ target, at }).execute();
}

/** The data are whole. */
export async function unmarkMoved(db: Database): Promise<void> {
  await db.deleteFrom('moved').execute();
}
