import type { Database, LeaverTable, Moment } from '../schema.ts';
import { atOnce } from './transaction.ts';

/** Since when an address is among those that left; undefined if it isn't. */
export async function leftAt(db: Database, addressHash: string): Promise<Moment | undefined> {
  const row = await db.selectFrom('leaver').select('leftAt').where('addressHash', '=', addressHash).executeTakeFirst();
  return row?.leftAt;
}

/** What is known of one who left; undefined of anybody else. */
export function leaverOf(db: Database, addressHash: string): Promise<LeaverTable | undefined> {
  return db.selectFrom('leaver').select(leaverColumns).where('addressHash', '=', addressHash).executeTakeFirst();
}

/**
 * Keeps an address out for good, whether it ever was in or not. What is known of one who left already stays; only that
 * its proofs were erased is added.
 */
export async function addLeaver(db: Database, leaver: LeaverTable): Promise<void> {
  const { addressHash, erasedAt } = leaver;
  await db
    .insertInto('leaver')
    .values({ ...leaver, listedAt: null })
    .onConflict((conflict) => conflict.column('addressHash').doNothing())
    .execute();
  if (erasedAt === null) return;
  await db
    .updateTable('leaver')
    .set({ erasedAt, listedAt: null })
    .where('addressHash', '=', addressHash)
    .where('erasedAt', 'is', null)
    .execute();
}

const leaverColumns = ['addressHash', 'leftAt', 'way', 'erasedAt'] as const;

/** Up to `most` of those that left, by hash, behind the hash `after` (`''` for the first). */
export function leavers(db: Database, after: string, most: number): Promise<LeaverTable[]> {
  return db
    .selectFrom('leaver')
    .select(leaverColumns)
    .where('addressHash', '>', after)
    .orderBy('addressHash')
    .limit(most)
    .execute();
}

/** Up to `most` of those that the list beside the backups doesn't know yet. */
export function unlistedLeavers(db: Database, most: number): Promise<LeaverTable[]> {
  return db
    .selectFrom('leaver')
    .select(leaverColumns)
    .where('listedAt', 'is', null)
    .orderBy('leftAt')
    .limit(most)
    .execute();
}

/** Those whom the list beside the backups knows, as some machine noted. */
export async function listedLeavers(db: Database): Promise<string[]> {
  const rows = await db.selectFrom('leaver').select('addressHash').where('listedAt', 'is not', null).execute();
  return rows.map(({ addressHash }) => addressHash);
}

/** Notes that the list beside the backups knows them. */
export async function noteListed(db: Database, addressHashes: readonly string[], now: Moment): Promise<void> {
  await db.updateTable('leaver').set({ listedAt: now }).where('addressHash', 'in', addressHashes).execute();
}

/**
 * Holds the database and the key together: true if `fingerprint` is that of the key in use, or the first one seen.
 * With another key no leaver would be recognised.
 */
export function keyFits(db: Database, fingerprint: string): Promise<boolean> {
  return atOnce(db, async (transaction) => {
    const known = await transaction.selectFrom('keyCheck').select('fingerprint').executeTakeFirst();
    if (!known) await transaction.insertInto('keyCheck').values({ fingerprint }).execute();
    return !known || known.fingerprint === fingerprint;
  });
}
