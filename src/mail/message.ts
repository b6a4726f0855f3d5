/** The edition as a message to one recipient. */
import { hash } from 'node:crypto';
import { unsubscribePath } from '../model/address.ts';
import { domainOf } from '../model/mail-address.ts';
import { mailWords } from '../words/mail.ts';
import { type Edition, unsubscribePlaceholder } from './edition.ts';
import type { MessageParts } from './mime.ts';

export interface Recipient {
  /** The bare address. */
  address: string;
  /**
   * Opaque and the same in every message to this recipient: letters, digits, `-` and `_`. It stands in the links for
   * ending the subscription and nowhere else.
   */
  token: string;
}

export interface MessageContext {
  /** Origin of the Abo service, without a slash at its end. */
  aboUrl: string;
  date: Temporal.Instant;
  /** Corrections are sent under other Message-IDs, else they would be taken for what is there already: 1 if left out. */
  mailing?: number;
  /** Another name for the message than the one that follows from edition, mailing and token; with angle brackets. */
  messageId?: string;
}

/** What differs from one recipient to the next beside the links within the text. */
export type PersonalFields = Pick<MessageParts, 'to' | 'messageId' | 'date' | 'headers'>;

/**
 * The edition for one recipient, to be handed to {@link rawMessage}. Cheap: nothing is laid out again. Throws a RangeError
 * for a token that could not stand in an address.
 */
export function messageFor(edition: Edition, recipient: Recipient, delivery: MessageContext): MessageParts {
  const { from, replyTo, subject, html, text } = edition;
  const unsubscribe = unsubscribeLink(recipient, delivery);
  const fill = (part: string) => part.replaceAll(unsubscribePlaceholder, unsubscribe);
  return {
    from,
    replyTo,
    subject,
    html: fill(html),
    text: fill(text),
    ...personalFields(edition, recipient, delivery),
  };
}

/**
 * The fields of one recipient's message. Its Message-ID is the same each time for an issue, a mailing of it and a token.
 * Throws a RangeError as {@link messageFor} does.
 */
export function personalFields(edition: Edition, recipient: Recipient, delivery: MessageContext): PersonalFields {
  const { listId, unsubscribeTo } = edition;
  const { address, token } = recipient;
  const ways = [
    unsubscribeLink(recipient, delivery),
    ...(unsubscribeTo ? [unsubscribeByMail(unsubscribeTo, address)] : []),
  ];
  return {
    to: address,
    messageId: delivery.messageId ?? messageId(edition, token, delivery.mailing ?? 1),
    date: delivery.date,
    headers: {
      // RFC 2919, RFC 2369 and RFC 8058. The post's body is the value of List-Unsubscribe-Post.
      'List-Id': `<${listId}>`,
      'List-Unsubscribe': ways.map((way) => `<${way}>`).join(', '),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      // No holiday notices (RFC 3834, and Exchange's own); reports that a mail didn't arrive shall still come.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
  };
}

function unsubscribeLink({ token }: Recipient, { aboUrl }: MessageContext): string {
  if (!/^[\w-]+$/.test(token)) throw new RangeError('a token has letters, digits, - and _');
  return aboUrl + unsubscribePath(token);
}

/** For programs that offer nothing but a mail (RFC 2369). Who reads the mailbox learns there which address is meant. */
function unsubscribeByMail(mailbox: string, address: string): string {
  return `mailto:${mailbox}?subject=${encodeURIComponent(mailWords.unsubscribeSubject(address))}`;
}

/** No address can be guessed from it, since the token is secret; a message that is tried again keeps its name. */
function messageId({ issueId, from }: Edition, token: string, mailing: number): string {
  const name = hash('sha256', [issueId, token, ...(mailing > 1 ? [mailing] : [])].join('\n'), 'base64url').slice(0, 32);
  return `<${name}@${domainOf(from.address)}>`;
}
