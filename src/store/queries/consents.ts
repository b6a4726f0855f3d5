import type { Selectable } from 'kysely';
import type { ConsentTable, Database, FormVersionTable, MailWordingTable, Moment, WithdrawalTable } from '../schema.ts';
import { among } from './listed.ts';

/** A proof of consent with all that belongs to it. */
export type Proof = Omit<Selectable<ConsentTable>, 'formVersion' | 'addressKey'> &
  Omit<FormVersionTable, 'id' | 'firstSeenAt'> & {
    /** What that mail said; unknown of proofs that were made before it was kept. */
    mailText: MailWordingTable['mailText'] | null;
  } & Partial<Pick<WithdrawalTable, 'withdrawnAt' | 'way'>>;

/** The columns of a proof beside its id and address, for queries that join both tables. */
export const proofColumns = [
  'consent.source',
  'consent.requestedAt',
  'consent.mailedAt',
  'consent.messageId',
  'consent.mailVersion',
  'mailWording.mailText',
  'consent.confirmedAt',
  'formVersion.list',
  'formVersion.consentText',
  'formVersion.consentSha256',
  'formVersion.formUrl',
  'formVersion.privacyVersion',
  'formVersion.siteCommit',
] as const;

const proofs = (db: Database) =>
  db
    .selectFrom('consent')
    .innerJoin('formVersion', 'formVersion.id', 'consent.formVersion')
    .leftJoin('mailWording', 'mailWording.version', 'consent.mailVersion')
    .leftJoin('withdrawal', 'withdrawal.consent', 'consent.id')
    .select(['consent.id', 'consent.email', ...proofColumns, 'withdrawal.withdrawnAt', 'withdrawal.way']);

/** All proofs of one address, running and ended, the oldest first. */
export async function proofsOf(db: Database, addressKey: string): Promise<Proof[]> {
  const rows = await proofs(db).where('consent.addressKey', '=', addressKey).orderBy('consent.confirmedAt').execute();
  return rows.map(({ withdrawnAt, way, ...row }) => (withdrawnAt && way ? { ...row, withdrawnAt, way } : row));
}

/** When these addresses consented last, by address; those are left out of whom no proof is kept. */
export async function confirmedSinceAmong(
  db: Database,
  addressKeys: readonly string[],
): Promise<ReadonlyMap<string, Moment>> {
  const rows = await db
    .selectFrom('consent')
    .select(['addressKey', ({ fn }) => fn.max('confirmedAt').as('at')])
    .where(among(db, 'addressKey', addressKeys))
    .groupBy('addressKey')
    .execute();
  return new Map(rows.map(({ addressKey, at }) => [addressKey, at]));
}

/** Those of these ids that a proof has. */
export async function consentsAmong(db: Database, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('consent')
    .select('id')
    .where(among(db, 'id', ids))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Deletes all proofs of one address (Art. 17 GDPR); what it consented to can't be shown afterwards. */
export async function deleteProofsOf(db: Database, addressKey: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('consent')
    .where('addressKey', '=', addressKey)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

/** When the oldest consent was confirmed that is kept; undefined if none is. */
export async function oldestProof(db: Database): Promise<Moment | undefined> {
  const { at } = await db
    .selectFrom('consent')
    .select(({ fn }) => fn.min('confirmedAt').as('at'))
    .executeTakeFirstOrThrow();
  return at ?? undefined;
}
