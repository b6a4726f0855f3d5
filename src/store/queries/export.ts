import type { Database, SubscriberTable } from '../schema.ts';
import { type Proof, proofColumns } from './consents.ts';

/** A subscriber with the proof that the subscription rests on. */
export type ExportRow = Omit<Proof, 'id' | 'withdrawnAt' | 'way'> &
  Pick<SubscriberTable, 'status' | 'statusSince' | 'pauseReason'> & {
    /** The id of that proof, from which its links follow. */
    consentId: string;
  };

/** All subscribers by address. Proofs of those who left are restricted and stay out. */
export function subscribersWithProof(db: Database): Promise<ExportRow[]> {
  return db
    .selectFrom('subscriber')
    .innerJoin('consent', 'consent.id', 'subscriber.id')
    .innerJoin('formVersion', 'formVersion.id', 'consent.formVersion')
    .leftJoin('mailWording', 'mailWording.version', 'consent.mailVersion')
    .select([
      'subscriber.email',
      'subscriber.id as consentId',
      'subscriber.status',
      'subscriber.statusSince',
      'subscriber.pauseReason',
      ...proofColumns,
    ])
    .orderBy('subscriber.addressKey')
    .execute();
}
