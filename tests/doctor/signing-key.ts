import { generateKeyPairSync } from 'node:crypto';

export interface SigningKey {
  /** PEM, for `DKIM_KEY`. */
  privateKey: string;
  /** What the DNS holds. */
  record: string;
}

/** A new key to sign with. */
export function signingKey(modulusLength = 2048): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  return { privateKey, record: `v=DKIM1; k=rsa; p=${publicKey.toString('base64')}` };
}
