/** The kinds of values that settings have: each a schema that takes the text of a variable. */
import { isIP } from 'node:net';
import { z } from 'zod';
import { isDkimKey } from '../mail/dkim.ts';
import { fromGermanDate } from '../model/day.ts';
import { parseAddress } from '../model/mail-address.ts';
import { parseRelease, releaseText } from '../model/release.ts';
import { expectedValues } from '../words/settings.ts';
import { ambiguousRest, type WrongParameter, wrongParameter } from './server-address.ts';
import { trustedProxies } from './trusted-proxies.ts';

/** What is wrong with a value, for the sentence that tells of it. */
export interface ValueFault {
  /** What would be right. */
  expected: string;
  /** What of the value is shown, if not all of it or nothing: the wrong entry of a list, a path that exists. */
  shown?: string;
  /** The value that is meant. */
  corrected?: string | undefined;
  /** Of an address that can be read in more than one way: what of it surely belongs to no password. */
  ambiguous?: string;
  /** Of an address: what stands behind its `?` and is wrong. */
  parameter?: WrongParameter;
}

/** Gives the text of a file; throws if it can't be read. */
export type ReadFile = (path: string) => string;

function refuse(context: z.RefinementCtx, fault: ValueFault): never {
  context.addIssue({ code: 'custom', params: { fault } });
  return z.NEVER;
}

/** Text of which `parse` makes the value, undefined where it is none of the kind. */
function kind<Value>(expected: string, parse: (text: string) => Value | undefined) {
  return z.string().transform((text, context) => parse(text) ?? refuse(context, { expected }));
}

/** Any text. */
export const anyText = z.string();

/** The path of a file or folder; whoever uses it says from where. An address there may hold a password. */
export const path = kind(expectedValues.path, (text) => (/^[a-z][a-z\d+.-]+:\/\//i.test(text) ? undefined : text));

/** A calendar day, `YYYY-MM-DD`, or a moment of it, `2026-12-03 10:00`. */
export const dayKind = z.string().transform((text, context) => {
  const release = parseRelease(text);
  return release
    ? releaseText(release)
    : refuse(context, { expected: expectedValues.day, corrected: fromGermanDate(text) });
});

export function wholeNumber(least: number, most: number) {
  return kind(expectedValues.wholeNumber(least, most), (text) => {
    const number = /^\s*\d{1,9}\s*$/.test(text) ? Number(text) : undefined;
    return number !== undefined && number >= least && number <= most ? number : undefined;
  });
}

export const port = wholeNumber(1, 65_535);

export const ipAddress = kind(expectedValues.ipAddress, (text) => (isIP(text) ? text : undefined));

/** A list of IP addresses and networks, as a test whether an address is one of them. */
export const networks = z.string().transform((text, context) => {
  const entries = text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
  const wrong = entries.filter((entry) => !isNetwork(entry));
  for (const shown of wrong) refuse(context, { expected: expectedValues.network, shown });
  return wrong.length > 0 ? z.NEVER : trustedProxies(entries);
});

function isNetwork(text: string): boolean {
  try {
    trustedProxies([text]);
    return true;
  } catch {
    return false;
  }
}

/** Mail addresses, parted by commas. */
export const mailAddresses = z.string().transform((text, context) => {
  const parsed = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => parseAddress(part)?.email);
  // Not shown: an address is a person's.
  if (parsed.length === 0 || parsed.includes(undefined))
    return refuse(context, { expected: expectedValues.mailAddresses });
  return parsed as string[];
});

/** A server of the DNS: an IP address, with the port behind a colon where it isn't 53. */
export const nameServer = kind(expectedValues.nameServer, (text) => {
  const [, bracketed, plain, digits] = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  if (isIP(text)) return text;
  const host = bracketed ?? plain ?? '';
  const isHost = bracketed === undefined ? isIP(host) === 4 : isIP(host) === 6;
  return isHost && (digits === undefined || (Number(digits) > 0 && Number(digits) <= 65_535)) ? text : undefined;
});

/** Whether all of these parts of an address are written as an address has them (RFC 3986 2.1). */
const isDecodable = (part: string) => !/%(?![0-9a-f]{2})/i.test(part);

/** The address of a mail server, with name and password if it asks for them: never print it. */
export const mailServerUrl = z.string().transform((text, context) => {
  const ambiguous = ambiguousRest(text, false);
  if (ambiguous !== undefined) return refuse(context, { expected: expectedValues.mailServer, ambiguous });
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isRight = url && /^smtps?:$/.test(url.protocol) && url.hostname !== '';
  return isRight && isDecodable(url.username + url.password)
    ? text
    : refuse(context, { expected: expectedValues.mailServer });
});

/** A mailbox that is read: the folder of a Maildir, or the address of an IMAP server with name and password: never print it. */
export const mailbox = z.string().transform((text, context) => {
  const wrong = (ambiguous?: string) =>
    refuse(context, { expected: expectedValues.mailbox, ...(ambiguous !== undefined && { ambiguous }) });
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(text)) return text.startsWith('/') ? text : wrong();
  const ambiguous = ambiguousRest(text, false);
  if (ambiguous !== undefined) return wrong(ambiguous);
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isRight = url && /^imaps?:$/.test(url.protocol) && url.hostname !== '' && url.username !== '';
  return isRight && isDecodable(url.username + url.password + url.pathname) ? text : wrong();
});

