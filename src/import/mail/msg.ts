import { createRequire } from 'node:module';
import { decompressRTF } from '@kenjiuno/decompressrtf';
import type MsgReader from '@kenjiuno/msgreader';
import type { FieldsData } from '@kenjiuno/msgreader';
import { deEncapsulateSync } from 'rtf-stream-parser';
import { UserError } from '../../model/user-error.ts';
import { importErrors, importNotes } from '../../words/import.ts';
import { decodeHtml } from '../html/decode-html.ts';
import type { ImportFile, ImportNotes } from '../imported.ts';
import type { Source } from '../source.ts';
import { isSoundCompoundFile } from './compound-file.ts';
import { type Mail, type MailAttachment, readMail } from './mail.ts';

/** A CommonJS package whose `default` Node and TypeScript understand differently when it is imported. */
const outlook: typeof import('@kenjiuno/msgreader') = createRequire(import.meta.url)('@kenjiuno/msgreader');

/** Bytes of compressed RTF: what unpacks it needs a hundred times as much memory. */
const mostRtf = 2_000_000;

/** Reads a mail as Outlook saves it (.msg, MS-OXMSG). Its text is mostly HTML within RTF (MS-OXRTFEX). */
export function readMsg({ name, bytes }: ImportFile, notes: ImportNotes): Source {
  const { reader, data } = open(name, bytes);
  if (data.error !== undefined || data.dataType !== 'msg') throw new UserError(importErrors.damaged(name));
  if (text(data.messageClass)?.startsWith('IPM.Note.SMIME')) throw new UserError(importErrors.encryptedMail(name));
  return readMail(mailOf(reader, data, notes), notes);
}

function open(name: string, bytes: Uint8Array): { reader: MsgReader; data: FieldsData } {
  if (!isSoundCompoundFile(bytes)) throw new UserError(importErrors.damaged(name));
  try {
    const reader = new outlook.default(new DataView(new Uint8Array(bytes).buffer));
    // It is read here; a second time would read on from where the first ended.
    return { reader, data: reader.getFileData() };
  } catch {
    throw new UserError(importErrors.damaged(name));
  }
}

function mailOf(reader: MsgReader, data: FieldsData, notes: ImportNotes): Mail {
  const attachments = Array.isArray(data.attachments) ? data.attachments : [];
  return {
    subject: text(data.subject) ?? '',
    text: text(data.body),
    html: htmlOf(data, notes),
    attachments: attachments.map((attachment) => attachmentOf(reader, attachment)),
  };
}

/** In a damaged file a property may be of any type. */
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

function htmlOf({ bodyHtml, html, compressedRtf }: FieldsData, notes: ImportNotes): string | undefined {
  if (text(bodyHtml)) return bodyHtml;
  if (html instanceof Uint8Array) return decodeHtml(html);
  if (!(compressedRtf instanceof Uint8Array)) return undefined;
  if (compressedRtf.length > mostRtf) {
    notes.leftToDo.push(importNotes.onlyPlainText);
    return undefined;
  }
  try {
    const rtf = Buffer.from(decompressRTF(Array.from(compressedRtf)));
    const { mode, text: found } = deEncapsulateSync(rtf, { decode: decodeCodePage, warn: () => {} });
    return mode === 'html' ? String(found) : undefined;
  } catch {
    // Written as RTF, not as HTML within it: there is a plain form of it as well.
    return undefined;
  }
}

/** RTF names a code page of Windows: `cp1252`. */
function decodeCodePage(bytes: Buffer, encoding: string): string {
  const named: Record<string, string> = {
    cp65001: 'utf-8',
    cp932: 'shift_jis',
    cp936: 'gbk',
    cp949: 'euc-kr',
    cp950: 'big5',
  };
  const [, windows] = /^cp(125\d|874)$/.exec(encoding) ?? [];
  return new TextDecoder(named[encoding] ?? (windows ? `windows-${windows}` : 'windows-1252')).decode(bytes);
}

function attachmentOf(reader: MsgReader, attachment: FieldsData): MailAttachment {
  const name = text(attachment.fileName) ?? text(attachment.fileNameShort) ?? text(attachment.name) ?? '';
  const contentId = text(attachment.pidContentId);
  // A mail in the mail has no ending of its own.
  const isMail = attachment.innerMsgContent === true;
  const known = { name: isMail ? `${text(attachment.name) ?? name}.msg` : name, ...(contentId && { contentId }) };
  try {
    return { ...known, bytes: reader.getAttachment(attachment).content };
  } catch {
    return { ...known, bytes: new Uint8Array() };
  }
}
