import CFB from 'cfb';

export interface OutlookMail {
  subject: string;
  text?: string;
  /** As a property of its own; Outlook mostly writes RTF. */
  html?: string;
  /** RTF, with HTML in it or without. */
  rtf?: string;
  attachments?: { name: string; content: Uint8Array; contentId?: string }[];
}

/** A mail as Outlook saves it: a compound file (MS-CFB) with a stream for each property (MS-OXMSG). */
export function outlookFile({ subject, text, html, rtf, attachments = [] }: OutlookMail): Uint8Array {
  const file = CFB.utils.cfb_new();
  const add = (path: string, content: Uint8Array) => CFB.utils.cfb_add(file, `/${path}`, Buffer.from(content));
  const words = (value: string) => Buffer.from(value, 'utf16le');
  add('__properties_version1.0', Buffer.alloc(32));
  add('__substg1.0_001A001F', words('IPM.Note'));
  add('__substg1.0_0037001F', words(subject));
  if (text !== undefined) add('__substg1.0_1000001F', words(text));
  if (html !== undefined) add('__substg1.0_10130102', Buffer.from(html));
  if (rtf !== undefined) add('__substg1.0_10090102', uncompressed(Buffer.from(rtf, 'latin1')));
  for (const [index, { name, content, contentId }] of attachments.entries()) {
    const folder = `__attach_version1.0_#${index.toString(16).padStart(8, '0')}`;
    add(`${folder}/__properties_version1.0`, Buffer.alloc(8));
    add(`${folder}/__substg1.0_3707001F`, words(name));
    if (contentId) add(`${folder}/__substg1.0_3712001F`, words(contentId));
    add(`${folder}/__substg1.0_37010102`, content);
  }
  return new Uint8Array(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** RTF in the form of MS-OXRTFCP that is marked as not compressed. */
function uncompressed(rtf: Buffer): Buffer {
  const header = Buffer.alloc(16);
  header.writeUInt32LE(rtf.length + 12, 0);
  header.writeUInt32LE(rtf.length, 4);
  header.write('MELA', 8, 'latin1');
  return Buffer.concat([header, rtf]);
}

/** HTML within RTF as Outlook writes it (MS-OXRTFEX): tags in groups, text between them, other letters by their code. */
export function htmlInRtf(html: string): string {
  const escaped = (text: string) =>
    text.replace(/[\\{}]/g, '\\$&').replace(/[\u0080-\u00FF]/g, (sign) => `\\'${sign.charCodeAt(0).toString(16)}`);
  const parts = html
    .split(/(<[^>]+>)/)
    .map((part) => (part.startsWith('<') ? `{\\*\\htmltag64 ${escaped(part)}}` : escaped(part)));
  return `{\\rtf1\\ansi\\ansicpg1252\\fromhtml1 \\deff0{\\fonttbl{\\f0\\fswiss Arial;}}\\uc1\\pard\\plain\\deftab360 \\f0\\fs24 ${parts.join('')}}`;
}
