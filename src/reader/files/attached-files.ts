import { isRecord } from '../../model/field.ts';

/** The files that the front matter of an article names as attachments, rightly or not. */
export function attachedFiles(data: unknown): string[] {
  const attachments = isRecord(data) && Array.isArray(data.attachments) ? data.attachments : [];
  return attachments
    .map((attachment) => (isRecord(attachment) ? attachment.file : undefined))
    .filter((name) => typeof name === 'string');
}
