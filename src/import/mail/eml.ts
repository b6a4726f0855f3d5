import PostalMime from 'postal-mime';
import { UserError } from '../../model/user-error.ts';
import { importErrors } from '../../words/import.ts';
import type { ImportFile, ImportNotes } from '../imported.ts';
import type { Source } from '../source.ts';
import { readMail } from './mail.ts';

/** Reads a mail as mail programs save it (.eml, RFC 5322 and MIME). */
export async function readEml({ name, bytes }: ImportFile, notes: ImportNotes): Promise<Source> {
  const email = await PostalMime.parse(new Uint8Array(bytes), { attachmentEncoding: 'arraybuffer' }).catch(() => {
    throw new UserError(importErrors.damaged(name));
  });
  const attachments = email.attachments.map(({ filename, mimeType, contentId, content }) => ({
    name: filename ?? mimeType,
    bytes: new Uint8Array(content as ArrayBuffer),
    ...(contentId && { contentId: contentId.replace(/^<|>$/g, '') }),
  }));
  const isEncrypted = attachments.some((attachment) => /\.p7m$/i.test(attachment.name));
  if (isEncrypted && !email.html && !email.text) throw new UserError(importErrors.encryptedMail(name));
  const { subject = '', html, text } = email;
  return readMail({ subject, html, text, attachments }, notes);
}
