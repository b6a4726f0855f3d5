/** The execution of what an import was planned to do. */

import { z } from 'zod';
import { parseAddress } from '../../model/mail-address.ts';
import { applyLeavers } from '../../store/queries/apply-leavers.ts';
import { hasConsent } from '../../store/queries/consents.ts';
import { leaverUnderAnyName, noteFormerAddress } from '../../store/queries/domain-renames.ts';
import { keepFormVersion } from '../../store/queries/form-versions.ts';
import { keepFormerLinks } from '../../store/queries/links.ts';
import { keepMailWording } from '../../store/queries/mail-wordings.ts';
import { addSubscription, pause, subscriberOf } from '../../store/queries/subscribers.ts';
import { atOnce } from '../../store/queries/transaction.ts';
import type { ConsentTable, Database, Moment } from '../../store/schema.ts';
import { type Secret, tokenHash } from '../../store/secret.ts';
import { identified, wordingHash } from '../../views/abo/subscription-form.ts';
import type { CsvRow } from './csv.ts';
import { pastMoment } from './csv-moment.ts';
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
      const some = steps.slice(start, start + stepsAtOnce);
      for (const step of some) await runStep(step, { ...parts, db });
      const leavers = some.flatMap((step) => ('leaver' in step ? step.leaver : []));
      if (leavers.length > 0) await applyLeavers(db, leavers, (key) => parts.secret.hash('leaver', key));
    });
  }
}

async function runStep(step: ImportStep, parts: ImportParts): Promise<void> {
  if (step.kind === 'add') await addWithProof(step, parts);
  else if (step.kind === 'pause') await pause(parts.db, step.id, step.row.pauseReason || 'import', parts.now);
}

/** Not for one who came, or came and left, since the plan was made. */
async function addWithProof(
  { address, status, row, confirmedAt }: Extract<ImportStep, { kind: 'add' }>,
  { db, secret, now, newId }: ImportParts,
): Promise<void> {
  if (await leaverUnderAnyName(db, address.key, (name) => secret.hash('leaver', name))) return;
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
  const instant = Temporal.Instant.from(now);
  const moment = (text: string) => pastMoment(text, instant) ?? null;
  const consent: ConsentTable = {
    id: await idFor(row, db, newId),
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
  const given = parseAddress(row.email)?.email ?? consent.email;
  if (given !== consent.email) await noteFormerAddress(db, { consent: consent.id, email: given, renamedAt: now });
  const own = tokenHash(secret.unsubscribeToken(consent.id));
  const links = row.formerLinks.split(/\s+/).filter((hash) => /^[0-9a-f]{64}$/.test(hash) && hash !== own);
  await keepFormerLinks(db, consent.id, links);
  if (status === 'paused') await pause(db, consent.id, row.pauseReason || 'import', now);
}

/** The id that the proof had, so that the links that follow from it go on working under the same key. */
async function idFor({ consentId }: CsvRow, db: Database, newId: () => string): Promise<string> {
  const isFree = z.uuid().safeParse(consentId).success && !(await hasConsent(db, consentId));
  return isFree ? consentId : newId();
}
