/** A domain gets another name, as after a merger of administrations. */
import type { Database, Moment } from '../schema.ts';
import { allNames, type DomainRename, domainRenames, keepRename, noteFormerAddress } from './domain-renames.ts';
import { addLeavers, leaverOf } from './leavers.ts';
import { addNotice } from './notices.ts';
import { leave, subscriberOf } from './subscribers.ts';
import { atOnce } from './transaction.ts';

/** What a renaming did, or would do. */
export interface Renamed {
  /** Subscriptions that go on under the new name. */
  subscribers: number;
  /** Of these, mails that say so. */
  notices: number;
  /** Subscriptions under both names that became one. */
  merged: number;
  /** Subscriptions that end, since their person left under the other name. */
  left: number;
  /** Proofs that got a note. */
  proofs: number;
  /** Sign-ups that nobody confirmed yet: their mail goes out again, to the new address. */
  requests: number;
}

interface RenameParts {
  now: Moment;
  /** Keyed hash of an address that left. */
  hashOf: (addressKey: string) => string;
  newId: () => string;
}

/** Thrown to undo what was only tried. */
class OnlyTried extends Error {
  readonly renamed: Renamed;

  constructor(renamed: Renamed) {
    super('only tried');
    this.renamed = renamed;
  }
}

/** Says what {@link renameDomain} would do: does it, and undoes it. */
export async function tryRenaming(db: Database, rename: DomainRename, parts: RenameParts): Promise<Renamed> {
  try {
    await atOnce(db, async (transaction) => {
      throw new OnlyTried(await renameDomain(transaction, rename, parts));
    });
    throw new Error('unreachable');
  } catch (error) {
    if (error instanceof OnlyTried) return error.renamed;
    throw error;
  }
}

/**
 * Gives every address of a domain its new name, all at once or none. Each proof keeps as a note the address that it was
 * given for. Whoever has both becomes one, in the stricter state: gone before paused before active. Called again it finds
 * what came under the former name since.
 */
export function renameDomain(db: Database, rename: DomainRename, parts: RenameParts): Promise<Renamed> {
  return atOnce(db, async (transaction) => {
    const { now } = parts;
    await keepRename(transaction, rename, now);
    const done: Renamed = { subscribers: 0, notices: 0, merged: 0, left: 0, proofs: 0, requests: 0 };
    // Before the proofs have the new name: of whoever consented under both, each counts by itself.
    const confirmed = await confirmedByKey(transaction);
    await renameSubscribers(transaction, rename, parts, done);
    done.proofs = await renameProofs(transaction, rename, now);
    done.requests = await renameRequests(transaction, rename, now);
    await letLeaversGo(transaction, rename, parts, confirmed, done);
    return done;
  });
}

const under = (domain: string) => `%@${domain}`;

/** The same name before the `@`, the domain behind it. */
const moved = (address: string, { domain }: DomainRename) => `${address.slice(0, address.lastIndexOf('@'))}@${domain}`;

async function renameSubscribers(
  db: Database,
  rename: DomainRename,
  { now, newId }: RenameParts,
  done: Renamed,
): Promise<void> {
  const rows = await db
    .selectFrom('subscriber')
    .selectAll()
    .where('addressKey', 'like', under(rename.formerDomain))
    .execute();
  for (const { id, email, addressKey, ...former } of rows) {
    const key = moved(addressKey, rename);
    const other = await subscriberOf(db, key);
    if (other) {
      await db.deleteFrom('subscriber').where('id', '=', id).execute();
      const { status, statusSince, pauseReason } = former;
      if (status === 'paused' && other.status === 'active') {
        await db
          .updateTable('subscriber')
          .set({ status, statusSince, pauseReason })
          .where('id', '=', other.id)
          .execute();
      }
      done.merged += 1;
      continue;
    }
    await db
      .updateTable('subscriber')
      .set({ email: moved(email, rename), addressKey: key })
      .where('id', '=', id)
      .execute();
    done.subscribers += 1;
    if (former.status !== 'active') continue;
    await addNotice(db, { id: newId(), kind: 'renamed', consent: id, since: now });
    done.notices += 1;
  }
}

/** Running and ended ones: whose link is in an old mail has to be found under the new name. */
async function renameProofs(db: Database, rename: DomainRename, now: Moment): Promise<number> {
  const rows = await db
    .selectFrom('consent')
    .select(['id', 'email', 'addressKey'])
    .where('addressKey', 'like', under(rename.formerDomain))
    .execute();
  for (const { id, email, addressKey } of rows) {
    await noteFormerAddress(db, { consent: id, email, renamedAt: now });
    await db
      .updateTable('consent')
      .set({ email: moved(email, rename), addressKey: moved(addressKey, rename) })
      .where('id', '=', id)
      .execute();
  }
  return rows.length;
}

async function renameRequests(db: Database, rename: DomainRename, now: Moment): Promise<number> {
  const rows = await db
    .selectFrom('request')
    .select(['id', 'email', 'addressKey'])
    .where('addressKey', 'like', under(rename.formerDomain))
    .execute();
  for (const { id, email, addressKey } of rows) {
    await db
      .updateTable('request')
      .set({
        email: moved(email, rename),
        addressKey: moved(addressKey, rename),
        mailState: 'waiting',
        attempts: 0,
        nextAttemptAt: now,
      })
      .where('id', '=', id)
      .execute();
  }
  return rows.length;
}

/** When each address consented last. */
async function confirmedByKey(db: Database): Promise<ReadonlyMap<string, Moment>> {
  const rows = await db
    .selectFrom('consent')
    .select(['addressKey', ({ fn }) => fn.max('confirmedAt').as('at')])
    .groupBy('addressKey')
    .execute();
  return new Map(rows.map(({ addressKey, at }) => [addressKey, at]));
}

/**
 * Whoever left under one name is gone under the other too, and is known by the new one where a proof still tells it. Only
 * a consent that is newer than the leaving ends that.
 */
async function letLeaversGo(
  db: Database,
  { domain }: DomainRename,
  { hashOf }: RenameParts,
  confirmed: ReadonlyMap<string, Moment>,
  done: Renamed,
): Promise<void> {
  const renames = await domainRenames(db);
  const rows = await db
    .selectFrom('consent')
    .leftJoin('subscriber', 'subscriber.addressKey', 'consent.addressKey')
    .select(['consent.addressKey', 'subscriber.id'])
    .where('consent.addressKey', 'like', under(domain))
    .distinct()
    .execute();
  for (const { addressKey, id } of rows) {
    const names = allNames(addressKey, renames);
    const consented =
      names
        .flatMap((name) => confirmed.get(name) ?? [])
        .sort()
        .at(-1) ?? '';
    const known = await Promise.all(names.map((name) => leaverOf(db, hashOf(name))));
    const last = known
      .flatMap((leaver) => leaver ?? [])
      .sort((one, other) => (one.leftAt < other.leftAt ? -1 : 1))
      .at(-1);
    if (!last || consented > last.leftAt) continue;
    if (id !== null) {
      await leave(db, addressKey, { now: last.leftAt, way: last.way ?? 'import', hashOf });
      done.left += 1;
    }
    await addLeavers(db, [{ ...last, addressHash: hashOf(addressKey) }]);
  }
}
