/** The execution of what an import was planned to do. */

import { toMoment } from '../../store/moments.ts';
import { keepFormVersion } from '../../store/queries/form-versions.ts';
import { addLeaver, leftAt } from '../../store/queries/leavers.ts';
import { keepMailWording } from '../../store/queries/mail-wordings.ts';
import { addSubscription, leave, pause, subscriberOf } from '../../store/queries/subscribers.ts';
import { atOnce } from '../../store/queries/transaction.ts';
import type { ConsentTable, Database, Moment } from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';
import { identified, wordingHash } from '../../views/abo/subscription-form.ts';
import type { ImportPlan, ImportStep } from './import-plan.ts';

export interface ImportParts {
  db: Database;
  secret: Secret;
  now: Moment;
  newId: () => string;
}

/** Steps that are written to the disk together: the service waits for no more than these. */
const stepsAtOnce = 500;

/** Does what a plan says. Stopped halfway, it can be planned and run again. */
export async function runImport({ steps }: ImportPlan, parts: ImportParts): Promise<void> {
  for (let start = 0; start < steps.length; start += stepsAtOnce) {
    await atOnce(parts.db, async (db) => {
      for (const step of steps.slice(start, start + stepsAtOnce)) await runStep(step, { ...parts, db });
    });
  }
}

async function runStep(step: ImportStep, parts: ImportParts): Promise<void> {
  const { db, secret, now } = parts;
  const hashOf = (key: string) => secret.hash('leaver', key);
  if (step.kind === 'add') await addWithProof(step, parts);
  else if (step.kind === 'pause') await pause(db, step.id, step.row.pauseReason || 'import', now);
  else if (step.kind === 'leave') await leave(db, step.address.key, { now, way: 'import', hashOf });
  else if (step.kind === 'block')
    await addLeaver(db, { addressHash: step.addressHash, leftAt: now, way: 'import', erasedAt: null });
}

/** Not for one who came, or came and left, since the plan was made. */
async function addWithProof(
  { address, status, row, confirmedAt }: Extract<ImportStep, { kind: 'add' }>,
  { db, secret, now, newId }: ImportParts,
): Promise<void> {
  if (await leftAt(db, secret.hash('leaver', address.key))) return;
  if (await subscriberOf(db, address.key)) return;
  const version = identified({
    list: row.list,
    consentText: row.consentText,
    consentSha256: wordingHash(row.consentText),
    formUrl: row.formUrl,
    privacyVersion: row.privacyVersion,
    siteCommit: row.siteCommit || null,
  });
  await keepFormVersion(db, version, now);
  const { mailVersion, mailText } = row;
  if (mailText !== '') await keepMailWording(db, { version: mailVersion, mailText }, now);
  const moment = (text: string) => (text === '' ? null : toMoment(Temporal.Instant.from(text)));
  const consent: ConsentTable = {
    id: newId(),
    email: address.email,
    addressKey: address.key,
    formVersion: version.id,
    source: 'import',
    requestedAt: moment(row.requestedAt),
    mailedAt: moment(row.mailedAt),
    messageId: row.messageId || null,
    mailVersion: mailVersion || null,
    confirmedAt,
  };
  await addSubscription(db, consent);
  if (status === 'paused') await pause(db, consent.id, row.pauseReason || 'import', now);
}
