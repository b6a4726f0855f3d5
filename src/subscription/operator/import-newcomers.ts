/** People who come by an import, with the proofs of their consent. */

import { z } from 'zod';
import { parseAddress } from '../../model/mail-address.ts';
import type { ListIndex } from '../../store/list-index.ts';
import { consentsAmong } from '../../store/queries/consents.ts';
import { noteFormerAddress } from '../../store/queries/domain-renames.ts';
import { keepFormVersion } from '../../store/queries/form-versions.ts';
import { leaversAmong } from '../../store/queries/leavers.ts';
import { keepFormerLinks } from '../../store/queries/links.ts';
import { keepMailWording } from '../../store/queries/mail-wordings.ts';
import { addSubscriptions, subscribersAmong } from '../../store/queries/subscribers.ts';
import type { ConsentTable, Database, Moment, SubscriberTable } from '../../store/schema.ts';
import { type Secret, tokenHash } from '../../store/secret.ts';
import { identified, wordingHash } from '../../views/abo/subscription-form.ts';
import { importReason } from '../../words/sending.ts';
import type { CsvRow } from './csv.ts';
import { formerAddressesIn } from './csv-former-addresses.ts';
import type { NewcomerStep } from './import-plan.ts';

/** What an import works with beside the database. */
export interface ImportParts {
  secret: Secret;
  index: ListIndex;
  now: Moment;
  newId: () => string;
}

/** Somebody who comes, with the id of their proof. */
type Newcomer = NewcomerStep & { id: string; formVersion: string };

/** Adds people, within a transaction; not those who came, or came and left, since the plan was made. */
export async function addNewcomers(
  db: Database,
  steps: readonly NewcomerStep[],
  { secret, index, now, newId }: ImportParts,
): Promise<void> {
  const fresh = await stillNew(db, steps);
  const formOf = await keepForms(db, fresh, now);
  await keepMails(db, fresh, now);
  const idOf = await freeIds(db, fresh, newId);
  const newcomers = fresh.map((step) => ({ ...step, id: idOf(step.row), formVersion: formOf(step.row) }));
  await addSubscriptions(
    db,
    newcomers.map(consentOf),
    newcomers.map((newcomer) => subscriberOf(newcomer, now)),
  );
  await keepFormerLinks(
    db,
    newcomers.flatMap(({ id, row }) => linksOf(row, id, secret).map((hash) => ({ tokenHash: hash, consent: id }))),
  );
  const moment = Temporal.Instant.from(now);
  for (const { id, address, row } of newcomers) {
    index.recognise(secret.hash('leaver', address.key), id);
    index.recognise(secret.hash('leaver', id), id);
    for (const note of formerAddressesIn(row, moment)) await noteFormerAddress(db, { consent: id, ...note });
    const given = parseAddress(row.email)?.email ?? address.email;
    if (given !== address.email) await noteFormerAddress(db, { consent: id, email: given, renamedAt: now });
  }
}

async function stillNew(db: Database, steps: readonly NewcomerStep[]): Promise<NewcomerStep[]> {
  const gone = await leaversAmong(
    db,
    steps.flatMap(({ hashes }) => hashes),
  );
  const here = await subscribersAmong(
    db,
    steps.map(({ address }) => address.key),
  );
  return steps.filter(({ address, hashes }) => !here.has(address.key) && !hashes.some((hash) => gone.has(hash)));
}

/** Keeps what the forms said that the consents were given by; says by its line under which id. */
async function keepForms(db: Database, steps: readonly NewcomerStep[], now: Moment): Promise<(row: CsvRow) => string> {
  const ids = new Map<string, string>();
  const keyOf = ({ list, consentText, formUrl, privacyVersion, siteCommit }: CsvRow) =>
    JSON.stringify([list, consentText, formUrl, privacyVersion, siteCommit]);
  for (const { row } of steps) {
    const key = keyOf(row);
    if (ids.has(key)) continue;
    const { list, consentText, formUrl, privacyVersion } = row;
    const consentSha256 = wordingHash(consentText);
    const siteCommit = row.siteCommit || null;
    const version = identified({ list, consentText, consentSha256, formUrl, privacyVersion, siteCommit });
    await keepFormVersion(db, version, now);
    ids.set(key, version.id);
  }
  return (row) => ids.get(keyOf(row)) ?? '';
}

/** Keeps what the mails said that asked to confirm. */
async function keepMails(db: Database, steps: readonly NewcomerStep[], now: Moment): Promise<void> {
  const rows = steps.map(({ row }) => row).filter(({ mailText }) => mailText !== '');
  const texts = new Map(rows.map(({ mailVersion, mailText }) => [mailVersion, mailText]));
  for (const [version, mailText] of texts) await keepMailWording(db, { version, mailText }, now);
}

/** The ids that the proofs had, so that the links that follow from them go on working under the same key; each once. */
async function freeIds(
  db: Database,
  steps: readonly NewcomerStep[],
  newId: () => string,
): Promise<(row: CsvRow) => string> {
  const ids = steps.map(({ row }) => row.consentId).filter((id) => id !== '');
  const taken = new Set(await consentsAmong(db, ids));
  return ({ consentId }) => {
    if (taken.has(consentId) || !uuid.safeParse(consentId).success) return newId();
    taken.add(consentId);
    return consentId;
  };
}

const uuid = z.uuid();

function consentOf({ id, address, row, formVersion, requestedAt, mailedAt, confirmedAt }: Newcomer): ConsentTable {
  return {
    id,
    email: address.email,
    addressKey: address.key,
    formVersion,
    source: sourceOf(row),
    requestedAt,
    mailedAt,
    messageId: row.messageId || null,
    mailVersion: row.mailVersion || null,
    confirmedAt,
  };
}

/** Where the list says that they come from; the form that it may mean is not that of this site. */
const sourceOf = ({ source }: CsvRow) => (['', 'form'].includes(source) ? 'import' : source);

function subscriberOf({ id, address, status, row, confirmedAt }: Newcomer, now: Moment): SubscriberTable {
  const shared = { id, email: address.email, addressKey: address.key, status };
  return status === 'paused'
    ? { ...shared, statusSince: now, pauseReason: row.pauseReason || importReason }
    : { ...shared, statusSince: confirmedAt, pauseReason: null };
}

/** The hashes of links that were sent under another key. */
function linksOf({ formerLinks }: CsvRow, id: string, { unsubscribeToken }: Secret): string[] {
  const hashes = formerLinks.split(/\s+/).filter((hash) => /^[0-9a-f]{64}$/.test(hash));
  if (hashes.length === 0) return [];
  const own = tokenHash(unsubscribeToken(id));
  return hashes.filter((hash) => hash !== own);
}
