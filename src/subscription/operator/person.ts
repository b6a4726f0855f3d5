import type { Address } from '../../model/mail-address.ts';
import { type BounceRecord, bouncesOf, deleteBouncesOf } from '../../store/queries/bounces.ts';
import { deleteProofsOf, type Proof, proofsOf } from '../../store/queries/consents.ts';
import { type DeliveryRecord, deliveriesOf } from '../../store/queries/delivery-record.ts';
import { allNames, domainRenames, formerAddressesOf, leaverUnderAnyName } from '../../store/queries/domain-renames.ts';
import { addLeavers } from '../../store/queries/leavers.ts';
import { deleteRequestsOf, requestsOf, type SubscriptionRequest } from '../../store/queries/requests.ts';
import { leave, type Subscriber, subscriberOf } from '../../store/queries/subscribers.ts';
import type { Database, Moment } from '../../store/schema.ts';
import type { Secret } from '../../store/secret.ts';

/** All that is kept about one address (Art. 15 and 20 GDPR). */
export interface PersonRecord {
  email: string;
  subscription: Pick<Subscriber, 'email' | 'status' | 'statusSince' | 'pauseReason'> | null;
  /** Running and ended; ended ones are restricted to the defence of claims. */
  consents: Proof[];
  openRequests: Pick<SubscriptionRequest, 'requestedAt' | 'expiresAt' | 'mailedAt' | 'messageId'>[];
  deliveries: DeliveryRecord[];
  /** Reports that a mail did not arrive. */
  bounces: BounceRecord[];
  /** Addresses that proofs were given for, before their domain got another name. */
  formerAddresses: { consent: string; email: string; renamedAt: Moment }[];
  /** Since when the address is kept out, as a keyed hash. */
  leftAt: Moment | null;
}

/** Collects the record of an address. */
export async function personRecord(db: Database, { hash }: Secret, { email, key }: Address): Promise<PersonRecord> {
  const subscriber = await subscriberOf(db, key);
  return {
    email,
    subscription: subscriber
      ? {
          email: subscriber.email,
          status: subscriber.status,
          statusSince: subscriber.statusSince,
          pauseReason: subscriber.pauseReason,
        }
      : null,
    consents: await proofsOf(db, key),
    openRequests: (await requestsOf(db, key)).map(({ requestedAt, expiresAt, mailedAt, messageId }) => ({
      requestedAt,
      expiresAt,
      mailedAt,
      messageId,
    })),
    deliveries: await deliveriesOf(db, key),
    bounces: await bouncesOf(db, key),
    formerAddresses: await formerAddressesOf(db, key),
    leftAt: (await leaverUnderAnyName(db, key, (name) => hash('leaver', name)))?.leftAt ?? null,
  };
}

export function isEmptyRecord({ subscription, consents, openRequests, leftAt }: PersonRecord): boolean {
  return !subscription && consents.length === 0 && openRequests.length === 0 && !leftAt;
}

export interface Erased {
  subscription: boolean;
  requests: number;
  proofs: number;
}

/**
 * Erases an address (Art. 17 GDPR): subscription and requests at once, proofs only if told so, since they defend
 * against the claim of unasked mail until their time is over. The keyed hash stays that keeps the address out, and that
 * erases it again from a backup that is put back.
 */
export async function erasePerson(
  db: Database,
  { hash }: Secret,
  { key }: Address,
  { now, withProofs }: { now: Moment; withProofs: boolean },
): Promise<Erased> {
  const hashOf = (addressKey: string) => hash('leaver', addressKey);
  const requests = await deleteRequestsOf(db, key);
  const subscription = await leave(db, key, { now, way: 'erasure', hashOf });
  await deleteBouncesOf(db, key);
  const proofs = withProofs ? await deleteProofsOf(db, key) : 0;
  const erasedAt = withProofs ? now : null;
  const names = allNames(key, await domainRenames(db));
  const gone = names.map((name) => ({ addressHash: hashOf(name), leftAt: now, way: 'erasure' as const, erasedAt }));
  await addLeavers(db, gone);
  return { subscription, requests, proofs };
}