/** One mail address. */
export const mailAddress = kind(expectedValues.mailAddress, (text) => parseAddress(text)?.email);

/** That the server takes what stands behind a plus in an address. */
export const plus = kind(expectedValues.plus, (text) => (text === 'plus' ? text : undefined));

/** The name under which a mail server says what it found (RFC 8601 2.5). */
export const authServer = kind(expectedValues.authServer, (text) =>
  /^[\w.-]+$/.test(text) ? text.toLowerCase() : undefined,
);

/** The address of a PostgreSQL database (its manual, 34.1.1.2), which may hold a password: never print it. */
export const databaseUrl = z.string().transform((text, context) => {
  const fault = databaseUrlFault(text);
  return fault ? refuse(context, fault) : text;
});

/** What is wrong with the address of a PostgreSQL database; undefined for a right one. */
export function databaseUrlFault(text: string): ValueFault | undefined {
  const expected = expectedValues.database;
  const ambiguous = ambiguousRest(text, true);
  if (ambiguous !== undefined) return { expected, ambiguous };
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // As it is written: what begins otherwise would be taken for the name of a file.
  if (!url || !/^postgres(?:ql)?:\/\/\S+$/.test(text) || url.hostname === '' || url.pathname.length < 2) {
    return { expected };
  }
  if (!isDecodable(url.username + url.password + url.pathname)) return { expected };
  const parameter = wrongParameter(url);
  return parameter && { expected, parameter };
}

/** The public half of a key pair of age, as backups are encrypted for; its checksum is looked at where it is used. */
export const ageRecipient = kind(expectedValues.ageRecipient, (text) =>
  /^age1[02-9ac-hj-np-z]{58}$/.test(text) ? text : undefined,
);

/** That the relay signs, by the operator's word. */
export const relay = kind(expectedValues.dkim, (text) => (text === 'relay' ? text : undefined));

/** The name of a key in the DNS (RFC 6376 3.1). */
export const dkimSelector = kind(expectedValues.dkimSelector, (text) =>
  /^[\w-]+(?:\.[\w-]+)*$/.test(text) ? text : undefined,
);

/** The address of a service, without a path. */
export const webOrigin = kind(expectedValues.webOrigin, (text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
  return isOrigin ? url.origin : undefined;
});

/** The name of a field of a request (RFC 9110 5.1). */
export const headerName = kind(expectedValues.headerName, (text) => (/^[\w-]+$/.test(text) ? text : undefined));

export const domain = kind(expectedValues.domain, (text) =>
  /^[\p{L}\d-]+(?:\.[\p{L}\d-]+)+$/u.test(text) ? text : undefined,
);

/** The key that is in a file, in PEM. */
export function keyFile(readFile: ReadFile) {
  return z.string().transform((file, context) => {
    let key: string;
    try {
      key = readFile(file);
    } catch {
      return refuse(context, { expected: expectedValues.readableKey });
    }
    // Whoever writes the key itself where its path belongs has written no path that exists.
    return isDkimKey(key) ? key : refuse(context, { expected: expectedValues.key, shown: file });
  });
}

/** The secret that is in a file, without the line break behind it. */
export function secretFile(readFile: ReadFile) {
  return z.string().transform((file, context) => {
    try {
      const secret = readFile(file).replace(/\r?\n$/, '');
      if (secret !== '' && !/[\r\n]/.test(secret)) return secret;
    } catch {
      return refuse(context, { expected: expectedValues.readableSecret });
    }
    return refuse(context, { expected: expectedValues.secret, shown: file });
  });
}
