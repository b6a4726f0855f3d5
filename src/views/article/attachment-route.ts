import { attachmentNameParts } from '../../model/attachment-name.ts';
import type { Attachment } from '../../model/library.ts';

/** The part of an attachment's address that is its file's name, as the route wants it. The reader lets no other through. */
export function attachmentParams({ file }: Pick<Attachment, 'file'>): { name: string; ending: string } {
  const parts = attachmentNameParts(file);
  if (!parts) throw new Error(`no name of an attachment: ${file}`);
  return parts;
}
