import { UserError } from '../model/user-error.ts';
import { importErrors } from '../words/import.ts';
import { looksLikeUtf16 } from './html/decode-html.ts';
import type { ImportFile } from './imported.ts';

export type FileFormat = 'docx' | 'odt' | 'msg' | 'eml' | 'html' | 'text';

const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/**
 * What a file is by its bytes; its name counts only where these leave it open. Throws a UserError that says what to do
 * for what people send as well: the old Word format, PDF, pictures.
 */
export function formatOf({ name, bytes }: ImportFile): FileFormat {
  const head = latin(bytes.subarray(0, 4096));
  const refuse = (sentence: string) => new UserError(sentence);
  if (head.trim() === '') throw refuse(importErrors.empty(name));
  if (head.startsWith('PK\x03\x04')) return formatOfArchive(name, bytes);
  if (head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return formatOfCompound(name, bytes);
  if (head.startsWith('%PDF')) throw refuse(importErrors.pdf(name));
  if (head.startsWith('{\\rtf')) throw refuse(importErrors.oldFormat(name, 'RTF'));
  if (/^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF|II\*\0|MM\0\*|.{4}ftyp)/s.test(head))
    throw refuse(importErrors.picture(name));
  const text = head.replace(/\0/g, '').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '');
  if (/^\s*(?:<!doctype html|<html|<\?xml[^>]*>\s*<(?:!doctype )?html)/i.test(text)) return 'html';
  if (isMail(text)) return 'eml';
  if (/^\s*(?:<\?xml[^>]*>\s*)?(?:<!(?:--[^>]*--|doctype svg[^>]*)>\s*)*<svg\b/i.test(text))
    throw refuse(importErrors.picture(name));
  if (/^\s*<\?xml\b/.test(text)) throw refuse(importErrors.markupFormat(name));
  if (/\.x?html?$/i.test(name) || /<(?:p|div|body|table|h[1-6])\b[^>]*>.*<\//is.test(text)) return 'html';
  if (hasManyControls(bytes)) throw refuse(importErrors.unknownFormat(name));
  return 'text';
}

/** Header fields from the first line on, two that every mail has among them. */
function isMail(text: string): boolean {
  const [header = ''] = text.split(/\r?\n\r?\n/, 1);
  const names = new Set([...header.matchAll(/^([A-Za-z][\w-]*):/gm)].map(([, field = '']) => field.toLowerCase()));
  return (
    /^(?:From [^\n]+\n)?[A-Za-z][\w-]*:/.test(text) &&
    names.has('from') &&
    (names.has('date') || names.has('mime-version') || names.has('received'))
  );
}

function formatOfArchive(name: string, bytes: Uint8Array): FileFormat {
  // OpenDocument says what it is in its first part, which is not deflated.
  const [, kind] = /application\/vnd\.oasis\.opendocument\.([a-z-]+)/.exec(latin(bytes.subarray(0, 300))) ?? [];
  if (kind?.startsWith('text')) return 'odt';
  const listed = latin(bytes);
  if (!kind && listed.includes('word/')) return 'docx';
  if (kind || /(?:xl|ppt)\//.test(listed)) throw new UserError(importErrors.otherOffice(name));
  throw new UserError(/\.docx$/i.test(name) ? importErrors.damaged(name) : importErrors.archive(name));
}

/** Outlook's messages, the old Word format and encrypted new ones are the same kind of container (MS-CFB). */
function formatOfCompound(name: string, bytes: Uint8Array): FileFormat {
  const listed = Buffer.from(bytes);
  const has = (entry: string) => listed.includes(Buffer.from(entry, 'utf16le'));
  if (has('__properties_version1.0')) return 'msg';
  if (has('EncryptedPackage')) throw new UserError(importErrors.encrypted(name));
  if (has('WordDocument')) throw new UserError(importErrors.oldFormat(name, 'Word 97'));
  throw new UserError(/\.msg$/i.test(name) ? importErrors.damaged(name) : importErrors.unknownFormat(name));
}

function hasManyControls(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4096);
  const isWide =
    (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff) || looksLikeUtf16(head);
  return !isWide && head.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length > head.length / 100;
}
