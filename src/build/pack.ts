/**
 * A memory between runs: one packed file, and a small one beside it for what came since, so that one saved text doesn't have
 * ten thousand written again. Both are replaced as a whole, so that several processes may read and write them at the same
 * time.
 */
import {
  closeSync,
  fstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ifPresent } from '../reader/files/if-present.ts';

/** What is packed by its names: a head, which is read with the pack, and bytes, which are read when they are asked for. */
export interface Pack<Head> {
  find(name: string): Packed<Head> | undefined;
  keep(name: string, head: Head, bytes: Uint8Array): Packed<Head>;
  /** Gives what is known another head. */
  change(name: string, head: Head): void;
  /** Writes what has come, for the next run; forgets what nobody asked for. */
  save(): void;
}

/** A file that lies open. */
interface OpenFile {
  file: number;
  path: string;
  /** All of its bytes, where they were read at once. */
  all?: Buffer;
}

/** Where bytes lie, and their CRC-32, by which damage is seen. */
interface Place {
  of: OpenFile;
  offset: number;
  length: number;
  sum: number;
}

/** What stands at the end of a packed file, as JSON: all but the bytes, which come first. */
interface Contents<Head> {
  version: string;
  entries: [name: string, head: Head, offset: number, length: number, sum: number][];
}

export class Packed<Head> {
  head: Head;
  place: Place;
  /** Whether it stands beside the pack, or has to. */
  isBeside: boolean;
  /** Whether anybody has asked for it in this run. */
  isAsked = false;

  constructor(head: Head, place: Place, isBeside: boolean) {
    this.head = head;
    this.place = place;
    this.isBeside = isBeside;
  }

  /** Undefined where they are damaged: the file that holds them is removed then, so that the next run makes all of it anew. */
  bytes(): Buffer | undefined {
    const { of, offset, length, sum } = this.place;
    const bytes = of.all?.subarray(offset, offset + length) ?? readAt(of.file, offset, length);
    if (crc32(bytes) === sum) return bytes;
    rmSync(of.path, { force: true });
    return undefined;
  }
}

/** As many new things as are worth their own small file: then all of them are packed together. */
const mostBeside = 100;

/** At the very end: where the contents begin, and their CRC-32. */
const pointerBytes = 8;
const endBytes = pointerBytes + 4;

const pathsOf = (folder: string, name: string) => ({
  packed: join(folder, name),
  beside: join(folder, `${name}-since`),
});

/** Whoever opens the memory of this name from now on finds it empty; who has it open goes on reading it. */
export function forgetPack(folder: string, name: string): void {
  for (const path of Object.values(pathsOf(folder, name))) rmSync(path, { force: true });
}

/**
 * The memory of this name in a folder of its own, of what this `version` has made. A damaged file is as good as none,
 * whatever part of it. `isWanted` says that all of the bytes are going to be asked for: then they are read at once.
 */
export function openPack<Head>(
  folder: string,
  name: string,
  version: string,
  { isWanted = false }: { isWanted?: boolean } = {},
): Pack<Head> {
  const paths = pathsOf(folder, name);
  const known = new Map<string, Packed<Head>>();
  for (const [where, path] of Object.entries(paths)) {
    const found = readContents<Head>(path, version, isWanted);
    if (!found) continue;
    for (const [one, head, offset, length, sum] of found.contents.entries) {
      known.set(one, new Packed(head, { of: found.of, offset, length, sum }, where === 'beside'));
    }
  }
  /** What comes in this run, written at once: all of it would fill the memory. */
  let fresh: (OpenFile & { length: number }) | undefined;
  let changed = false;

  return {
    find(one) {
      const found = known.get(one);
      if (found) found.isAsked = true;
      return found;
    },
    keep(one, head, bytes) {
      fresh ??= openFresh(folder);
      writeSync(fresh.file, bytes);
      const place = { of: fresh, offset: fresh.length, length: bytes.length, sum: crc32(bytes) };
      const packed = new Packed(head, place, true);
      packed.isAsked = true;
      fresh.length += bytes.length;
      known.set(one, packed);
      changed = true;
      return packed;
    },
    change(one, head) {
      const found = known.get(one);
      if (!found) return;
      found.head = head;
      found.isBeside = true;
      changed = true;
    },
    save() {
      if (!changed) return;
      changed = false;
      fresh ??= openFresh(folder);
      for (const [one, { isAsked }] of known) if (!isAsked) known.delete(one);
      let beside = 0;
      for (const { isBeside } of known.values()) beside += Number(isBeside);
      const isSmall = beside <= mostBeside;
      const entries: Contents<Head>['entries'] = [];
      for (const [one, packed] of known) {
        if (isSmall && !packed.isBeside) continue;
        const { place, head } = packed;
        let { offset } = place;
        if (place.of !== fresh) {
          const bytes = packed.bytes();
          if (!bytes) continue;
          offset = fresh.length;
          writeSync(fresh.file, bytes);
          fresh.length += place.length;
        }
        entries.push([one, head, offset, place.length, place.sum]);
      }
      const contents = Buffer.from(JSON.stringify({ version, entries } satisfies Contents<Head>));
      const end = Buffer.alloc(endBytes);
      end.writeBigUInt64LE(BigInt(fresh.length));
      end.writeUInt32LE(crc32(contents), pointerBytes);
      writeSync(fresh.file, contents);
      writeSync(fresh.file, end);
      const path = isSmall ? paths.beside : paths.packed;
      renameSync(fresh.path, path);
      fresh.path = path;
      if (!isSmall) {
        rmSync(paths.beside, { force: true });
        for (const one of known.values()) one.isBeside = false;
      }
      // What lies open is read on under no name; what comes now goes into a new file.
      fresh = undefined;
    },
  };
}

/** A new file, beside which nothing is left of runs that were killed. */
function openFresh(folder: string) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) {
    const pid = Number(/^unfinished-(\d+)$/.exec(name)?.[1]);
    if (pid > 0 && !isRunning(pid)) rmSync(join(folder, name), { force: true });
  }
  const path = join(folder, `unfinished-${process.pid}`);
  return { path, file: openSync(path, 'w+'), length: 0 };
}

/** Whether there is such a process; one of another account is one too. */
function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

function readContents<Head>(
  path: string,
  version: string,
  isWanted: boolean,
): { of: OpenFile; contents: Contents<Head> } | undefined {
  const file = ifPresent(() => openSync(path, 'r'));
  if (file === undefined) return undefined;
  try {
    const length = fstatSync(file).size - endBytes;
    const all = isWanted ? readAt(file, 0, length) : undefined;
    const end = readAt(file, length, endBytes);
    const begin = Number(end.readBigUInt64LE());
    const bytes = all?.subarray(begin) ?? readAt(file, begin, length - begin);
    const contents = JSON.parse(bytes.toString('utf8')) as Contents<Head>;
    const isWhole = crc32(bytes) === end.readUInt32LE(pointerBytes);
    if (isWhole && contents.version === version) return { of: { file, path, ...(all && { all }) }, contents };
  } catch {
    // Cut off by a full disk or by hand: what it held is made again.
  }
  closeSync(file);
  return undefined;
}
