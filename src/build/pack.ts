/**
 * A memory between runs: one packed file, and a small one beside it for what came since, so that one saved text doesn't have
 * ten thousand written again. Both are replaced as a whole, so that several processes may read and write them at the same
 * time.
 */
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import { makeFolder } from '../settings/make-folder.ts';

/** What is packed by its names: a head, which is read with the pack, and bytes, which are read when they are asked for. */
export interface Pack<Head> {
  find(name: string): Packed<Head> | undefined;
  keep(name: string, head: Head, bytes: Uint8Array): Packed<Head>;
  /** Gives what is known another head. */
  change(name: string, head: Head): void;
  /** Writes what has come, for the next run; forgets what nobody asked for, but where nobody had to ask for all (`ofSome`). */
  save(asked?: { ofSome?: boolean }): void;
}

/** A file that lies open. */
interface OpenFile {
  file: number;
  path: string;
  /** All of its bytes, where they were read at once. */
  all?: Buffer;
  isClosed?: boolean;
}

/** Where bytes lie, and their CRC-32, by which damage is seen. */
interface Place {
  of: OpenFile;
  offset: number;
  length: number;
  sum: number;
}

/** What stands at the end of a packed file: all but the bytes, which come first. */
interface Contents {
  version: string;
  /** Names and heads as JSON, one behind the other: a head is read when somebody asks for it. */
  names: string;
  heads: string;
  /** Where each head ends. */
  headEnds: Uint32Array;
  /** Of each: offset, length and sum of its bytes. */
  places: Float64Array;
}

/** Can't be in a name. */
const betweenNames = '\0';

const numbersOfPlace = 3;

/** A packed file that was found. */
interface Found {
  of: OpenFile;
  contents: Contents;
  isBeside: boolean;
  /** The places of what is in it, by names. */
  indexes: ReadonlyMap<string, number>;
}

