import type { Database, LeaverTable, Moment } from '../schema.ts';

/** Since when an address is among those that left; undefined if it isn't. */
export async function leftAt(db: Database, addressHash: string): Promise<Moment | undefined> {
  const row = await db.selectFrom('leaver').select('leftAt').where('addressHash', '=', addressHash).executeTakeFirst();
  return row?.leftAt;
}

/** Keeps an address out for good, whether it ever was in or not. */
export async function addLeaver(db: Database, leaver: LeaverTable): Promise<void> {
  await db
    .insertInto('leaver')
    .values(leaver)
    .onConflict((conflict) => conflict.column('addressHash').doNothing())
    .execute();
}

/**
 * Holds the database and the key together: true if `fingerprint` is that of the key in use, or the first one seen.
 * With another key no leaver would be recognised.
 */
export function keyFits(db: Database, fingerprint: string): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    const known = await transaction.selectFrom('keyCheck').select('fingerprint').executeTakeFirst();
    if (!known) await transaction.insertInto('keyCheck').values({ fingerprint }).execute();
    return !known || known.fingerprint === fingerprint;
  });
}
