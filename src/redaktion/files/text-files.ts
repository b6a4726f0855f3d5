/** Texts on the disk: read with their version, replaced as a whole or not at all. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** What tells one state of a file from every other. */
export type Version = string;

/** The version of a file that holds these bytes. */
export function versionOf(bytes: Uint8Array): Version {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The text in its own letters, with a byte order mark if it has one; undefined where it isn't UTF-8. */
export function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The inverse of {@link textIn}. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

/** Replaces a file: who reads it meanwhile sees the old one or the new, and so does whoever pulls the plug. */
export async function replaceFile(root: string, file: string, bytes: Uint8Array): Promise<void> {
  // A disk that is full doesn't say for what.
  await writeFileAtomic(join(root, file), Buffer.from(bytes)).catch((error: Error) => {
    throw Object.assign(error, { path: file });
  });
}
