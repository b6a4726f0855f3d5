/**
 * Import of subscribers: first a plan, then its execution. A plan only ever tightens what is known: it adds people with
 * a proof of consent, pauses and ends subscriptions, and never brings back one who left.
 */
import { createHash } from 'node:crypto';
import { identified } from '../views/subscription-form.ts';
import { type Address, parseAddress } from './address.ts';
import type { CsvRow } from './csv.ts';
import { momentOf } from './moments.ts';
import type { ConsentTable, Database, Moment, SubscriberStatus } from './schema.ts';
import type { Secret } from './secret.ts';
import { keepFormVersion } from './store/form-versions.ts';
import { addLeaver, leftAt } from './store/leavers.ts';
import { addSubscription, leave, pause, subscribedAddresses, subscriberOf } from './store/subscribers.ts';

/** What is wrong with a line. */
type RowMistake = 'address' | 'status' | 'consent' | 'moment' | 'twice';

export type ImportStep =
  | { kind: 'add'; address: Address; status: SubscriberStatus; row: CsvRow; confirmedAt: Moment }
  | { kind: 'pause'; address: Address; id: string; row: CsvRow }
  | { kind: 'leave'; address: Address }
  | { kind: 'block'; address?: Address; addressHash: string }
  | { kind: 'unchanged' | 'kept-out' | 'not-loosened'; address: Address };

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

const nameOf = (step: ImportStep) => step.address?.key ?? (step.kind === 'block' ? step.addressHash : '');

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
    return subscribed ? { kind: 'leave', address: subscribed } : { kind: 'block', addressHash: row.addressHash };
  }
  const address = parseAddress(row.email);
  if (!address) return 'address';
  const addressHash = secret.hash('leaver', address.key);
  const known = await subscriberOf(db, address.key);
  if (status === 'left') return known ? { kind: 'leave', address } : { kind: 'block', address, addressHash };
  if (status !== 'active' && status !== 'paused') return 'status';
  if (await leftAt(db, addressHash)) return { kind: 'kept-out', address };
  if (known?.status === status) return { kind: 'unchanged', address };
  if (known) {
    return status === 'paused' ? { kind: 'pause', address, id: known.id, row } : { kind: 'not-loosened', address };
  }
  if (row.consentText === '') return 'consent';
  const confirmedAt = pastMoment(row.confirmedAt, now);
  const others = [row.requestedAt, row.mailedAt].filter((text) => text !== '');
  if (!confirmedAt || others.some((text) => !pastMoment(text, now))) return 'moment';
  return { kind: 'add', address, status, row, confirmedAt };
}

function pastMoment(text: string, now: Temporal.Instant): Moment | undefined {
  try {
    const instant = Temporal.Instant.from(text);
    return Temporal.Instant.compare(instant, now) <= 0 ? momentOf(instant) : undefined;
  } catch {
    return undefined;
  }
}

export interface ImportParts {
  db: Database;
  secret: Secret;
  now: Moment;
  newId: () => string;
  newToken: () => string;
}

/** Does what a plan says. Stopped halfway, it can be planned and run again. */
export async function runImport({ steps }: ImportPlan, parts: ImportParts): Promise<void> {
  const { db, secret, now } = parts;
  const hashOf = (key: string) => secret.hash('leaver', key);
  for (const step of steps) {
    if (step.kind === 'add') await addWithProof(step, parts);
    else if (step.kind === 'pause') await pause(db, step.id, step.row.pauseReason || 'import', now);
    else if (step.kind === 'leave') await leave(db, step.address.key, { now, way: 'import', hashOf });
    else if (step.kind === 'block') await addLeaver(db, step.addressHash, now);
  }
}

async function addWithProof(
  { address, status, row, confirmedAt }: Extract<ImportStep, { kind: 'add' }>,
  { db, now, newId, newToken }: ImportParts,
): Promise<void> {
  const version = identified({
    list: row.list,
    consentText: row.consentText,
    consentSha256: createHash('sha256').update(row.consentText).digest('hex'),
    formUrl: row.formUrl,
    privacyVersion: row.privacyVersion,
    siteCommit: row.siteCommit || null,
  });
  await keepFormVersion(db, version, now);
  const moment = (text: string) => (text === '' ? null : momentOf(Temporal.Instant.from(text)));
  const consent: ConsentTable = {
    id: newId(),
    email: address.email,
    addressKey: address.key,
    formVersion: version.id,
    source: 'import',
    requestedAt: moment(row.requestedAt),
    mailedAt: moment(row.mailedAt),
    messageId: row.messageId || null,
    mailVersion: row.mailVersion || null,
    confirmedAt,
    unsubscribeToken: newToken(),
  };
  await db.transaction().execute(async (transaction) => {
    await addSubscription(transaction, consent);
    if (status === 'paused') await pause(transaction, consent.id, row.pauseReason || 'import', now);
  });
}
