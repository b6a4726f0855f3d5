/**
 * What an import of subscribers would do. It only ever tightens what is known: it adds people with a proof of consent,
 * pauses and ends subscriptions, and never brings back one who left.
 */

import type { Address } from '../../model/mail-address.ts';
import type { ListIndex } from '../../store/list-index.ts';
import { toMoment } from '../../store/moments.ts';
import { allNames, domainRenames } from '../../store/queries/domain-renames.ts';
import { everyone } from '../../store/queries/people.ts';
import {
  type Database,
  type LeaverTable,
  type Moment,
  type SubscriberStatus,
  withdrawalWays,
} from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';
import { wordingHash } from '../../views/abo/subscription-form.ts';
import type { CsvRow, FaultyRow } from './csv.ts';
import { pastMoment } from './csv-moment.ts';
import type { RecordFault, RecordLines } from './csv-records.ts';
import { aboutWhom, hashOfRow, type ImportLine, isByHash, type Known, knownOf } from './import-lines.ts';

/** What is wrong with a line. */
type RowMistake = RecordFault | 'address' | 'status' | 'consent' | 'hash' | 'mailHash' | 'moment' | 'twice';

/** Somebody who is not known here, with the proof. */
export interface NewcomerStep {
  kind: 'add';
  address: Address;
  /** The keyed hashes by which they may be among the leavers. */
  hashes: readonly string[];
  status: SubscriberStatus;
  row: CsvRow;
  requestedAt: Moment | null;
  mailedAt: Moment | null;
  confirmedAt: Moment;
}

export type ImportStep =
  | NewcomerStep
  | { kind: 'pause'; address: Address; id: string; row: CsvRow }
  | { kind: 'leave'; address: Address; leaver: LeaverTable }
  | { kind: 'block'; address?: Address; leaver: LeaverTable }
  | { kind: 'unchanged'; address?: Address; addressHash: string }
  | { kind: 'kept-out' | 'not-loosened'; address: Address };

/** What a line leads to. */
export type PlannedLine = RecordLines & ({ step: ImportStep } | { mistake: RowMistake });

/** The stricter a line is, the earlier it counts, where an address stands there more than once. */
const strictness = ['left', 'paused', 'active'];

/**
 * Goes through a list once before it is planned: which line counts for whom, and of those that it names by their hash alone
 * who is known here. Changes nothing but the index.
 */
export async function indexList(
  rows: AsyncIterable<CsvRow | FaultyRow>,
  index: ListIndex,
  db: Database,
  secret: Secret,
): Promise<void> {
  const renames = await domainRenames(db);
  let hasHashes = false;
  for await (const row of rows) {
    if ('fault' in row) continue;
    const who = hashOfRow(row, secret, renames);
    const strict = strictness.indexOf(row.status);
    if (who !== undefined && strict >= 0) index.note(who, strict, row.line);
    hasHashes ||= row.addressHash !== '';
  }
  if (!hasHashes) return;
  for await (const { id, addressKey } of everyone(db)) {
    for (const name of allNames(addressKey, renames)) index.recognise(secret.hash('leaver', name), id);
    index.recognise(secret.hash('leaver', id), id);
  }
}

/** Lines that are looked at together, so that the database is asked once for all of them. */
const linesAtOnce = 500;

/**
 * Says line by line what an import of a list would do to the database as it is then. One whose strictest line is wrong
 * stays out, unless another one stands behind it. Changes nothing.
 */
