import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** A reader's address as the service uses it. */
export interface Address {
  /** As typed, its domain in the form that mail servers know. */
  email: string;
  /** One person, one key: in small letters. */
  key: string;
  domain: string;
  /** What limits count: without the part behind `+`, which reaches the same mailbox. */
  mailbox: string;
}

/**
 * The domain of an address in the form that mail servers know: ASCII, in small letters; `''` if it can't be one. Whatever
 * goes by domains (limits, Message-IDs, signatures) takes it from here.
 */
export function domainOf(address: string): string {
  const host = address.slice(address.lastIndexOf('@') + 1);
  // The conversion takes a URL's host: it would drop line breaks and whatever follows a slash.
  return hostCharacters.test(host) ? domainToASCII(host).toLowerCase() : '';
}

const hostCharacters = /^[\p{L}\p{M}\p{N}.-]+$/u;

/**
 * An address that mail can be sent to, or undefined. Takes one bare address and nothing else: no name, no second
 * address, no line break (which would start a header of the sender's own in a mail).
 */
export function parseAddress(text: string): Address | undefined {
  const bare = text.trim();
  const at = bare.lastIndexOf('@');
  const domain = domainOf(bare);
  const email = `${bare.slice(0, at)}@${domain}`;
  if (at < 1 || domain === '' || email.length > 254 || at > 64 || !z.email().safeParse(email).success) return undefined;
  const key = email.toLowerCase();
  return { email, key, domain, mailbox: key.replace(/\+[^@]*(?=@)/, '') };
}

/** An address that its owner recognises, and nobody else: `po…@stadt.example`. */
export function shortenedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const letters = [...address.slice(0, at)];
  return `${letters.slice(0, letters.length > 3 ? 2 : 1).join('')}…${address.slice(at)}`;
}
