import type { Database, SubscriberTable } from '../schema.ts';
import { type Proof, proofColumns } from './consents.ts';

/** A subscriber with the proof that the subscription rests on. */
export type ExportRow = Omit<Proof, 'id' | 'withdrawnAt' | 'way'> &
  Pick<SubscriberTable, 'status' | 'statusSince' | 'pauseReason'> & {
    /** The id of that proof, from which its links follow. */
    consentId: string;
  };

/**
 * Up to `most` subscribers by address, behind the address `after` (`''` for the first). Proofs of those who left are
 * restricted and stay out.
 */
export function subscribersWithProof(
  db: Database,
  after: string,
  most: number,
): Promise<(ExportRow & Pick<SubscriberTable, 'addressKey'>)[]> {
  return db
    .selectFrom('subscriber')
    .innerJoin('consent', 'consent.id', 'subscriber.id')
    .innerJoin('formVersion', 'formVersion.id', 'consent.formVersion')
    .leftJoin('mailWording', 'mailWording.version', 'consent.mailVersion')
    .select([
      'subscriber.email',
      'subscriber.addressKey',
      'subscriber.id as consentId',
      'subscriber.status',
      'subscriber.statusSince',
      'subscriber.pauseReason',
      ...proofColumns,
    ])
    .where('subscriber.addressKey', '>', after)
    .orderBy('subscriber.addressKey')
    .limit(most)
    .execute();
}
