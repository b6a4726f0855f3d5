/** Makes the files of a picture, each with the credit inside and nothing else of the original's metadata. */
import sharp, { type Sharp } from 'sharp';
import { pictureFilePath } from '../model/address.ts';
import type { FileCredit, PictureFile, PublishedPicture } from '../model/picture.ts';
import { mostPixels } from './file-check.ts';
import { exifFields, xmpPacket } from './metadata.ts';
import type { NamedBytes } from './picture-store.ts';

/**
 * Widths on screens of one or two pixels a pixel, for lists (12 rem), pairs and phones, and the text column (39.5 rem);
 * never beyond the original.
 */
const widths = [200, 400, 640, 1360];

/** The one JPEG is as wide as social networks show a card. */
const jpegWidth = 1200;

/** A list loads many pictures at once, each a few kilobytes: there a little more effort costs little and counts. */
const widestInLists = 400;

/** AVIF's effort by measurement: decision 0011. */
const encoders = [
  {
    ending: 'avif',
    mediaType: 'image/avif',
    encode: (picture: Sharp, width: number) => picture.avif({ quality: 46, effort: width > widestInLists ? 2 : 3 }),
  },
  { ending: 'webp', mediaType: 'image/webp', encode: (picture: Sharp) => picture.webp({ quality: 76 }) },
];

// A picture at a time on each thread: the prepared ones run side by side, and nothing is kept of one when it is done.
sharp.concurrency(1);
sharp.cache(false);

/** A photograph's file on disk, or a drawing as SVG text of ours. */
export type PictureSource = { location: string } | { svg: string };

type Encode = (picture: Sharp, width: number) => Sharp;

interface Made {
  picture: PublishedPicture;
  files: NamedBytes[];
}

/** All files of a picture under names that begin with `key`. Throws if the source can't be decoded. */
export async function encodePicture(source: PictureSource, credit: FileCredit, key: string): Promise<Made> {
  const base = await decode(source, Math.max(...widths));
  const files: NamedBytes[] = [];
  const make = async (ending: string, mediaType: string, width: number, encode: Encode) => {
    const made = await write(base, width, credit, encode);
    const name = `${key}-${made.width}.${ending}`;
    files.push({ name, bytes: made.data });
    return { path: pictureFilePath(name), mediaType, width: made.width, height: made.height, bytes: made.data.length };
  };
  const sources: PublishedPicture['sources'] = [];
  for (const { ending, mediaType, encode } of encoders) {
    const variants: PictureFile[] = [];
    for (const width of widthsUpTo(base.width)) variants.push(await make(ending, mediaType, width, encode));
    sources.push({ mediaType, files: variants });
  }
  const jpeg = await make('jpg', 'image/jpeg', Math.min(jpegWidth, base.width), asJpeg);
  return { picture: { sources, jpeg, credit }, files };
}

/** The JPEG alone: what a title picture needs, which no page shows. */
export async function encodeCard(source: PictureSource, credit: FileCredit, key: string): Promise<Made> {
  const base = await decode(source, jpegWidth);
  // Flat colours and letters: the slower encoder saves little on them.
  const { data, width, height } = await write(base, base.width, credit, (picture) => picture.jpeg({ quality: 84 }));
  const name = `${key}-${width}.jpg`;
  const jpeg = { path: pictureFilePath(name), mediaType: 'image/jpeg', width, height, bytes: data.length };
  return { picture: { sources: [], jpeg, credit }, files: [{ name, bytes: data }] };
}

const asJpeg = (picture: Sharp) => picture.jpeg({ quality: 80, mozjpeg: true });

interface Pixels {
  data: Buffer;
  width: number;
  height: number;
}

/** Upright (EXIF orientation), in sRGB with 8 bits, on white, and not wider than needed: a few megabytes of pixels. */
async function decode(source: PictureSource, width: number): Promise<Pixels> {
  const input = 'svg' in source ? Buffer.from(source.svg) : source.location;
  const page = 'svg' in source ? 0 : await primaryPage(source.location);
  const { data, info } = await sharp(input, { limitInputPixels: mostPixels, failOn: 'error', page })
    .autoOrient()
    .flatten({ background: '#fff' })
    .resize({ width, withoutEnlargement: true })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** Of several pictures in an AVIF, which one the file is of. */
async function primaryPage(location: string): Promise<number> {
  const { pagePrimary = 0 } = await sharp(location, { limitInputPixels: mostPixels }).metadata();
  return pagePrimary;
}

async function write({ data, width: full, height }: Pixels, width: number, credit: FileCredit, encode: Encode) {
  const picture = sharp(data, { raw: { width: full, height, channels: 3 } }).resize({ width });
  const tagged = picture.withXmp(xmpPacket(credit)).withExif(exifFields(credit));
  const { data: bytes, info } = await encode(tagged, width).toBuffer({ resolveWithObject: true });
  return { data: bytes, width: info.width, height: info.height };
}

/** The usual widths below the original's, and its own if it is smaller than the widest. */
function widthsUpTo(original: number): number[] {
  const smaller = widths.filter((width) => width < original);
  return smaller.length === widths.length ? smaller : [...smaller, original];
}
