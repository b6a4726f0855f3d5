import { createHash, createHmac } from 'node:crypto';

/** What the service does with its key, which never leaves this object. */
export interface Secret {
  /** Keyed hash of an address that left, or of what a limit counts: nobody without the key can try addresses out. */
  hash: (purpose: 'leaver' | 'limit', text: string) => string;
  /**
   * The token that confirms a request, opaque and unguessable. It follows from the request, so that a mail which is
   * sent again after a crash holds the same link.
   */
  confirmToken: (requestId: string) => string;
  /** Tells one key from another without giving it away. */
  fingerprint: string;
}

/** @param key 32 random bytes. */
export function createSecret(key: Uint8Array): Secret {
  const mac = (purpose: string, text: string) => createHmac('sha256', key).update(`${purpose}\n${text}`);
  return {
    hash: (purpose, text) => mac(purpose, text).digest('hex'),
    confirmToken: (requestId) => mac('confirm', requestId).digest('base64url'),
    fingerprint: mac('fingerprint', '').digest('hex'),
  };
}

/** How a token is kept: it can be recognised and not be read. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
