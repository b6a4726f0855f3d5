/** Backups for a key that lies elsewhere, in the format of age (age-encryption.org/v1), which its program opens too. */
import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';

/** A new pair: whoever has `recipient` can encrypt, only whoever has `identity` can decrypt. */
export async function newKeyPair(): Promise<{ identity: string; recipient: string }> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/** Whether a text is the public half of a pair. */
export function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return true;
  } catch {
    return false;
  }
}

export function encrypt(bytes: Uint8Array, recipient: string): Promise<Uint8Array> {
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return encrypter.encrypt(bytes);
}

/**
 * Decrypts with the private halves in a key file, one a line, lines with `#` left out. Undefined if none of them fits, or the
 * bytes were changed.
 */
export async function decrypt(bytes: Uint8Array, keyFile: string): Promise<Uint8Array | undefined> {
  const decrypter = new Decrypter();
  try {
    for (const line of keyFile.split(/\r?\n/)) if (/^AGE-SECRET-KEY-/.test(line)) decrypter.addIdentity(line.trim());
    return await decrypter.decrypt(bytes);
  } catch {
    return undefined;
  }
}
