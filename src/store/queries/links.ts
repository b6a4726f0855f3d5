/** Whom the links to unsubscribe belong to. */

import type { Database, FormerLinkTable } from '../schema.ts';
import { type Secret, tokenHash } from '../secret.ts';
import { addLeavers } from './leavers.ts';
import { among } from './listed.ts';
import { type Leaving, leave, type Subscriber, subscriberOf } from './subscribers.ts';

type TokenReader = Pick<Secret, 'consentOf'>;

/** The address whose mails held a token; undefined if no proof of it is kept. */
async function addressKeyOf(db: Database, token: string, { consentOf }: TokenReader): Promise<string | undefined> {
  const id = consentOf(token);
  const consents = db.selectFrom('consent').select('consent.addressKey');
  const consent = await (id === undefined
    ? consents
        .innerJoin('formerLink', 'formerLink.consent', 'consent.id')
        .where('formerLink.tokenHash', '=', tokenHash(token))
    : consents.where('consent.id', '=', id)
  ).executeTakeFirst();
  return consent?.addressKey;
}

/** Whether a token belongs to a running subscription, and whose. Changes nothing. */
export async function subscriberByToken(
  db: Database,
  token: string,
  reader: TokenReader,
): Promise<Subscriber | undefined> {
  const addressKey = await addressKeyOf(db, token, reader);
  return addressKey === undefined ? undefined : subscriberOf(db, addressKey);
}

/**
 * Ends the subscription that a token belongs to, also if the token is one of an earlier subscription of the same
 * person. Returns what was found: `left` now, `gone` before, or `unknown`. A token of ours whose proof isn't kept counts
 * as gone: it is remembered, so that no list brings that subscription back.
 */
export async function leaveByToken(
  db: Database,
  token: string,
  { consentOf, ...leaving }: Leaving & TokenReader,
): Promise<'left' | 'gone' | 'unknown'> {
  const addressKey = await addressKeyOf(db, token, { consentOf });
  if (addressKey !== undefined) return (await leave(db, addressKey, leaving)) ? 'left' : 'gone';
  const id = consentOf(token);
  if (id === undefined) return 'unknown';
  const { hashOf, now, way } = leaving;
  await addLeavers(db, [{ addressHash: hashOf(id), leftAt: now, way, erasedAt: null }]);
  return 'gone';
}

/** By address, the hashes of all links that were ever sent to it, of earlier subscriptions too. */
export async function linkHashes(
  db: Database,
  addressKeys: readonly string[],
  { unsubscribeToken }: Pick<Secret, 'unsubscribeToken'>,
): Promise<ReadonlyMap<string, string[]>> {
  const rows = await db
    .selectFrom('consent')
    .leftJoin('formerLink', 'formerLink.consent', 'consent.id')
    .select(['consent.addressKey', 'consent.id', 'formerLink.tokenHash'])
    .where(among(db, 'consent.addressKey', addressKeys))
    .execute();
  const found = new Map(addressKeys.map((key) => [key, new Set<string>()]));
  for (const { addressKey, id, tokenHash: former } of rows) {
    const hashes = found.get(addressKey);
    hashes?.add(tokenHash(unsubscribeToken(id)));
    if (former !== null) hashes?.add(former);
  }
  return new Map([...found].map(([key, hashes]) => [key, [...hashes].sort()]));
}

/** Keeps links that subscriptions had elsewhere; those that are known stay whose they are. */
export async function keepFormerLinks(db: Database, links: readonly FormerLinkTable[]): Promise<void> {
  if (links.length === 0) return;
  await db
    .insertInto('formerLink')
    .values(links)
    .onConflict((conflict) => conflict.column('tokenHash').doNothing())
    .execute();
}
