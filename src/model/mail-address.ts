import { domainToASCII, domainToUnicode } from 'node:url';

/** A reader's address as the service uses it. */
export interface Address {
  /** As typed, its domain in the form that mail servers know. */
  email: string;
  /** One person, one key: in small letters. */
  key: string;
  domain: string;
  /** What limits count: without the part behind `+`, which reaches the same mailbox. */
  mailbox: string;
  /** Whether the part before the `@` has letters beyond ASCII: only servers with SMTPUTF8 take it (RFC 6531). */
  needsUtf8: boolean;
}

/**
 * The domain of an address in the form that mail servers know: ASCII, in small letters; `''` if it can't be one. Whatever
 * goes by domains (limits, Message-IDs, signatures) takes it from here.
 */
export function domainOf(address: string): string {
  const host = address.slice(address.lastIndexOf('@') + 1);
  if (plainHost.test(host) && !host.includes('xn--')) return host;
  // The conversion takes a URL's host: it would drop line breaks and whatever follows a slash.
  return hostCharacters.test(host) ? domainToASCII(host).toLowerCase() : '';
}

/** What the conversion would leave as it is; it costs more than all else that an address is asked. */
const plainHost = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}$/;

const hostCharacters = /^[\p{L}\p{M}\p{N}.-]+$/u;

/** RFC 5322 3.2.3, RFC 6532 3.2: words of letters, digits and these signs, parted by single dots. */
const localPart = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;

/** RFC 1035 2.3.1, RFC 1123 2.1: at least two labels, the last one no number. */
const hostName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

/** Whether every label that says it is encoded can be decoded (RFC 5891): it leads nowhere otherwise. */
function isDecodable(domain: string): boolean {
  return domain.split('.').every((label) => !label.startsWith('xn--') || !domainToUnicode(label).startsWith('xn--'));
}

/**
 * An address that mail can be sent to, or undefined. Takes one bare address and nothing else: no name, no second
 * address, no line break (which would start a header of the sender's own in a mail), no quoted local part.
 */
export function parseAddress(text: string): Address | undefined {
  const bare = text.trim().normalize('NFC');
  const at = bare.lastIndexOf('@');
  const local = bare.slice(0, at);
  const domain = domainOf(bare);
  const email = `${local}@${domain}`;
  if (!localPart.test(local) || !hostName.test(domain) || !isDecodable(domain)) return undefined;
  // RFC 5321 4.5.3.1 counts octets.
  if (Buffer.byteLength(local) > 64 || Buffer.byteLength(email) > 254) return undefined;
  const key = email.toLowerCase();
  const needsUtf8 = /[^\0-\x7f]/.test(local);
  return { email, key, domain, mailbox: key.replace(/\+[^@]*(?=@)/, ''), needsUtf8 };
}

/** An address that its owner recognises, and nobody else: `po…@stadt.example`. */
export function shortenedAddress(address: string): string {
  const at = address.lastIndexOf('@');
  const letters = [...address.slice(0, at)];
  return `${letters.slice(0, letters.length > 3 ? 2 : 1).join('')}…${address.slice(at)}`;
}
