/** Domains that got another name, and what that means for addresses. */
import { type Address, parseAddress } from '../../model/mail-address.ts';
import type { Database, LeaverTable, Moment } from '../schema.ts';
import { leaverOf } from './leavers.ts';
import { among } from './listed.ts';

/** One domain and the name that it got. */
export interface DomainRename {
  formerDomain: string;
  domain: string;
}

export function domainRenames(db: Database): Promise<DomainRename[]> {
  return db.selectFrom('domainRename').select(['formerDomain', 'domain']).execute();
}

/** Whether it is known already that a domain has this other name. */
export async function isRenamed(db: Database, { formerDomain, domain }: DomainRename): Promise<boolean> {
  const known = await domainRenames(db);
  return known.some((one) => one.formerDomain === formerDomain && one.domain === domain);
}

/** Keeps that a domain has another name from now on; one that gets its former name back has none before it any more. */
export async function keepRename(
  db: Database,
  { formerDomain, domain }: DomainRename,
  renamedAt: Moment,
): Promise<void> {
  await db.deleteFrom('domainRename').where('formerDomain', '=', domain).execute();
  await db
    .insertInto('domainRename')
    .values({ formerDomain, domain, renamedAt })
    .onConflict((conflict) => conflict.column('formerDomain').doUpdateSet({ domain, renamedAt }))
    .execute();
}

/** The address as it is now: the same one, where its domain never got another name. */
export async function currentAddress(db: Database, address: Address): Promise<Address> {
  return renamed(address, await domainRenames(db));
}

/** The address under the newest name of its domain. */
export function renamed(address: Address, renames: readonly DomainRename[]): Address {
  const { domain: start } = address;
  let domain = start;
  // No more steps than there are names: they lead nowhere in a circle, and nobody has to believe that.
  for (const _ of renames) domain = renames.find(({ formerDomain }) => formerDomain === domain)?.domain ?? domain;
  if (domain === start) return address;
  return parseAddress(`${address.email.slice(0, address.email.lastIndexOf('@'))}@${domain}`) ?? address;
}

/** An address and what it was called before, under every former name of its domain. */
export function allNames(addressKey: string, renames: readonly DomainRename[]): string[] {
  const at = addressKey.lastIndexOf('@');
  const domains = [addressKey.slice(at + 1)];
  for (const domain of domains) {
    for (const { formerDomain, domain: later } of renames) {
      if (later === domain && !domains.includes(formerDomain)) domains.push(formerDomain);
    }
  }
  return domains.map((domain) => addressKey.slice(0, at + 1) + domain);
}

/** What is known of one who left, under this name of theirs or a former one. */
export async function leaverUnderAnyName(
  db: Database,
  addressKey: string,
  hashOf: (addressKey: string) => string,
): Promise<LeaverTable | undefined> {
  for (const name of allNames(addressKey, await domainRenames(db))) {
    const leaver = await leaverOf(db, hashOf(name));
    if (leaver) return leaver;
  }
  return undefined;
}

/** Notes at a proof the address that it was given for. */
export async function noteFormerAddress(
  db: Database,
  note: { consent: string; email: string; renamedAt: Moment },
): Promise<void> {
  await db
    .insertInto('formerAddress')
    .values(note)
    .onConflict((conflict) => conflict.columns(['consent', 'email']).doUpdateSet({ renamedAt: note.renamedAt }))
    .execute();
}

/** The last note at a proof; undefined if its address is the one that it was given for. */
export function formerAddressOf(
  db: Database,
  consent: string,
): Promise<{ email: string; renamedAt: Moment } | undefined> {
  return db
    .selectFrom('formerAddress')
    .select(['email', 'renamedAt'])
    .where('consent', '=', consent)
    .orderBy('renamedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** All notes at the proofs of an address, the oldest first. */
export function formerAddressesOf(
  db: Database,
  addressKey: string,
): Promise<{ consent: string; email: string; renamedAt: Moment }[]> {
  return db
    .selectFrom('formerAddress')
    .innerJoin('consent', 'consent.id', 'formerAddress.consent')
    .select(['formerAddress.consent', 'formerAddress.email', 'formerAddress.renamedAt'])
    .where('consent.addressKey', '=', addressKey)
    .orderBy('formerAddress.renamedAt')
    .execute();
}

/** All notes at these proofs, by proof, the oldest first. */
export async function formerAddressesAt(
  db: Database,
  consents: readonly string[],
): Promise<ReadonlyMap<string, { email: string; renamedAt: Moment }[]>> {
  const notes = await db
    .selectFrom('formerAddress')
    .select(['consent', 'email', 'renamedAt'])
    .where(among(db, 'consent', consents))
    .orderBy('renamedAt')
    .orderBy('email')
    .execute();
  return Map.groupBy(notes, ({ consent }) => consent);
}
