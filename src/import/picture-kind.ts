/** What a picture is by its first bytes, whatever a name or a mail says of it. */
export interface PictureKind {
  name: string;
  ending: string;
  /** Whether the site can show it: formats that `images/file-check.ts` takes. */
  isPublishable: boolean;
}

const kinds: [begins: RegExp, name: string, ending: string, isPublishable: boolean][] = [
  [/^\xff\xd8\xff/, 'JPEG', 'jpg', true],
  [/^\x89PNG\r\n/, 'PNG', 'png', true],
  [/^GIF8/, 'GIF', 'gif', true],
  [/^RIFF.{4}WEBP/s, 'WebP', 'webp', true],
  [/^.{4}ftypavi[fs]/s, 'AVIF', 'avif', true],
  [/^(?:II\*\0|MM\0\*)/, 'TIFF', 'tif', true],
  [/^.{4}ftyp(?:he[iv][cxms]|mif1|msf1)/s, 'HEIC', 'heic', false],
  [/^.\0{3}.{36} EMF/s, 'EMF', 'emf', false],
  [/^(?:\xd7\xcd\xc6\x9a|.\0\t\0)/, 'WMF', 'wmf', false],
  [/^BM/, 'BMP', 'bmp', false],
  [/^(?:\xef\xbb\xbf)?\s*<(?:\?xml|svg|!doctype svg|!--)/i, 'SVG', 'svg', false],
  [/^%PDF/, 'PDF', 'pdf', false],
];

export function pictureKind(bytes: Uint8Array): PictureKind {
  const head = Buffer.from(bytes.subarray(0, 100)).toString('latin1');
  const [, name, ending, isPublishable] = kinds.find(([begins]) => begins.test(head)) ?? [];
  return { name: name ?? 'unbekannt', ending: ending ?? 'bin', isPublishable: isPublishable ?? false };
}

/** Width and height in pixels as PNG and GIF state them, the formats of what counts readers; undefined of others. */
export function pixelSize(bytes: Uint8Array): { width: number; height: number } | undefined {
  if (bytes.length < 24) return undefined;
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { name } = pictureKind(bytes);
  if (name === 'PNG') return { width: data.getUint32(16), height: data.getUint32(20) };
  if (name === 'GIF') return { width: data.getUint16(6, true), height: data.getUint16(8, true) };
  return undefined;
}
