/**
 * What a build writes down for the next one, with a form and a checksum: damaged or of another form it is as good as none.
 * Lists of numbers, which make up nearly all of it, stand in it as they lie in memory.
 */
import { closeSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { DefaultDeserializer, DefaultSerializer } from 'node:v8';
import { crc32 } from 'node:zlib';
import { ifPresent } from '../reader/files/if-present.ts';

/** It begins with its form, the CRC-32 of the rest, and where the long lists begin. */
const sumAt = 4;
const listsAt = 8;
const headBytes = 16;

/** The lists that a record may hold. */
const kinds = [Uint8Array, Uint16Array, Uint32Array, Float64Array] as const;
type List = InstanceType<(typeof kinds)[number]>;

/** Bytes of a list from which on it stands behind the rest and not in it: it is not copied to be written or read. */
const leastApart = 16_384;

/** Where any list may begin, in memory as in a record. */
const alignment = 8;
const aligned = (bytes: number) => Math.ceil(bytes / alignment) * alignment;

class Packing extends DefaultSerializer {
  readonly apart: Uint8Array[] = [];

  /** Called by V8 for each list. */
  _writeHostObject(list: List): void {
    const bytes = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
    const kind = kinds.findIndex((one) => list instanceof one);
    if (kind < 0) throw new Error('a record holds no lists of this kind');
    this.writeUint32(kind);
    this.writeUint32(bytes.length);
    if (bytes.length < leastApart) this.writeRawBytes(bytes);
    else this.apart.push(bytes);
  }
}

class Unpacking extends DefaultDeserializer {
  readonly #lists: Uint8Array;
  #done = 0;

  constructor(rest: Uint8Array, lists: Uint8Array) {
    super(rest);
    this.#lists = lists;
  }

  /** Called by V8 for each list. */
  _readHostObject(): List {
    const kind = kinds[this.readUint32()];
    const length = this.readUint32();
    if (!kind) throw new Error('no list of numbers');
    // One that stands in the rest begins anywhere.
    const bytes = length < leastApart ? Uint8Array.from(this.readRawBytes(length)) : this.#next(length);
    return new kind(bytes.buffer as ArrayBuffer, bytes.byteOffset, length / kind.BYTES_PER_ELEMENT);
  }

  #next(length: number): Uint8Array {
    const begin = this.#done;
    this.#done += aligned(length);
    return this.#lists.subarray(begin, begin + length);
  }
}

/** The value with its checksum. */
export function readSealed(path: string, form: number): { value: unknown; sum: number } | undefined {
  const bytes = ifPresent(() => readFileSync(path));
  if (!bytes) return undefined;
  try {
    const sum = bytes.readUInt32LE(sumAt);
    if (bytes.readUInt32LE(0) !== form || sum !== crc32(bytes.subarray(listsAt))) return undefined;
    const lists = bytes.readUInt32LE(listsAt);
    const unpacking = new Unpacking(bytes.subarray(headBytes, lists), bytes.subarray(lists));
    unpacking.readHeader();
    return { value: unpacking.readValue(), sum };
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
  const packing = new Packing();
  packing.writeHeader();
  packing.writeValue(value);
  const rest = packing.releaseBuffer();
  const head = Buffer.alloc(headBytes);
  head.writeUInt32LE(form, 0);
  head.writeUInt32LE(headBytes + aligned(rest.length), listsAt);
  const pieces = [rest, ...packing.apart].flatMap((piece) => [
    piece,
    Buffer.alloc(aligned(piece.length) - piece.length),
  ]);
  const sum = [head.subarray(listsAt), ...pieces].reduce((before, piece) => crc32(piece, before), 0);
  head.writeUInt32LE(sum, sumAt);
  writeWhole(path, [head, ...pieces]);
  return sum;
}

/** The checksum tells of a disk that lost power: it need not be waited for. */
function writeWhole(path: string, pieces: readonly Uint8Array[]): void {
  const unfinished = `${path}.unfertig`;
  const file = openSync(unfinished, 'w');
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renameSync(unfinished, path);
}
