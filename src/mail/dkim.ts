import { createPrivateKey } from 'node:crypto';
import { getDomain } from 'tldts';
import { domainOf } from '../model/mail-address.ts';
import { UserError } from '../model/user-error.ts';
import { dkimErrors } from '../words/mail-setup.ts';
import { bodyHashOf, type DkimKey, dkimSignature, fieldsOf, relaxedBody } from './dkim-signature.ts';

/** Whether a text is a private key that DKIM can sign with (RSA of 1024 bits or more, RFC 8301). */
export function isDkimKey(pem: string): boolean {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = createPrivateKey(pem);
    return asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) >= 1024;
  } catch {
    return false;
  }
}

/** Signs the messages of one sender. */
export interface Signer {
  /** The field DKIM-Signature for a message with these fields, and a text of this hash (`bodyHashOf`). */
  field: (fields: readonly string[], bodyHash: string) => string;
  /** A whole message with its signature. */
  sign: (raw: Buffer) => Buffer;
}

function signer(key: DkimKey): Signer {
  const field: Signer['field'] = (fields, bodyHash) => dkimSignature(fields, bodyHash, key);
  return {
    field,
    sign(raw) {
      const end = raw.indexOf('\r\n\r\n');
      const fields = fieldsOf(raw.toString('utf8', 0, end));
      const signature = field(fields, bodyHashOf(relaxedBody(raw.subarray(end + 4))));
      return Buffer.concat([Buffer.from(`${signature}\r\n`), raw]);
    },
  };
}

/** The settings of whoever signs here. */
export interface DkimSettings {
  DKIM_SELECTOR?: string | undefined;
  DKIM_KEY?: string | undefined;
  DKIM_DOMAIN?: string | undefined;
}

/**
 * Signs messages of `sender`, if the settings hold a key, which `isDkimKey` accepts. A signature of a domain that has nothing to do with the
 * sender's is worth nothing to DMARC (RFC 7489 3.1.1): throws a UserError.
 */
export function signerFor(
  { DKIM_SELECTOR: selector, DKIM_KEY: pem, DKIM_DOMAIN }: DkimSettings,
  sender: string,
): Signer | undefined {
  if (pem === undefined || selector === undefined) return undefined;
  const own = domainOf(sender);
  const domain = DKIM_DOMAIN === undefined ? own : domainOf(DKIM_DOMAIN);
  if (!isSameOrganisation(domain, own)) throw new UserError(dkimErrors.otherDomain(DKIM_DOMAIN ?? '', own));
  return signer({ domain, selector, privateKey: createPrivateKey(pem) });
}

/** Whether two domains belong to the same organisation, as far as the list of public suffixes tells. */
export function isSameOrganisation(one: string, other: string): boolean {
  const organisation = (domain: string) => getDomain(domain, { allowPrivateDomains: true });
  return one !== '' && (one === other || (organisation(one) !== null && organisation(one) === organisation(other)));
}
