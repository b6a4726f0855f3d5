import { createHash } from 'node:crypto';
import { dkimSigner } from '../mail/dkim.ts';
import type { Edition } from '../mail/edition.ts';
import { type MessageContext, messageFor, type Recipient } from '../mail/message.ts';
import { type MessageParts, rawMessage } from '../mail/mime.ts';
import { domainOf } from '../model/mail-address.ts';
import type { Settings } from '../settings/schema.ts';
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

/** A writer for an edition, whose messages are signed here if the settings hold a key. */
export function editionWriter(
  edition: Edition,
  { DKIM_SELECTOR, DKIM_KEY, DKIM_DOMAIN }: Pick<Settings, 'DKIM_SELECTOR' | 'DKIM_KEY' | 'DKIM_DOMAIN'>,
): EditionWriter {
  const sender = edition.from.address;
  const sign =
    DKIM_KEY !== undefined &&
    DKIM_SELECTOR !== undefined &&
    dkimSigner({ domain: DKIM_DOMAIN ?? domainOf(sender), selector: DKIM_SELECTOR, privateKey: DKIM_KEY });
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
