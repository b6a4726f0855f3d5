/** The execution of what an import was planned to do. */

import { z } from 'zod';
import { parseAddress } from '../../model/mail-address.ts';
import type { ListIndex } from '../../store/list-index.ts';
import { applyLeavers } from '../../store/queries/apply-leavers.ts';
import { confirmedSince, hasConsent } from '../../store/queries/consents.ts';
import { leaverUnderAnyName, noteFormerAddress } from '../../store/queries/domain-renames.ts';
import { keepFormVersion } from '../../store/queries/form-versions.ts';
import { keepFormerLinks } from '../../store/queries/links.ts';
import { keepMailWording } from '../../store/queries/mail-wordings.ts';
import { type KnownPerson, personOf } from '../../store/queries/people.ts';
import { addSubscription, pause, subscriberOf } from '../../store/queries/subscribers.ts';
import { atOnce } from '../../store/queries/transaction.ts';
import type { ConsentTable, Database, Moment } from '../../store/schema.ts';
import { type Secret, tokenHash } from '../../store/secret.ts';
import { identified, wordingHash } from '../../views/abo/subscription-form.ts';
import type { CsvRow } from './csv.ts';
import { formerAddressesIn } from './csv-former-addresses.ts';
import { pastMoment } from './csv-moment.ts';
import type { ImportStep } from './import-plan.ts';

export interface ImportParts {
  db: Database;
  secret: Secret;
  index: ListIndex;
  now: Moment;
  newId: () => string;
}

/** Steps to be run together: the service waits for no more than these. */
export const stepsAtOnce = 500;

/** Does what was planned, as a whole or not at all. An import that is stopped halfway can be planned and run again. */
export function runSteps(steps: readonly ImportStep[], parts: ImportParts): Promise<void> {
  return atOnce(parts.db, async (db) => {
    for (const step of steps) await runStep(step, { ...parts, db });
    const leaving = steps.filter((step) => 'leaver' in step);
    if (leaving.length === 0) return;
    const hashOf = (key: string) => parts.secret.hash('leaver', key);
    const named = new Map(leaving.map(({ leaver, address }) => [leaver.addressHash, address?.key]));
    const leavers = leaving.map(({ leaver }) => leaver);
    await applyLeavers(db, leavers, hashOf, (_, hash) => whoIs(hash, named.get(hash), { ...parts, db }));
  });
}

/** Whom a line means that somebody left: by the address, or by the hash of it or of a consent's id. */
async function whoIs(
  addressHash: string,
  addressKey: string | undefined,
  { db, secret, index }: ImportParts,
): Promise<KnownPerson | undefined> {
  const id = index.idOf(addressHash);
  const found = id === undefined ? undefined : await personOf(db, id);
  const key = addressKey ?? found?.addressKey;
  const isOfConsent = id !== undefined && secret.hash('leaver', id) === addressHash;
  if (key === undefined || isOfConsent) return found;
  return { addressKey: key, confirmedAt: (await confirmedSince(db, key)) ?? '' };
}

async function runStep(step: ImportStep, parts: ImportParts): Promise<void> {
  if (step.kind === 'add') await addWithProof(step, parts);
  else if (step.kind === 'pause') await pause(parts.db, step.id, step.row.pauseReason || 'import', parts.now);
}

/** Not for one who came, or came and left, since the plan was made. */
async function addWithProof(
  { address, status, row, confirmedAt }: Extract<ImportStep, { kind: 'add' }>,
  { db, secret, index, now, newId }: ImportParts,
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
  index.recognise(secret.hash('leaver', address.key), consent.id);
  index.recognise(secret.hash('leaver', consent.id), consent.id);
  const given = parseAddress(row.email)?.email ?? consent.email;
  for (const note of formerAddressesIn(row, instant)) await noteFormerAddress(db, { consent: consent.id, ...note });
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
