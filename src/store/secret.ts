import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** What the service does with its key, which never leaves this object. */
export interface Secret {
  /** Keyed hash of an address that left, or of what a limit counts: nobody without the key can try addresses out. */
  hash: (purpose: 'leaver' | 'limit', text: string) => string;
  /**
   * The token that confirms a request, opaque and unguessable. It follows from the request, so that a mail which is
   * sent again after a crash holds the same link.
   */
  confirmToken: (requestId: string) => string;
  /**
   * The token that ends a subscription, in every mail that rests on this consent (a UUID): its id, and a code that only
   * the key can make. It is kept nowhere, so whoever has the database alone can unsubscribe nobody.
   */
  unsubscribeToken: (consentId: string) => string;
  /** The id of the consent that such a token was made for, whether that is still kept or not; undefined for any other text. */
  consentOf: (unsubscribeToken: string) => string | undefined;
  /** Tells one key from another without giving it away. */
  fingerprint: string;
}

/** @param key 32 random bytes. */
export function createSecret(key: Uint8Array): Secret {
  const mac = (purpose: string, text: string) => createHmac('sha256', key).update(`${purpose}\n${text}`);
  // 128 bits can't be guessed, and keep the address short enough for a line of a mail.
  const code = (consentId: string) => mac('unsubscribe', consentId).digest().subarray(0, 16);
  return {
    hash: (purpose, text) => mac(purpose, text).digest('hex'),
    confirmToken: (requestId) => mac('confirm', requestId).digest('base64url'),
    unsubscribeToken: (consentId) => Buffer.concat([uuidBytes(consentId), code(consentId)]).toString('base64url'),
    consentOf(token) {
      const bytes = Buffer.from(token, 'base64url');
      if (bytes.length !== 32 || bytes.toString('base64url') !== token) return undefined;
      const id = uuidText(bytes.subarray(0, 16));
      return timingSafeEqual(code(id), bytes.subarray(16)) ? id : undefined;
    },
    fingerprint: mac('fingerprint', '').digest('hex'),
  };
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The 16 bytes of a UUID as it is written in small letters. Throws a RangeError for any other text. */
function uuidBytes(id: string): Buffer {
  if (!uuid.test(id)) throw new RangeError('the id of a consent is a UUID');
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function uuidText(bytes: Buffer): string {
  return bytes.toString('hex').replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

/** How a token is kept: it can be recognised and not be read. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
