import type { Database, LeaverTable, Moment } from '../schema.ts';
import { among } from './listed.ts';
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

/** Those of these hashes that are known as leavers, by hash. */
export async function leaversAmong(
  db: Database,
  addressHashes: readonly string[],
): Promise<ReadonlyMap<string, LeaverTable>> {
  const rows = await db
    .selectFrom('leaver')
    .select(leaverColumns)
    .where(among(db, 'addressHash', addressHashes))
    .execute();
  return new Map(rows.map((row) => [row.addressHash, row]));
}

/**
 * Keeps addresses out for good, whether they ever were in or not. What is known of one who left already stays; only that
 * its proofs were erased is added.
 */
export async function addLeavers(db: Database, leavers: readonly LeaverTable[]): Promise<void> {
  const once = new Map<string, LeaverTable>();
  for (const leaver of leavers) {
    const { erasedAt, ...known } = once.get(leaver.addressHash) ?? leaver;
    once.set(leaver.addressHash, { ...known, erasedAt: erasedAt ?? leaver.erasedAt });
  }
  const rows = [...once.values()].map((leaver) => ({ ...leaver, listedAt: null }));
  for (let start = 0; start < rows.length; start += mostAtOnce) {
    await db
      .insertInto('leaver')
      .values(rows.slice(start, start + mostAtOnce))
      .onConflict((conflict) =>
        conflict
          .column('addressHash')
          .doUpdateSet(({ ref }) => ({ erasedAt: ref('excluded.erasedAt'), listedAt: null }))
          .where('leaver.erasedAt', 'is', null)
          .where('excluded.erasedAt', 'is not', null),
      )
      .execute();
  }
}

/** A statement has room for so many rows on both databases. */
const mostAtOnce = 1000;

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
  await db
    .updateTable('leaver')
    .set({ listedAt: now })
    .where(among(db, 'addressHash', addressHashes))
    .execute();
}

/** The fingerprint of the key that the database belongs to. Throws for one that was never opened with a key. */
export async function knownFingerprint(db: Database): Promise<string> {
  const { fingerprint } = await db.selectFrom('keyCheck').select('fingerprint').executeTakeFirstOrThrow();
  return fingerprint;
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