function packedAt<Head>({ of, contents, isBeside }: Found, index: number): Packed<Head> {
  const { heads, headEnds, places } = contents;
  const head = JSON.parse(heads.slice(headEnds[index - 1] ?? 0, headEnds[index])) as Head;
  const [offset = 0, length = 0, sum = 0] = places.subarray(index * numbersOfPlace);
  return new Packed(head, { of, offset, length, sum }, isBeside);
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

  /**
   * Undefined where they are damaged: the file that holds them is removed then, so that the next run makes all of it anew,
   * or stays where it can't be. Also where others took their place in the pack, and that was saved.
   */
  bytes(): Buffer | undefined {
    const { of, offset, length, sum } = this.place;
    if (of.isClosed) return undefined;
    const bytes = of.all?.subarray(offset, offset + length) ?? readAt(of.file, offset, length);
    if (crc32(bytes) === sum) return bytes;
    try {
      rmSync(of.path, { force: true });
    } catch {
      // Another account's, or on a disk that takes nothing: what is damaged is made anew each time.
    }
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
  /** Those that somebody has asked for, and what has come. */
  const known = new Map<string, Packed<Head>>();
  /** Where all others are; what is in the first of them stands for what is in the next. */
  let files: readonly Found[] = [paths.packed, paths.beside]
    .flatMap((path) => readContents(path, version, isWanted, path === paths.beside) ?? [])
    .reverse();
  const opened = new Set(files.map(({ of }) => of));
  const look = (one: string): Packed<Head> | undefined => {
    const before = known.get(one);
    if (before) return before;
    for (const file of files) {
      const index = file.indexes.get(one);
      if (index === undefined) continue;
      const found = packedAt<Head>(file, index);
      known.set(one, found);
      return found;
    }
    return undefined;
  };
  const lookAtAllIn = (file: Found) => {
    for (const one of file.indexes.keys()) look(one);
  };
  /** What comes in this run, written at once: all of it would fill the memory. */
  let fresh: (OpenFile & { length: number }) | undefined;
  let changed = false;
  /** A process that runs for months would else hold each file that it has written, and the room that it takes. */
  const closeUnused = () => {
    const used = new Set<OpenFile>();
    for (const { place } of known.values()) used.add(place.of);
    for (const { of } of files) used.add(of);
    for (const one of opened) {
      if (used.has(one)) continue;
      closeSync(one.file);
      one.isClosed = true;
      opened.delete(one);
    }
  };

  return {
    find(one) {
      const found = look(one);
      if (found) found.isAsked = true;
      return found;
    },
    keep(one, head, bytes) {
      fresh ??= openFresh(folder);
      writeAt(fresh.file, bytes, fresh.length);
      const place = { of: fresh, offset: fresh.length, length: bytes.length, sum: crc32(bytes) };
      const packed = new Packed(head, place, true);
      packed.isAsked = true;
      fresh.length += bytes.length;
      known.set(one, packed);
      changed = true;
      return packed;
    },
    change(one, head) {
      const found = look(one);
      if (!found) return;
      found.head = head;
      found.isBeside = true;
      changed = true;
    },
    save({ ofSome = false } = {}) {
      if (!changed) return;
      changed = false;
      fresh ??= openFresh(folder);
      if (ofSome) files.filter(({ isBeside }) => isBeside).forEach(lookAtAllIn);
      else {
        for (const [one, { isAsked }] of known) if (!isAsked) known.delete(one);
        files = [];
      }
      let beside = 0;
      for (const { isBeside } of known.values()) beside += Number(isBeside);
      const isSmall = beside <= mostBeside;
      if (!isSmall) files.forEach(lookAtAllIn);
      // Nothing is in the others that isn't known.
      files = isSmall ? files.filter(({ isBeside }) => !isBeside) : [];
      const entries: [name: string, head: string, offset: number, length: number, sum: number][] = [];
      for (const [one, packed] of known) {
        if (isSmall && !packed.isBeside) continue;
        const { place, head } = packed;
        let { offset } = place;
        if (place.of !== fresh) {
          const bytes = packed.bytes();
          if (!bytes) continue;
          offset = fresh.length;
          writeAt(fresh.file, bytes, offset);
          fresh.length += place.length;
          packed.place = { ...place, of: fresh, offset };
        }
        entries.push([one, JSON.stringify(head), offset, place.length, place.sum]);
      }
      let ofHeads = 0;
      const contents = serialize({
        version,
        names: entries.map(([one]) => one).join(betweenNames),
        heads: entries.map(([, head]) => head).join(''),
        headEnds: Uint32Array.from(entries, ([, head]) => {
          ofHeads += head.length;
          return ofHeads;
        }),
        places: Float64Array.from(entries.flatMap(([, , ...place]) => place)),
      } satisfies Contents);
      const end = Buffer.alloc(endBytes);
      end.writeBigUInt64LE(BigInt(fresh.length));
      end.writeUInt32LE(crc32(contents), pointerBytes);
      writeAt(fresh.file, Buffer.concat([contents, end]), fresh.length);
      // A longer one may be there that couldn't be put in its place.
      ftruncateSync(fresh.file, fresh.length + contents.length + endBytes);
      const path = isSmall ? paths.beside : paths.packed;
      renameSync(fresh.path, path);
      fresh.path = path;
      if (!isSmall) {
        rmSync(paths.beside, { force: true });
        for (const one of known.values()) one.isBeside = false;
      }
      opened.add(fresh);
      // What comes now goes into a new file.
      fresh = undefined;
      closeUnused();
    },
  };
}

/** A new file, beside which nothing is left of runs that were killed. */
function openFresh(folder: string) {
  makeFolder(folder);
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

/** All of the bytes, or an error: a disk that has little room left takes a part of them. What was there is written over. */
function writeAt(file: number, bytes: Uint8Array, offset: number): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, offset + done);
}

function readAt(file: number, offset: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

function readContents(path: string, version: string, isWanted: boolean, isBeside: boolean): Found | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const length = fstatSync(file).size - endBytes;
    const all = isWanted ? readAt(file, 0, length) : undefined;
    const end = readAt(file, length, endBytes);
    const begin = Number(end.readBigUInt64LE());
    const bytes = all?.subarray(begin) ?? readAt(file, begin, length - begin);
    if (crc32(bytes) === end.readUInt32LE(pointerBytes)) {
      const contents = deserialize(bytes) as Contents;
      if (contents.version === version) {
        const names = contents.names === '' ? [] : contents.names.split(betweenNames);
        const indexes = new Map(names.map((name, index) => [name, index]));
        return { of: { file, path, ...(all && { all }) }, contents, isBeside, indexes };
      }
    }
  } catch {
    // Not there, of another account, cut off by a full disk or by hand, or of another form: what it held is made again.
  }
  if (file !== undefined) closeSync(file);
  return undefined;
}
