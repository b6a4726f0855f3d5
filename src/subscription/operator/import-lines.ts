/** Whom the lines of a list are about, and what is known here of them. */

import { type Address, parseAddress } from '../../model/mail-address.ts';
import type { ListIndex } from '../../store/list-index.ts';
import { confirmedSinceAmong } from '../../store/queries/consents.ts';
import { allNames, type DomainRename, renamed } from '../../store/queries/domain-renames.ts';
import { leaversAmong } from '../../store/queries/leavers.ts';
import { peopleAmong } from '../../store/queries/people.ts';
import { type Subscriber, subscribersAmong } from '../../store/queries/subscribers.ts';
import type { Database, LeaverTable, Moment } from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';
import type { CsvRow } from './csv.ts';

/** A line of a list, with whom it is about. */
export interface ImportLine {
  row: CsvRow;
  /** By the address that it names, under the newest name of its domain, or by the hash of one that is subscribed here. */
  address: Address | undefined;
  /** By which it counts once: the keyed hash of its address, or the one in the place of that; undefined if it says nobody. */
  who: string | undefined;
  /** The keyed hash of the address, or what the line says in its place. */
  addressHash: string;
  /** Those by which they may be among the leavers: of every name of the address, and of the consent's id. */
  hashes: string[];
}

/** What is known here of those whom some lines are about. */
export interface Known {
  leavers: ReadonlyMap<string, LeaverTable>;
  /** By the key of the address, as the next. */
  subscribers: ReadonlyMap<string, Subscriber>;
  /** When those consented last who left by the list and are subscribed here. */
  confirmedSince: ReadonlyMap<string, Moment>;
}

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** Whether a line names somebody who left by the hash of the address alone. */
export const isByHash = ({ status, email, addressHash }: CsvRow) =>
  status === 'left' && email === '' && isHash(addressHash);

/** The address of a line under the newest name of its domain. */
function addressNow(email: string, renames: readonly DomainRename[]): Address | undefined {
  const address = parseAddress(email);
  return address && renamed(address, renames);
}

/** Whom a line is about, by the keyed hash of the address; undefined if it says nobody. */
export function hashOfRow(
  { email, addressHash }: CsvRow,
  { hash }: Secret,
  renames: readonly DomainRename[],
): string | undefined {
  const address = addressNow(email, renames);
  if (address) return hash('leaver', address.key);
  return email === '' && isHash(addressHash) ? addressHash : undefined;
}

/** Says of some lines at once whom they are about. Changes nothing. */
export async function aboutWhom(
  rows: readonly CsvRow[],
  index: ListIndex,
  renames: readonly DomainRename[],
  db: Database,
  { hash }: Secret,
): Promise<ImportLine[]> {
  const following = await followingAmong(rows, index, renames, db, { hash });
  return rows.map((row) => {
    const address = addressNow(row.email, renames) ?? (isByHash(row) ? following.get(row.addressHash) : undefined);
    const names = address ? allNames(address.key, renames).map((name) => hash('leaver', name)) : [];
    const [addressHash = row.addressHash] = names;
    const who = row.email === '' ? (isHash(row.addressHash) ? row.addressHash : undefined) : names[0];
    const hashes = [...names, ...(row.consentId === '' ? [] : [hash('leaver', row.consentId)])];
    return { row, address, who, addressHash, hashes };
  });
}

/** The subscribers whom lines name by the hash of the address alone, under any name of its domain, by that hash. */
async function followingAmong(
  rows: readonly CsvRow[],
  index: ListIndex,
  renames: readonly DomainRename[],
  db: Database,
  { hash }: Pick<Secret, 'hash'>,
): Promise<ReadonlyMap<string, Address>> {
  const ids = new Map(
    rows.filter(isByHash).flatMap(({ addressHash }) => {
      const id = index.idOf(addressHash);
      return id === undefined ? [] : [[addressHash, id] as const];
    }),
  );
  if (ids.size === 0) return new Map();
  const people = await peopleAmong(db, [...ids.values()]);
  const subscribers = await subscribersAmong(
    db,
    [...people.values()].map(({ addressKey }) => addressKey),
  );
  const found = new Map<string, Address>();
  for (const [addressHash, id] of ids) {
    const { addressKey = '' } = people.get(id) ?? {};
    const address = parseAddress(subscribers.get(addressKey)?.email ?? '');
    // Not by the hash of a consent's id, which means that one alone.
    const isOfAddress = allNames(addressKey, renames).some((name) => hash('leaver', name) === addressHash);
    if (address && isOfAddress) found.set(addressHash, address);
  }
  return found;
}

/** Asks at once what is known of all of whom these lines are. */
export async function knownOf(lines: readonly ImportLine[], db: Database): Promise<Known> {
  const hashes = lines.flatMap((line) => [line.addressHash, ...line.hashes]);
  const subscribers = await subscribersAmong(
    db,
    lines.flatMap(({ address }) => address?.key ?? []),
  );
  const gone = lines.filter(({ row, address }) => row.status === 'left' && address && subscribers.has(address.key));
  return {
    leavers: await leaversAmong(db, hashes),
    subscribers,
    confirmedSince: await confirmedSinceAmong(
      db,
      gone.flatMap(({ address }) => address?.key ?? []),
    ),
  };
}
