import { Uint8ArrayReader, Uint8ArrayWriter, ZipReader, ZipWriter } from '@zip.js/zip.js';
import { UserError } from '../model/user-error.ts';
import { importErrors } from '../words/import.ts';

/** The parts of a zip archive by their names: text documents of Word and OpenDocument are such archives. */
export type Archive = ReadonlyMap<string, Uint8Array>;

/** Bytes that all parts may have together, and those that are XML: a report of 300 pages has 2 MB of it. */
const mostInArchive = 200_000_000;
const mostInXml = 10_000_000;
const mostParts = 5_000;

/**
 * Inflates an archive in memory, or those of its parts that are wanted. Sizes that it states are not believed: what comes
 * out is counted, and stopped, while it comes. Throws a UserError where that is too much, or where the archive is broken.
 */
export async function openArchive(
  bytes: Uint8Array,
  fileName: string,
  isWanted: (part: string) => boolean = () => true,
): Promise<Archive> {
  const reader = new ZipReader(new Uint8ArrayReader(bytes), { useWebWorkers: false, checkOverlappingEntry: true });
  const parts = new Map<string, Uint8Array>();
  const left = { all: mostInArchive, xml: mostInXml };
  const tooLarge = new UserError(importErrors.inflatesTooFar(fileName));
  try {
    const entries = await reader.getEntries();
    if (entries.length > mostParts) throw tooLarge;
    for (const entry of entries) {
      if (entry.directory || !isWanted(entry.filename)) continue;
      const isXml = /\.(?:xml|rels)$/i.test(entry.filename);
      const most = isXml ? Math.min(left.all, left.xml) : left.all;
      const chunks: Uint8Array[] = [];
      let size = 0;
      const counting = new WritableStream<Uint8Array>({
        write(chunk) {
          size += chunk.length;
          if (size > most) throw tooLarge;
          chunks.push(chunk);
        },
      });
      await entry.getData(counting, { checkSignature: true });
      left.all -= size;
      if (isXml) left.xml -= size;
      parts.set(entry.filename, Buffer.concat(chunks));
    }
  } catch (error) {
    throw error === tooLarge ? tooLarge : new UserError(importErrors.damaged(fileName));
  } finally {
    await reader.close();
  }
  return parts;
}

/** The parts as an archive again, not deflated: for a library that opens archives by itself. */
export async function packArchive(parts: Archive): Promise<Uint8Array> {
  const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level: 0 });
  for (const [name, bytes] of parts) await writer.add(name, new Uint8ArrayReader(bytes));
  return writer.close();
}
