/** What a picture's file is, whatever its name says: fit to be published, or why not. */
import sharp from 'sharp';
import { type Finding, finding } from '../words/problems.ts';

/** Beyond these a picture is a mistake or an attack, and decoding it could take all of the memory. */
export const mostPixels = 120_000_000;
/** A WebP is no taller than 16,383 pixels, and a picture no wider than its page keeps all of its height. */
const mostOnOneSide = 16_000;

/** Formats that are decoded here, by libvips' names; `heif` is AVIF, unless it is compressed as HEVC. */
const formats = new Set(['jpeg', 'png', 'webp', 'heif', 'tiff', 'gif']);

/** Why a file can't be published. */
export type FileFault =
  | { rule: `pictureFile${'Empty' | 'Broken' | 'Animated' | 'Svg' | 'Heic' | 'Other'}` }
  | { rule: 'pictureFileTooLarge'; width: number; height: number };

/**
 * Looks at the first bytes, then at the header, then decodes all of the file to find what is cut off. Undefined if
 * there is nothing against it.
 */
export async function findFault(location: string, head: Uint8Array): Promise<FileFault | undefined> {
  if (head.length === 0) return { rule: 'pictureFileEmpty' };
  // Before a decoder sees it: SVG may hold programs and ask for other files.
  if (/^\s*<(?:svg|\?xml|!doctype|!--)/i.test(headText(head))) return { rule: 'pictureFileSvg' };
  const header = await readHeader(location);
  if (!header) {
    if (isHeic(head)) return { rule: 'pictureFileHeic' };
    return { rule: beginsLikePicture(head) ? 'pictureFileBroken' : 'pictureFileOther' };
  }
  const { format, compression, width, height, pages = 1 } = header;
  if (compression === 'hevc') return { rule: 'pictureFileHeic' };
  if (!formats.has(format)) return { rule: 'pictureFileOther' };
  if (Math.max(width, height) > mostOnOneSide || width * height > mostPixels) {
    return { rule: 'pictureFileTooLarge', width, height };
  }
  // The further pages of a TIFF and those of an AVIF without a sequence are other pictures, not later ones.
  const isCollection = format === 'tiff' || (format === 'heif' && !isSequence(head));
  if (pages > 1 && !isCollection) return { rule: 'pictureFileAnimated' };
  return (await isWhole(location)) ? undefined : { rule: 'pictureFileBroken' };
}

/** A fault as the editor reads it; `file` is the name that the editor gave. */
export function faultFinding(fault: FileFault, file: string): Finding {
  if (fault.rule !== 'pictureFileTooLarge') return finding(fault.rule, { file });
  const { width, height } = fault;
  return finding(fault.rule, { file, width, height, mostOnOneSide, mostMegapixels: mostPixels / 1e6 });
}

async function readHeader(location: string) {
  try {
    return await sharp(location, { limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

/** Small, so that a JPEG is decoded at an eighth of its size; all of its bytes are read all the same. */
async function isWhole(location: string): Promise<boolean> {
  try {
    const picture = sharp(location, { failOn: 'error', limitInputPixels: mostPixels });
    await picture.resize(16, 16, { fit: 'fill' }).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** Drawing programs write UTF-8 or UTF-16. */
function headText(head: Uint8Array): string {
  const [first, second] = head;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(head);
}

const latin = (head: Uint8Array, from: number, to: number) => Buffer.from(head.subarray(from, to)).toString('latin1');

/** By the brands of a file of moving pictures (AV1 Image File Format, section 6.3; ISO 23008-12). */
function isSequence(head: Uint8Array): boolean {
  const end = head.length < 4 ? 0 : new DataView(head.buffer, head.byteOffset).getUint32(0);
  return /^(?:.{4})*?(?:avis|msf1)/s.test(latin(head, 8, end));
}

function isHeic(head: Uint8Array): boolean {
  return latin(head, 4, 8) === 'ftyp' && /^(?:he[iv][cxms]|mif1|msf1)$/.test(latin(head, 8, 12));
}

/** By the marks of the formats that are decoded here: then the rest of the file is at fault. */
function beginsLikePicture(head: Uint8Array): boolean {
  return /^(?:\xff\xd8\xff|\x89PNG|GIF8|II\*\0|MM\0\*|RIFF....WEBP|....ftypavi[fs])/s.test(latin(head, 0, 12));
}
