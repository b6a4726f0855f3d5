import type { Database, LeaverTable, Moment } from '../schema.ts';
import { allNames, domainRenames } from './domain-renames.ts';
import { addLeavers } from './leavers.ts';
import type { KnownPerson } from './people.ts';
import { deleteRequestsUntil } from './requests.ts';
import { leave } from './subscribers.ts';
import { atOnce } from './transaction.ts';

/** What a list of leavers changed. */
export interface Applied {
  /** Subscriptions that ended. */
  left: number;
  /** Proofs that were erased. */
  proofs: number;
}

/**
 * Lets those leave who are on a list, in the way and at the moment that it says, and erases what was erased. Whoever
 * consented anew after leaving stays. `find` tells by hash whom the list means; everybody is looked at where it is left out.
 */
export function applyLeavers(
  db: Database,
  list: readonly LeaverTable[],
  hashOf: (addressKey: string) => string,
  find: (transaction: Database) => Promise<ReadonlyMap<string, KnownPerson>> = (db) => addressKeys(db, hashOf),
): Promise<Applied> {
  return atOnce(db, async (transaction) => {
    const applied: Applied = { left: 0, proofs: 0 };
    const people = await find(transaction);
    const gone: LeaverTable[] = [];
    for (const leaver of list) {
      const { addressHash, leftAt, erasedAt } = leaver;
      const person = people.get(addressHash);
      if (person && person.confirmedAt <= leftAt) {
        const way = leaver.way ?? 'import';
        if (await leave(transaction, person.addressKey, { now: leftAt, way, hashOf })) applied.left += 1;
      }
      if (person) await deleteRequestsUntil(transaction, person.addressKey, leftAt);
      if (person && erasedAt !== null)
        applied.proofs += await deleteProofsUntil(transaction, person.addressKey, erasedAt);
      if (!person || person.confirmedAt <= leftAt) gone.push(leaver);
    }
    await addLeavers(transaction, gone);
    return applied;
  });
}

/** Everybody of whom there is a proof or a request, by keyed hash; consents by the hash of their ids too. */
async function addressKeys(
  db: Database,
  hashOf: (addressKey: string) => string,
): Promise<ReadonlyMap<string, KnownPerson>> {
  const people = new Map<string, KnownPerson>();
  for (const { addressKey } of await db.selectFrom('request').select('addressKey').distinct().execute()) {
    people.set(hashOf(addressKey), { addressKey, confirmedAt: '' });
  }
  const consents = await db
    .selectFrom('consent')
    .select(['id', 'addressKey', 'confirmedAt'])
    .orderBy('confirmedAt')
    .execute();
  const renames = await domainRenames(db);
  for (const { id, ...person } of consents) {
    // Whoever left under a former name of their domain is on the list by that.
    for (const name of allNames(person.addressKey, renames)) people.set(hashOf(name), person);
    people.set(hashOf(id), person);
  }
  return people;
}

async function deleteProofsUntil(db: Database, addressKey: string, until: Moment): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('consent')
    .where('addressKey', '=', addressKey)
    .where('confirmedAt', '<=', until)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
