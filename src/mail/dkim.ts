import { createPrivateKey } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';
import { getDomain } from 'tldts';
import { domainOf } from '../model/mail-address.ts';
import { UserError } from '../model/user-error.ts';
import { dkimErrors } from '../words/mail-setup.ts';

/** The key that signs here. */
interface DkimKey {
  domain: string;
  /** Names the DNS record: `<selector>._domainkey.<domain>`. */
  selector: string;
  /** RSA, in PEM. */
  privateKey: string;
}

/** Whether a text is a private key that DKIM can sign with (RSA of 1024 bits or more, RFC 8301). */
export function isDkimKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 1024;
  } catch {
    return false;
  }
}

/**
 * Signs messages (RFC 6376). The signature covers List-Unsubscribe and List-Unsubscribe-Post, without which no program
 * offers the one click (RFC 8058 section 4). Expects a key that `isDkimKey` accepts: others would sign nothing.
 */
function dkimSigner({ domain, selector, privateKey }: DkimKey): (raw: Buffer) => Promise<Buffer> {
  const dkim = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  return (raw) => buffer(dkim.sign(raw));
}

/** The settings of whoever signs here. */
export interface DkimSettings {
  DKIM_SELECTOR?: string | undefined;
  DKIM_KEY?: string | undefined;
  DKIM_DOMAIN?: string | undefined;
}

/**
 * Signs messages of `sender`, if the settings hold a key. A signature of a domain that has nothing to do with the
 * sender's is worth nothing to DMARC (RFC 7489 3.1.1): throws a UserError.
 */
export function signerFor(
  { DKIM_SELECTOR: selector, DKIM_KEY: privateKey, DKIM_DOMAIN }: DkimSettings,
  sender: string,
): ((raw: Buffer) => Promise<Buffer>) | undefined {
  if (privateKey === undefined || selector === undefined) return undefined;
  const own = domainOf(sender);
  const domain = DKIM_DOMAIN === undefined ? own : domainOf(DKIM_DOMAIN);
  if (!isSameOrganisation(domain, own)) throw new UserError(dkimErrors.otherDomain(DKIM_DOMAIN ?? '', own));
  return dkimSigner({ domain, selector, privateKey });
}

/** Whether two domains belong to the same organisation, as far as the list of public suffixes tells. */
export function isSameOrganisation(one: string, other: string): boolean {
  const organisation = (domain: string) => getDomain(domain, { allowPrivateDomains: true });
  return one !== '' && (one === other || (organisation(one) !== null && organisation(one) === organisation(other)));
}
