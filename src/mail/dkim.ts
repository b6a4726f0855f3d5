import { createPrivateKey } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';

/** The key that signs here. */
export interface DkimKey {
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
export function dkimSigner({ domain, selector, privateKey }: DkimKey): (raw: Buffer) => Promise<Buffer> {
  const dkim = new DKIM({ domainName: domain, keySelector: selector, privateKey });
  return (raw) => buffer(dkim.sign(raw));
}
