import ExifReader from 'exifreader';
import type { PictureMetadata } from './imported.ts';

/** What a picture's file says of itself, in Exif, IPTC and XMP. Broken metadata are none. */
export function readMetadata(bytes: Uint8Array): PictureMetadata {
  let tags: ExifReader.ExpandedTags;
  try {
    tags = ExifReader.load(Buffer.from(bytes), { expanded: true });
  } catch {
    return { hasPlace: false };
  }
  const { exif, iptc, xmp, gps } = tags;
  const first = (...found: unknown[]) =>
    found.map((tag) => plain((Array.isArray(tag) ? tag[0] : tag)?.description)).find((text) => text !== undefined);
  return {
    creator: first(xmp?.creator, iptc?.['By-line'], exif?.Artist),
    credit: first(xmp?.Credit, iptc?.Credit),
    copyright: first(xmp?.rights, iptc?.['Copyright Notice'], exif?.Copyright),
    description: first(xmp?.description, iptc?.['Caption/Abstract'], exif?.ImageDescription),
    hasPlace: gps?.Latitude !== undefined,
  };
}

/** One line; cameras fill the fields with blanks. */
function plain(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const text = value.replace(/[\u0000-\u001F\s]+/g, ' ').trim();
  return text === '' ? undefined : text.slice(0, 300);
}
