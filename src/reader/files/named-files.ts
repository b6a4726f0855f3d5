import { isRecord } from '../../model/field.ts';
import { imageRecords } from '../../model/image-credit.ts';
import { readFrontMatter } from './front-matter.ts';

/** The files that the front matter of an article names as attachments, rightly or not. */
export function attachedFiles(data: unknown): string[] {
  const attachments = isRecord(data) && Array.isArray(data.attachments) ? data.attachments : [];
  return attachments
    .map((attachment) => (isRecord(attachment) ? attachment.file : undefined))
    .filter((name) => typeof name === 'string');
}

/** The files that the front matter of an issue or article names as its pictures, rightly or not. */
export function picturedFiles(data: unknown): string[] {
  return imageRecords(isRecord(data) ? data : {})
    .map(({ record }) => record.file)
    .filter((name) => typeof name === 'string');
}

/** The attachments that a text names; none where its front matter can't be read. */
export function attachedIn(text: string): string[] {
  // Most have none, and need not be read for that. YAML knows many ways to write a key, each with the word or a backslash.
  return /attachments|\\/.test(text) ? attachedFiles(dataOf(text)) : [];
}

/** What a text shows and hands out: its attachments and its pictures. */
export interface NamedFiles {
  attached: readonly string[];
  pictured: readonly string[];
}

/** All files that a text names; none where its front matter can't be read. */
export function namedIn(text: string): NamedFiles {
  const data = dataOf(text);
  return { attached: attachedFiles(data), pictured: picturedFiles(data) };
}

function dataOf(text: string): unknown {
  const head = readFrontMatter(text);
  return Array.isArray(head) ? undefined : head.data;
}
