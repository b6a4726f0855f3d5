import { createHash } from 'node:crypto';
import { type DkimSettings, signerFor } from '../mail/dkim.ts';
import type { Edition } from '../mail/edition.ts';
import { type MessageContext, personalFields, type Recipient } from '../mail/message.ts';
import { type MessageTemplate, messageTemplate } from '../mail/message-template.ts';
import type { OutgoingMessage } from './mailing-parts.ts';

/** Writes messages of one edition in their wire form. */
export interface EditionWriter {
  edition: Edition;
  /** SHA-256 of what is the same for all recipients. */
  fingerprint: string;
  /** The address in MAIL FROM. */
  sender: string;
  write: (recipient: Recipient, delivery: MessageContext) => Promise<OutgoingMessage>;
}

/** A writer for an edition, whose messages are signed here if the settings hold a key. Throws a UserError for one that doesn't fit. */
export function editionWriter(edition: Edition, settings: DkimSettings): EditionWriter {
  const sender = edition.from.address;
  const signer = signerFor(settings, sender);
  const templates = new Map<string, Promise<MessageTemplate>>();
  const templateFor = (aboUrl: string, { length }: string) => {
    const name = `${length} ${aboUrl}`;
    const template = templates.get(name) ?? messageTemplate(edition, aboUrl, length);
    templates.set(name, template);
    return template;
  };
  return {
    edition,
    fingerprint: createHash('sha256').update(JSON.stringify(edition)).digest('hex'),
    sender,
    async write(recipient, delivery) {
      const personal = personalFields(edition, recipient, delivery);
      const template = await templateFor(delivery.aboUrl, recipient.token);
      const { fields, bodyLength, writeBody, bodyHash } = template(recipient.token, personal);
      const signature = signer ? [signer.field(fields, bodyHash())] : [];
      const head = `${[...signature, ...fields].join('\r\n')}\r\n\r\n`;
      const headLength = Buffer.byteLength(head);
      const wire = Buffer.allocUnsafe(headLength + bodyLength);
      wire.write(head);
      writeBody(wire, headLength);
      return { wire, messageId: personal.messageId };
    },
  };
}
