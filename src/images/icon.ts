/** The sign of the publication for browsers and feed readers that ask for `/favicon.ico` and know no SVG. */
import sharp from 'sharp';

/** Pixels: tabs, tabs on dense screens, bookmarks and the taskbar. */
const sizes = [16, 32, 48];

const headerBytes = 6;
const entryBytes = 16;

/** An icon file of an SVG document: a PNG for each size, as every browser has read them since Windows Vista. */
export async function iconFile(svg: string): Promise<Buffer> {
  const pictures = await Promise.all(sizes.map((size) => sharp(Buffer.from(svg)).resize(size, size).png().toBuffer()));
  const header = Buffer.alloc(headerBytes + entryBytes * sizes.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(sizes.length, 4);
  let offset = header.length;
  for (const [index, picture] of pictures.entries()) {
    const [entry, size = 0] = [headerBytes + entryBytes * index, sizes[index]];
    header.writeUInt8(size, entry);
    header.writeUInt8(size, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(picture.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += picture.length;
  }
  return Buffer.concat([header, ...pictures]);
}
