import { isRecord } from '../../model/field.ts';
import { readFrontMatter } from './front-matter.ts';

/** The files that the front matter of an article names as attachments, rightly or not. */
export function attachedFiles(data: unknown): string[] {
  const attachments = isRecord(data) && Array.isArray(data.attachments) ? data.attachments : [];
  return attachments
    .map((attachment) => (isRecord(attachment) ? attachment.file : undefined))
    .filter((name) => typeof name === 'string');
}

/** The same of a text; none where its front matter can't be read. */
export function attachedIn(text: string): string[] {
  // Most have none, and need not be read for that. YAML knows many ways to write a key, each with the word or a backslash.
  const head = /attachments|\\/.test(text) ? readFrontMatter(text) : [];
  return Array.isArray(head) ? [] : attachedFiles(head.data);
}
