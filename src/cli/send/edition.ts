import { createHash } from 'node:crypto';
import type { Edition } from '../../mail/edition.ts';
import { type Delivery, messageFor, type Recipient } from '../../mail/message.ts';
import { domainOf, type MessageParts, rawMessage } from '../../mail/mime.ts';
import { dkimSigner } from '../../sending/dkim.ts';
import type { OutgoingMessage } from '../../sending/run-mailing.ts';
import type { DkimSetting } from '../../sending/settings.ts';
import type { Surroundings } from '../command.ts';
import { composed } from '../mail.ts';
import type { OpenIssue } from '../open-issue.ts';

/** Writes messages of one edition as they go over the wire. */
export interface EditionWriter {
  edition: Edition;
  /** SHA-256 of what is the same for all recipients. */
  fingerprint: string;
  /** The address in MAIL FROM. */
  sender: string;
  write: (recipient: Recipient, delivery: Delivery, changes?: Partial<MessageParts>) => Promise<OutgoingMessage>;
}

/** Composes the edition, to be signed here if the settings hold a key. An edition that can't be sent is a CommandError. */
export async function editionWriter(
  open: OpenIssue,
  dkim: DkimSetting | undefined,
  surroundings: Surroundings,
): Promise<EditionWriter> {
  const edition = await composed(open, surroundings);
  const sender = edition.from.address;
  const sign = dkim?.by === 'key' && dkimSigner({ domain: domainOf(sender), ...dkim });
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
