/**
 * What an import of subscribers would do. It only ever tightens what is known: it adds people with a proof of consent,
 * pauses and ends subscriptions, and never brings back one who left.
 */

import { type Address, parseAddress } from '../../model/mail-address.ts';
import { toMoment } from '../../store/moments.ts';
import { leftAt } from '../../store/queries/leavers.ts';
import { subscribedAddresses, subscriberOf } from '../../store/queries/subscribers.ts';
import type { Database, Moment, SubscriberStatus } from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';
import { wordingHash } from '../../views/abo/subscription-form.ts';
import type { CsvRow } from './csv.ts';

/** What is wrong with a line. */
type RowMistake = 'address' | 'status' | 'consent' | 'hash' | 'mailHash' | 'moment' | 'twice';

export type ImportStep =
  | { kind: 'add'; address: Address; status: SubscriberStatus; row: CsvRow; confirmedAt: Moment }
  | { kind: 'pause'; address: Address; id: string; row: CsvRow }
  | { kind: 'leave'; address: Address }
  | { kind: 'block' | 'unchanged'; address?: Address; addressHash: string }
  | { kind: 'kept-out' | 'not-loosened'; address: Address };

export interface ImportPlan {
  steps: ImportStep[];
  mistakes: { line: number; mistake: RowMistake }[];
}

/** Says what an import of these lines would do to the database as it is. Changes nothing. */
export async function planImport(
  rows: readonly CsvRow[],
  db: Database,
  secret: Secret,
  now: Temporal.Instant,
): Promise<ImportPlan> {
  const plan: ImportPlan = { steps: [], mistakes: [] };
  const seen = new Set<string>();
  const following = await subscribersByHash(rows, db, secret);
  for (const row of rows) {
    const step = await planRow(row, following, db, secret, now);
    const who = typeof step === 'string' ? '' : nameOf(step);
    if (typeof step === 'string') plan.mistakes.push({ line: row.line, mistake: step });
    else if (seen.has(who)) plan.mistakes.push({ line: row.line, mistake: 'twice' });
    else plan.steps.push(step);
    seen.add(who);
  }
  return plan;
}

const nameOf = (step: ImportStep) => step.address?.key ?? ('addressHash' in step ? step.addressHash : '');

/** Subscribers by the keyed hash of their address; looked up only where a line names a leaver by that alone. */
async function subscribersByHash(
  rows: readonly CsvRow[],
  db: Database,
  { hash }: Secret,
): Promise<ReadonlyMap<string, Address>> {
  const found = new Map<string, Address>();
  if (rows.every(({ addressHash }) => addressHash === '')) return found;
  for (const email of await subscribedAddresses(db)) {
    const address = parseAddress(email);
    if (address) found.set(hash('leaver', address.key), address);
  }
  return found;
}

async function planRow(
  row: CsvRow,
  following: ReadonlyMap<string, Address>,
  db: Database,
  secret: Secret,
  now: Temporal.Instant,
): Promise<ImportStep | RowMistake> {
  const { status } = row;
  if (status === 'left' && row.email === '' && /^[0-9a-f]{64}$/.test(row.addressHash)) {
    const subscribed = following.get(row.addressHash);
    if (subscribed) return { kind: 'leave', address: subscribed };
    return { kind: (await leftAt(db, row.addressHash)) ? 'unchanged' : 'block', addressHash: row.addressHash };
  }
  const address = parseAddress(row.email);
  if (!address) return 'address';
  const addressHash = secret.hash('leaver', address.key);
  const known = await subscriberOf(db, address.key);
  const hasLeft = (await leftAt(db, addressHash)) !== undefined;
  if (status === 'left') {
    if (known) return { kind: 'leave', address };
    return { kind: hasLeft ? 'unchanged' : 'block', address, addressHash };
  }
  if (status !== 'active' && status !== 'paused') return 'status';
  if (hasLeft) return { kind: 'kept-out', address };
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

function pastMoment(text: string, now: Temporal.Instant): Moment | undefined {
  try {
    const instant = Temporal.Instant.from(text);
    return Temporal.Instant.compare(instant, now) <= 0 ? toMoment(instant) : undefined;
  } catch {
    return undefined;
  }
}
