import { createHash } from 'node:crypto';
import { type DkimSettings, signerFor } from '../mail/dkim.ts';
import type { Edition } from '../mail/edition.ts';
import { type MessageContext, messageFor, type Recipient } from '../mail/message.ts';
import { type MessageParts, rawMessage } from '../mail/mime.ts';
import type { OutgoingMessage } from './run-mailing.ts';

/** Writes messages of one edition as they go over the wire. */
export interface EditionWriter {
  edition: Edition;
  /** SHA-256 of what is the same for all recipients. */
  fingerprint: string;
  /** The address in MAIL FROM. */
  sender: string;
  write: (recipient: Recipient, delivery: MessageContext, changes?: Partial<MessageParts>) => Promise<OutgoingMessage>;
}

/** A writer for an edition, whose messages are signed here if the settings hold a key. Throws a UserError for one that doesn't fit. */
export function editionWriter(edition: Edition, settings: DkimSettings): EditionWriter {
  const sender = edition.from.address;
  const sign = signerFor(settings, sender);
  return {
    edition,
    fingerprint: createHash('sha256').update(JSON.stringify(edition)).digest('hex'),
    sender,
    async write(recipient, delivery, changes) {
      const parts = { ...messageFor(edition, recipient, delivery), ...changes };
      const raw = await rawMessage(parts);
      return { raw: sign ? await sign(raw) : raw, messageId: parts.messageId };
    },
  };
}
