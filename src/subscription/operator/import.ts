/** The execution of what an import was planned to do. */

import { applyLeavers } from '../../store/queries/apply-leavers.ts';
import { confirmedSinceAmong } from '../../store/queries/consents.ts';
import { type KnownPerson, peopleAmong } from '../../store/queries/people.ts';
import { pause } from '../../store/queries/subscribers.ts';
import { atOnce } from '../../store/queries/transaction.ts';
import type { Database } from '../../store/schema.ts';
import { importReason } from '../../words/sending.ts';
import { addNewcomers, type ImportParts } from './import-newcomers.ts';
import type { ImportStep } from './import-plan.ts';

/** Steps to be run together: the service waits for no more than these. */
export const stepsAtOnce = 500;

type LeavingStep = Extract<ImportStep, { kind: 'leave' | 'block' }>;

/** Does what was planned, as a whole or not at all. An import that is stopped halfway can be planned and run again. */
export function runSteps(
  steps: readonly ImportStep[],
  { db: all, ...parts }: ImportParts & { db: Database },
): Promise<void> {
  return atOnce(all, async (db) => {
    await addNewcomers(
      db,
      steps.filter((step) => step.kind === 'add'),
      parts,
    );
    for (const step of steps) {
      if (step.kind === 'pause') await pause(db, step.id, step.row.pauseReason || importReason, parts.now);
    }
    const leaving = steps.filter((step) => step.kind === 'leave' || step.kind === 'block');
    if (leaving.length === 0) return;
    const leavers = leaving.map(({ leaver }) => leaver);
    await applyLeavers(
      db,
      leavers,
      (key) => parts.secret.hash('leaver', key),
      () => whoLeft(db, leaving, parts),
    );
  });
}

/** Whom the list means that they left, by hash: by their address, or by the hash of it or of a consent's id. */
async function whoLeft(
  db: Database,
  leaving: readonly LeavingStep[],
  { secret, index }: ImportParts,
): Promise<ReadonlyMap<string, KnownPerson>> {
  const ids = leaving.map(({ leaver }) => index.idOf(leaver.addressHash));
  const people = await peopleAmong(
    db,
    ids.filter((id) => id !== undefined),
  );
  const found = new Map<string, KnownPerson>();
  const byKey = new Map<string, string>();
  for (const [at, { leaver, address }] of leaving.entries()) {
    const id = ids[at] ?? '';
    const person = people.get(id);
    const key = address?.key ?? person?.addressKey;
    const isOfConsent = person !== undefined && secret.hash('leaver', id) === leaver.addressHash;
    if (isOfConsent) found.set(leaver.addressHash, person);
    else if (key !== undefined) byKey.set(leaver.addressHash, key);
  }
  const since = await confirmedSinceAmong(db, [...byKey.values()]);
  for (const [hash, addressKey] of byKey) found.set(hash, { addressKey, confirmedAt: since.get(addressKey) ?? '' });
  return found;
}
