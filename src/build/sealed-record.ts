/** What a build writes down for the next one, with a form and a checksum: damaged or of another form it is as good as none. */
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { DefaultSerializer, deserialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { ifPresent } from '../reader/files/if-present.ts';

/** It begins with its form and the CRC-32 of the rest. */
const sumAt = 4;
const headBytes = 8;

/** The value with its checksum. */
export function readSealed(path: string, form: number): { value: unknown; sum: number } | undefined {
  const bytes = ifPresent(() => readFileSync(path));
  if (!bytes) return undefined;
  try {
    const [packed, sum] = [bytes.subarray(headBytes), bytes.readUInt32LE(sumAt)];
    if (bytes.readUInt32LE(0) !== form || sum !== crc32(packed)) return undefined;
    return { value: deserialize(packed), sum };
  } catch {
    // Cut off: everything is made again.
    return undefined;
  }
}

/** The checksum that a record says it has; it is not read for that. */
export function sumAtHead(path: string): number | undefined {
  const file = ifPresent(() => openSync(path, 'r'));
  if (file === undefined) return undefined;
  const head = Buffer.alloc(headBytes);
  readSync(file, head);
  closeSync(file);
  return head.readUInt32LE(sumAt);
}

/** Returns its checksum. */
export function writeSealed(path: string, form: number, value: unknown): number {
  const serializer = new DefaultSerializer();
  serializer.writeRawBytes(Buffer.alloc(headBytes));
  serializer.writeHeader();
  serializer.writeValue(value);
  const bytes = serializer.releaseBuffer();
  const sum = crc32(bytes.subarray(headBytes));
  bytes.writeUInt32LE(form, 0);
  bytes.writeUInt32LE(sum, sumAt);
  // The checksum tells of a disk that lost power: it need not be waited for.
  writeFileAtomic(path, bytes, { fsync: false });
  return sum;
}
