/** Makes the files of the organisation's logo. They hold nothing of the original's metadata; the house needs no credit. */
import sharp from 'sharp';
import { pictureFilePath } from '../model/address.ts';
import { logoSize } from '../model/logo.ts';
import { mediaTypeOf } from '../model/media-types.ts';
import type { PictureFile, PublishedLogo } from '../model/picture.ts';
import { openLogo } from './logo-check.ts';
import type { NamedBytes } from './picture-store.ts';

/** The files of a logo on `paper`, under names that begin with `key`. Throws for a logo that may not be published. */
export async function encodeLogo(
  bytes: Uint8Array,
  paper: string,
  key: string,
): Promise<{ picture: PublishedLogo; files: NamedBytes[] }> {
  const logo = await openLogo(bytes);
  if ('rule' in logo) throw new Error(`a logo with a fault: ${logo.rule}`);
  const pixels = await logo.picture.toColourspace('srgb').png({ compressionLevel: 9 }).toBuffer();
  const onPaper = await sharp(pixels)
    .flatten({ background: paper })
    .png({ compressionLevel: 9 })
    .toBuffer({ resolveWithObject: true });
  const page = logo.svg
    ? { name: `${key}-logo.svg`, bytes: Buffer.from(logo.svg) }
    : { name: `${key}-logo.png`, bytes: pixels };
  const png = { name: `${key}-papier.png`, bytes: onPaper.data };
  return {
    picture: { onPage: fileOf(page, logoSize(logo.size)), png: fileOf(png, onPaper.info) },
    files: [page, png],
  };
}

function fileOf({ name, bytes }: NamedBytes, size: { width: number; height: number }): PictureFile {
  const { width, height } = size;
  return { path: pictureFilePath(name), mediaType: mediaTypeOf(name) ?? '', width, height, bytes: bytes.length };
}
