import { Uint8ArrayReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** An archive of parts, deflated, in the order given; `mimetype` is stored, as OpenDocument wants it. */
export async function zip(parts: Record<string, string | Uint8Array>): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false });
  for (const [name, content] of Object.entries(parts)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await writer.add(name, new Uint8ArrayReader(bytes), {
      level: name === 'mimetype' ? 0 : 9,
      extendedTimestamp: false,
    });
  }
  return writer.close();
}
