/** What the organisation's logo is, whatever its file's name says: fit to be published, or why not. */
import sharp, { type Sharp } from 'sharp';
import { logoSize } from '../model/logo.ts';
import { fileSize } from '../views/parts/file-text.ts';
import { type Finding, finding } from '../words/problems.ts';
import { cleanSvg, type SvgFault, svgText } from './logo-svg.ts';

/** It comes with every first visit, unlike any other picture. */
const mostSvgBytes = 60_000;
const mostPixelBytes = 2_000_000;
const mostOnOneSide = 4000;

/** Pixels of a PNG for each that is shown, so that it is sharp on telephones. */
const density = 3;
/** What an original of pixels must have at least. */
const leastDensity = 2;

interface Size {
  width: number;
  height: number;
}

/** A logo that may be published. */
export interface OpenLogo {
  /** Its proportions. */
  size: Size;
  /** The drawing, if it is one. */
  svg?: string;
  /** Upright and as large as it is needed, transparent where the original is. */
  picture: Sharp;
}

/** Why a logo's file can't be published. */
export type LogoFault =
  | SvgFault
  | { rule: 'logoTooHeavy'; bytes: number; most: number }
  | ({ rule: 'logoTooLarge' | 'logoTooSmall' } & Size);

/** The logo in a file's bytes, read to its end, or what is against it. */
export async function openLogo(bytes: Uint8Array): Promise<OpenLogo | LogoFault> {
  if (bytes.length === 0) return { rule: 'logoBroken' };
  const isSvg = /^\uFEFF?\s*</.test(new TextDecoder().decode(bytes.subarray(0, 256)));
  const most = isSvg ? mostSvgBytes : mostPixelBytes;
  if (bytes.length > most) return { rule: 'logoTooHeavy', bytes: bytes.length, most };
  return isSvg ? openDrawing(bytes) : openPixels(bytes);
}

async function openDrawing(bytes: Uint8Array): Promise<OpenLogo | LogoFault> {
  const clean = cleanSvg(bytes);
  if ('rule' in clean) return clean;
  const { drawing, width, height } = clean;
  // Rendered as large as it is needed, so that its edges are sharp.
  const shown = logoSize(clean);
  const large = svgText(drawing, timesAsLarge(shown, density));
  const open = { size: { width, height }, svg: svgText(drawing, shown), picture: sharp(Buffer.from(large)) };
  return (await isWhole(open.picture)) ? open : { rule: 'logoBroken' };
}

async function openPixels(bytes: Uint8Array): Promise<OpenLogo | LogoFault> {
  const original = sharp(bytes, { failOn: 'error' });
  const header = await original.metadata().catch(() => undefined);
  if (!header || !['png', 'jpeg'].includes(header.format)) return { rule: 'logoBroken' };
  const size = header.autoOrient;
  if (Math.max(size.width, size.height) > mostOnOneSide) return { rule: 'logoTooLarge', ...size };
  if (size.width < logoSize(size).width * leastDensity) return { rule: 'logoTooSmall', ...size };
  const { width } = timesAsLarge(logoSize(size), density);
  const picture = original.autoOrient().resize({ width, withoutEnlargement: true });
  return (await isWhole(picture)) ? { size, picture } : { rule: 'logoBroken' };
}

async function isWhole(picture: Sharp): Promise<boolean> {
  return picture
    .clone()
    .raw()
    .toBuffer()
    .then(
      () => true,
      () => false,
    );
}

const timesAsLarge = ({ width, height }: Size, factor: number): Size => ({
  width: width * factor,
  height: height * factor,
});

/** What is against a logo's file; undefined if it may be published. */
export async function findLogoFault(bytes: Uint8Array): Promise<LogoFault | undefined> {
  const open = await openLogo(bytes);
  return 'rule' in open ? open : undefined;
}

/** A fault as the editor reads it; `file` is the name that the editor gave. */
export function logoFinding(fault: LogoFault, file: string): Finding {
  switch (fault.rule) {
    case 'logoUnsafe':
      return finding(fault.rule, { file, what: fault.what });
    case 'logoTooHeavy':
      return finding(fault.rule, { file, size: fileSize(fault.bytes), most: fileSize(fault.most) });
    case 'logoTooLarge':
      return finding(fault.rule, { file, width: fault.width, height: fault.height, most: mostOnOneSide });
    case 'logoTooSmall': {
      const least = timesAsLarge(logoSize(fault), leastDensity);
      return finding(fault.rule, { file, width: fault.width, height: fault.height, least });
    }
    default:
      return finding(fault.rule, { file });
  }
}
