/** What a mail server's answer means for the delivery, and what the lack of one does. */

import type { Reply } from '../store/queries/delivery-notes.ts';
import type { DeliveryFailure } from '../store/schema.ts';

/**
 * What became of one message on one connection. `deferred`: try later. `unknown`: the message was on the wire and no
 * answer came. `unsent`: the server got no message, so it can be sent again. `sender-refused`: the server wants
 * nothing from this sender, whoever the recipient is.
 */
export type Outcome =
  | { kind: 'accepted' | 'deferred' | 'sender-refused'; reply: Reply }
  | { kind: 'refused'; reply: Reply; failure: Exclude<DeliveryFailure, 'given-up'> }
  | { kind: 'unknown' }
  | { kind: 'unsent'; reply?: Reply };

/** The commands of SMTP that are about one message. */
export type MessageCommand = 'MAIL FROM' | 'RCPT TO' | 'DATA';

/** The server's answer in its words; controls and what is too long for a note are left out. */
export function parseReply(response: string): Reply {
  const text = printable(response);
  return { code: Number(/^\d{3}/.exec(text)?.[0] ?? 0), text };
}

/** Words of others for a note or a terminal: one line, not too long. */
export function printable(text: string): string {
  return text
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, 300);
}

/** What it means that the server refused at a command. */
export function refusal(command: MessageCommand, reply: Reply): Outcome {
  // RFC 5321 3.8: the server is about to close; this says nothing on the message.
  if (reply.code === 421) return { kind: 'unsent', reply };
  if (reply.code < 500) return { kind: 'deferred', reply };
  if (command === 'MAIL FROM') return { kind: 'sender-refused', reply };
  return { kind: 'refused', reply, failure: failureOf(command, reply) };
}

/** Codes of RFC 3463 and RFC 7505: no such mailbox, moved without a new address, a domain that takes no mail. */
const gone = /^5\.1\.(?:1|6|10)$/;
/** Anything else of the recipient's address or mailbox; X.1.7 and X.1.8 are the sender's. */
const atAddress = /^5\.(?:1\.(?![78]$)|2\.)\d*/;

/** A message can be refused only for the address at RCPT TO; later the server has seen the text. */
function failureOf(command: MessageCommand, { code, text }: Reply): Exclude<DeliveryFailure, 'given-up'> {
  if (command !== 'RCPT TO') return 'message-refused';
  const status = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(text)?.[1];
  if (status === undefined) return [550, 551, 553].includes(code) ? 'address-refused' : 'message-refused';
  return failureAt(status);
}

/** What a status code (RFC 3463) that refuses for good says. */
export function failureAt(status: string): Exclude<DeliveryFailure, 'given-up'> {
  if (gone.test(status)) return 'address-gone';
  return atAddress.test(status) ? 'address-refused' : 'message-refused';
}
