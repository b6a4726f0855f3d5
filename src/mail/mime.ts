/** Messages as bytes (RFC 5322, MIME): both parts in UTF-8, in lines that every server passes on. */
import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';

interface Mailbox {
  name: string;
  address: string;
}

/** The domain of a bare address. */
export const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

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
  const { from, replyTo, to, subject, html, text, date } = parts;
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
  message.baseBoundary = createHash('sha256').update(parts.messageId).digest('hex').slice(0, 24);
  return message.build();
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