export async function* planImport(
  rows: AsyncIterable<CsvRow | FaultyRow>,
  index: ListIndex,
  db: Database,
  secret: Secret,
  now: Temporal.Instant,
): AsyncGenerator<PlannedLine> {
  const renames = await domainRenames(db);
  const plan = async (stretch: readonly (CsvRow | FaultyRow)[]) => {
    const rows = stretch.filter((row): row is CsvRow => !('fault' in row));
    const lines = new Map((await aboutWhom(rows, index, renames, db, secret)).map((line) => [line.row, line]));
    const known = await knownOf([...lines.values()], db);
    return stretch.map((row): PlannedLine => {
      if ('fault' in row) return { ...linesIn(row), mistake: row.fault };
      return planOnce(lines.get(row) as ImportLine, known, index, now);
    });
  };
  let stretch: (CsvRow | FaultyRow)[] = [];
  for await (const row of rows) {
    stretch.push(row);
    if (stretch.length < linesAtOnce) continue;
    yield* await plan(stretch);
    stretch = [];
  }
  yield* await plan(stretch);
}

const linesIn = ({ line, lastLine }: RecordLines): RecordLines => ({ line, lastLine });

/** What a line leads to if it is the one that counts for whom it is about. */
function planOnce(line: ImportLine, known: Known, index: ListIndex, now: Temporal.Instant): PlannedLine {
  const { who, row } = line;
  if (who !== undefined && strictness.includes(row.status) && !index.counts(who, row.line)) {
    return { ...linesIn(row), mistake: 'twice' };
  }
  const step = planLine(line, known, now);
  if (typeof step !== 'string') return { ...linesIn(row), step };
  if (who !== undefined) index.forget(who);
  return { ...linesIn(row), mistake: step };
}

function planLine(line: ImportLine, known: Known, now: Temporal.Instant): ImportStep | RowMistake {
  const { row, address, addressHash, hashes } = line;
  const { status } = row;
  if (status === 'left' && (address || isByHash(row))) return planLeaver(line, known, now);
  if (!address) return 'address';
  if (status !== 'active' && status !== 'paused') return 'status';
  // Also where somebody left by a link of this very subscription, while its proof was not known here.
  if (hashes.some((hash) => known.leavers.has(hash))) return { kind: 'kept-out', address };
  const subscriber = known.subscribers.get(address.key);
  if (subscriber?.status === status) return { kind: 'unchanged', address, addressHash };
  if (subscriber) {
    return status === 'paused' ? { kind: 'pause', address, id: subscriber.id, row } : { kind: 'not-loosened', address };
  }
  if (row.consentText === '') return 'consent';
  if (row.consentSha256 !== '' && row.consentSha256 !== wordingHash(row.consentText)) return 'hash';
  if (row.mailText !== '' && row.mailVersion !== wordingHash(row.mailText)) return 'mailHash';
  const [confirmedAt, requestedAt, mailedAt] = [row.confirmedAt, row.requestedAt, row.mailedAt].map((text) =>
    text === '' ? null : pastMoment(text, now),
  );
  if (!confirmedAt || requestedAt === undefined || mailedAt === undefined) return 'moment';
  return { kind: 'add', address, hashes, status, row, requestedAt, mailedAt, confirmedAt };
}

/** Somebody who left, at the moment and in the way that the line tells. Whoever consented anew since then stays. */
function planLeaver({ row, address, addressHash }: ImportLine, known: Known, now: Temporal.Instant): ImportStep {
  const leftAt = pastMoment(row.statusSince, now);
  const way = withdrawalWays.find((one) => one === row.way) ?? 'import';
  const erasedAt = pastMoment(row.erasedAt, now) ?? null;
  const leaver = { addressHash, leftAt: leftAt ?? toMoment(now), way, erasedAt };
  const unchanged: ImportStep = { kind: 'unchanged', ...(address && { address }), addressHash };
  if (address && known.subscribers.has(address.key)) {
    const cameBack = leftAt !== undefined && (known.confirmedSince.get(address.key) ?? '') > leftAt;
    return cameBack ? unchanged : { kind: 'leave', address, leaver };
  }
  const gone = known.leavers.get(addressHash);
  const isKnown = gone !== undefined && (erasedAt === null || gone.erasedAt !== null);
  return isKnown ? unchanged : { kind: 'block', ...(address && { address }), leaver };
}
