/** Messages as bytes (RFC 5322, MIME): both parts in UTF-8, in lines that every server passes on. */
import { hash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';

interface Mailbox {
  name: string;
  address: string;
}

/** What every message has. */
export interface MessageParts {
  from: Mailbox;
  replyTo?: Mailbox;
  /** The bare address of the recipient. */
  to: string;
  subject: string;
  html: string;
  text: string;
  /** With angle brackets. */
  messageId: string;
  date: Temporal.Instant;
  /** Further fields by name; their values are ASCII and go out as they are. */
  headers: Readonly<Record<string, string>>;
}

/** The message as it goes over the wire, lines ended by CRLF. The same parts give the same bytes. */
export function rawMessage(parts: MessageParts): Promise<Buffer> {
  return build(parts, parts.text);
}

/**
 * The message as a file in which people read: its plain text stands there as it is (8bit, RFC 6152), so that no address
 * is broken in two as in quoted-printable. Mail programs open it like any other.
 */
export function readableMessage(parts: MessageParts): Promise<Buffer> {
  const head = 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n';
  return build(parts, { raw: head + parts.text.replaceAll('\n', '\r\n') });
}

function build(parts: MessageParts, text: string | { raw: string }): Promise<Buffer> {
  const { from, replyTo, to, subject, html, date } = parts;
  const hasOtherReply = replyTo !== undefined && replyTo.address !== from.address;
  const composer = new MailComposer({
    from,
    ...(hasOtherReply && { replyTo }),
    to: { name: '', address: to },
    subject,
    text,
    html,
    messageId: parts.messageId,
    date: new Date(date.epochMilliseconds),
    headers: Object.entries(parts.headers).map(([key, value]) => ({
      key,
      value: { prepared: true, foldLines: false, value },
    })),
    ...safe,
  });
  const message = composer.compile();
  message.baseBoundary = boundaryOf(parts.messageId);
  return message.build();
}

/** What the line between the parts of a message has of its own, so that the same message has the same bytes. */
export function boundaryOf(messageId: string): string {
  return hash('sha256', messageId).slice(0, 24);
}

/** Quoted-printable keeps German readable in the source; no content is ever read from a file or an address. */
const safe = {
  newline: 'windows',
  textEncoding: 'quoted-printable',
  disableFileAccess: true,
  disableUrlAccess: true,
} as const;

/** Size of an HTML part as it is sent, in bytes: encoded, without its headers. */
export async function encodedBytes(html: string): Promise<number> {
  const message = await new MailComposer({ html, ...safe }).compile().build();
  return message.length - message.indexOf('\r\n\r\n') - 4;
}
