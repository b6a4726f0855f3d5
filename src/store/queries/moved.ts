import type { Database, Moment } from '../schema.ts';

/** What stands in the place of a target while the data aren't whole: on their way here, or a backup that is put back. */
export const unfinished = { move: '', restore: 'restore' } as const;

/** Where data come from: their place, without a password, and the fingerprint of their key. */
export interface Origin {
  place: string;
  key: string;
}

interface MovedMark {
  target: string;
  at: Moment;
  /** Of a move under way: undefined where an earlier version began it, which noted none. */
  origin: Origin | undefined;
}

/** Where the data moved and when, or how they are unfinished. Undefined of data that never moved. */
export async function movedMarkOf(db: Database): Promise<MovedMark | undefined> {
  const row = await db.selectFrom('moved').selectAll().executeTakeFirst();
  if (!row) return undefined;
  const { target, at, source, sourceKey } = row;
  return { target, at, origin: source !== null && sourceKey !== null ? { place: source, key: sourceKey } : undefined };
}

/** Marks data as moved to a place, or as unfinished: of a move, with where it comes from. */
export async function markMoved(db: Database, target: string, at: Moment, origin?: Origin): Promise<void> {
  await db
    .insertInto('moved')
    .values({ target, at, source: origin?.place ?? null, sourceKey: origin?.key ?? null })
    .execute();
}

/** The data are whole. */
export async function unmarkMoved(db: Database): Promise<void> {
  await db.deleteFrom('moved').execute();
}
