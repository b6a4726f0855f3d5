/** Whether a file may be laid beside an article for its readers: what it is by its bytes, and whether its ending says so. */
import { pictureKind } from '../../import/picture-kind.ts';
import { type AttachableEnding, attachableEndings, attachmentKind, endingOf } from '../../model/attachment-kind.ts';
import { mediaTypeOf } from '../../model/media-types.ts';
import { fileType } from '../../views/parts/file-text.ts';
import { attachmentWords as words } from '../../words/redaktion-attachments.ts';

interface BroughtFile {
  name: string;
  bytes: Uint8Array;
}

type IsOfKind = (file: { bytes: Uint8Array; head: string; type: string }) => boolean;

const picture: IsOfKind = ({ bytes, type }) => mediaTypeOf(`x.${pictureKind(bytes).ending}`) === type;
const openOffice: IsOfKind = ({ head, type }) => isZip(head) && head.slice(0, 300).includes(`mimetype${type}`);
const office =
  (folder: string): IsOfKind =>
  ({ bytes, head }) =>
    isZip(head) && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(`${folder}/`);
/** MS-CFB, the container of the old formats. */
const oldOffice: IsOfKind = ({ head }) => head.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1');
const plainText: IsOfKind = ({ bytes }) => utf8(bytes) !== undefined;
const beginningWith =
  (line: string): IsOfKind =>
  ({ bytes }) =>
    utf8(bytes)?.trimStart().toUpperCase().startsWith(line) === true;
const json: IsOfKind = ({ bytes }) => {
  try {
    return JSON.parse(utf8(bytes) ?? '') !== undefined;
  } catch {
    return false;
  }
};

/** What a file has to be by its bytes. */
const kinds: Record<AttachableEnding, IsOfKind> = {
  // Readers of PDF look for it within the first kilobyte (ISO 32000-1, annex H).
  pdf: ({ head }) => head.slice(0, 1024).includes('%PDF-'),
  docx: office('word'),
  xlsx: office('xl'),
  pptx: office('ppt'),
  odt: openOffice,
  ods: openOffice,
  odp: openOffice,
  odg: openOffice,
  epub: openOffice,
  doc: oldOffice,
  xls: oldOffice,
  ppt: oldOffice,
  rtf: ({ head }) => head.startsWith('{\\rtf'),
  csv: plainText,
  txt: plainText,
  ics: beginningWith('BEGIN:VCALENDAR'),
  vcf: beginningWith('BEGIN:VCARD'),
  json,
  geojson: json,
  zip: ({ head }) => isZip(head) || head.startsWith('PK\x05\x06'),
  jpg: picture,
  jpeg: picture,
  png: picture,
  gif: picture,
  webp: picture,
  avif: picture,
  tif: picture,
  tiff: picture,
};

const textEndings = ['csv', 'txt', 'ics', 'vcf', 'json', 'geojson'];

/** Windows, Linux, macOS, Java, scripts. */
const programStarts = /^(?:MZ|\x7fELF|\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe|\xca\xfe\xba\xbe|#!)/;
const pageStart = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|!--|\?xml|html|head|body|script|svg|iframe|meta)\b/i;

/** Why a file may not be laid beside an article, as a sentence; undefined where it may. */
export function attachmentFault({ name, bytes }: BroughtFile): string | undefined {
  if (bytes.length === 0) return words.empty(name);
  const kind = attachmentKind(name);
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1');
  if (kind === 'program' || programStarts.test(head)) return words.program(name);
  if (kind === 'page' || pageStart.test(head)) return words.webPage(name);
  const ending = endingOf(name);
  const type = mediaTypeOf(`x.${ending}`);
  if (kind === 'other' || type === undefined) return words.otherKind(name, attachableEndings);
  if (kinds[kind]({ bytes, head, type })) return undefined;
  const isOtherEncoding = textEndings.includes(ending) && utf8(bytes) === undefined && !head.includes('\0\0');
  return isOtherEncoding
    ? words.notUtf8(name)
    : words.mismatch(name, fileType({ mediaType: type, file: `x.${ending}` }));
}

const isZip = (head: string) => head.startsWith('PK\x03\x04');

/** The text without a byte order mark; undefined where it isn't UTF-8, as which it would be sent. */
function utf8(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined;
  }
}
