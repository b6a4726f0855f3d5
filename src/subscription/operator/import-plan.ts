/**
 * What an import of subscribers would do. It only ever tightens what is known: it adds people with a proof of consent,
 * pauses and ends subscriptions, and never brings back one who left.
 */

import { type Address, parseAddress } from '../../model/mail-address.ts';
import type { ListIndex } from '../../store/list-index.ts';
import { toMoment } from '../../store/moments.ts';
import { confirmedSince } from '../../store/queries/consents.ts';
import { leaverOf } from '../../store/queries/leavers.ts';
import { everyone, personOf } from '../../store/queries/people.ts';
import { subscriberOf } from '../../store/queries/subscribers.ts';
import {
  type Database,
  type LeaverTable,
  type Moment,
  type SubscriberStatus,
  withdrawalWays,
} from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';
import { wordingHash } from '../../views/abo/subscription-form.ts';
import type { CsvRow } from './csv.ts';
import { pastMoment } from './csv-moment.ts';

/** What is wrong with a line. */
export type RowMistake = 'address' | 'status' | 'consent' | 'hash' | 'mailHash' | 'moment' | 'twice';

export type ImportStep =
  | { kind: 'add'; address: Address; status: SubscriberStatus; row: CsvRow; confirmedAt: Moment }
  | { kind: 'pause'; address: Address; id: string; row: CsvRow }
  | { kind: 'leave'; address: Address; leaver: LeaverTable }
  | { kind: 'block'; address?: Address; leaver: LeaverTable }
  | { kind: 'unchanged'; address?: Address; addressHash: string }
  | { kind: 'kept-out' | 'not-loosened'; address: Address };

/** What a line leads to. */
export type PlannedLine = { line: number } & ({ step: ImportStep } | { mistake: RowMistake });

/** The stricter a line is, the earlier it counts, where an address stands there more than once. */
const strictness = ['left', 'paused', 'active'];

/**
 * Goes through a list once before it is planned: which line counts for whom, and of those that it names by their hash alone
 * who is known here. Changes nothing but the index.
 */
export async function indexList(
  rows: AsyncIterable<CsvRow>,
  index: ListIndex,
  db: Database,
  secret: Secret,
): Promise<void> {
  let hasHashes = false;
  for await (const row of rows) {
    const who = hashOfRow(row, secret);
    const strict = strictness.indexOf(row.status);
    if (who !== undefined && strict >= 0) index.note(who, strict, row.line);
    hasHashes ||= row.addressHash !== '';
  }
  if (!hasHashes) return;
  for await (const { id, addressKey } of everyone(db)) {
    index.recognise(secret.hash('leaver', addressKey), id);
    index.recognise(secret.hash('leaver', id), id);
  }
}

/**
 * Says line by line what an import of a list would do to the database as it is then. One whose strictest line is wrong
 * stays out, unless another one stands behind it. Changes nothing.
 */
export async function* planImport(
  rows: AsyncIterable<CsvRow>,
  index: ListIndex,
  db: Database,
  secret: Secret,
  now: Temporal.Instant,
): AsyncGenerator<PlannedLine> {
  for await (const row of rows) {
    const { line } = row;
    const who = hashOfRow(row, secret);
    const isRepeated = who !== undefined && strictness.includes(row.status) && !index.counts(who, line);
    const step = isRepeated ? 'twice' : await planRow(row, index, db, secret, now);
    if (typeof step !== 'string') {
      yield { line, step };
      continue;
    }
    if (who !== undefined && !isRepeated) index.forget(who);
    yield { line, mistake: step };
  }
}

const isHash = (text: string) => /^[0-9a-f]{64}$/.test(text);

/** Whom a line is about, by the keyed hash of the address; undefined if it says nobody. */
function hashOfRow({ email, addressHash }: CsvRow, { hash }: Secret): string | undefined {
  const address = parseAddress(email);
  if (address) return hash('leaver', address.key);
  return email === '' && isHash(addressHash) ? addressHash : undefined;
}

/** The subscriber whom a line names by the hash of the address alone. */
async function followingOf(
  addressHash: string,
  index: ListIndex,
  db: Database,
  { hash }: Secret,
): Promise<Address | undefined> {
  const id = index.idOf(addressHash);
  const person = id === undefined ? undefined : await personOf(db, id);
  if (!person || hash('leaver', person.addressKey) !== addressHash) return undefined;
  const subscriber = await subscriberOf(db, person.addressKey);
  return subscriber && parseAddress(subscriber.email);
}

async function planRow(
  row: CsvRow,
  index: ListIndex,
  db: Database,
  secret: Secret,
  now: Temporal.Instant,
): Promise<ImportStep | RowMistake> {
  const { status } = row;
  const byHash = status === 'left' && row.email === '' && isHash(row.addressHash);
  const address = byHash ? await followingOf(row.addressHash, index, db, secret) : parseAddress(row.email);
  if (!address && !byHash) return 'address';
  const addressHash = address ? secret.hash('leaver', address.key) : row.addressHash;
  if (status === 'left') return planLeaver({ row, address, addressHash }, db, now);
  if (!address) return 'address';
  if (status !== 'active' && status !== 'paused') return 'status';
  if (await hasLeft(db, secret, addressHash, row)) return { kind: 'kept-out', address };
  const known = await subscriberOf(db, address.key);
  if (known?.status === status) return { kind: 'unchanged', address, addressHash };
  if (known) {
    return status === 'paused' ? { kind: 'pause', address, id: known.id, row } : { kind: 'not-loosened', address };
  }
  if (row.consentText === '') return 'consent';
  if (row.consentSha256 !== '' && row.consentSha256 !== wordingHash(row.consentText)) return 'hash';
  if (row.mailText !== '' && row.mailVersion !== wordingHash(row.mailText)) return 'mailHash';
  const confirmedAt = pastMoment(row.confirmedAt, now);
  const others = [row.requestedAt, row.mailedAt].filter((text) => text !== '');
  if (!confirmedAt || others.some((text) => !pastMoment(text, now))) return 'moment';
  return { kind: 'add', address, status, row, confirmedAt };
}

/** Also where somebody left by a link of this very subscription, while its proof was not known here. */
async function hasLeft(db: Database, secret: Secret, addressHash: string, { consentId }: CsvRow): Promise<boolean> {
  if (await leaverOf(db, addressHash)) return true;
  return consentId !== '' && (await leaverOf(db, secret.hash('leaver', consentId))) !== undefined;
}

interface LeaverRow {
  row: CsvRow;
  address: Address | undefined;
  addressHash: string;
}

/** Somebody who left, at the moment and in the way that the line tells. Whoever consented anew since then stays. */
async function planLeaver(
  { row, address, addressHash }: LeaverRow,
  db: Database,
  now: Temporal.Instant,
): Promise<ImportStep> {
  const leftAt = pastMoment(row.statusSince, now);
  const way = withdrawalWays.find((one) => one === row.way) ?? 'import';
  const erasedAt = pastMoment(row.erasedAt, now) ?? null;
  const leaver = { addressHash, leftAt: leftAt ?? toMoment(now), way, erasedAt };
  const known = await leaverOf(db, addressHash);
  const unchanged: ImportStep = { kind: 'unchanged', ...(address && { address }), addressHash };
  if (address && (await subscriberOf(db, address.key))) {
    const cameBack = leftAt !== undefined && ((await confirmedSince(db, address.key)) ?? '') > leftAt;
    return cameBack ? unchanged : { kind: 'leave', address, leaver };
  }
  const isKnown = known !== undefined && (erasedAt === null || known.erasedAt !== null);
  return isKnown ? unchanged : { kind: 'block', ...(address && { address }), leaver };
}
