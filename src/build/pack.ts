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

/** Where bytes lie. */
interface Place {
  file: number;
  offset: number;
  length: number;
}

/** What stands at the end of a packed file, as JSON: all but the bytes, which come first. */
interface Contents<Head> {
  version: string;
  entries: [name: string, head: Head, offset: number, length: number][];
}

export class Packed<Head> {
  head: Head;
  place: Place;
  /** Whether it stands beside the pack, or has to. */
  isBeside: boolean;

  constructor(head: Head, place: Place, isBeside: boolean) {
    this.head = head;
    this.place = place;
    this.isBeside = isBeside;
  }

  bytes(): Buffer {
    return readAt(this.place);
  }
}

/** As many new things as are worth their own small file: then all of them are packed together. */
const mostBeside = 100;

/** At the very end: where the contents begin. */
const pointerBytes = 8;

/** The memory of this name in a folder of its own, of what this `version` has made. A damaged file is as good as none. */
export function openPack<Head>(folder: string, name: string, version: string): Pack<Head> {
  const paths = { packed: join(folder, name), beside: join(folder, `${name}-since`) };
  const known = new Map<string, Packed<Head>>();
  for (const [where, path] of Object.entries(paths)) {
    const found = readContents<Head>(path, version);
    for (const [one, head, offset, length] of found?.contents.entries ?? []) {
      known.set(one, new Packed(head, { file: found?.file ?? 0, offset, length }, where === 'beside'));
    }
  }
  const asked = new Set<string>();
  /** What comes in this run, written at once: all of it would fill the memory. */
  let fresh: { path: string; file: number; length: number } | undefined;
  let changed = false;

  return {
    find(one) {
      asked.add(one);
      return known.get(one);
    },
    keep(one, head, bytes) {
      fresh ??= openFresh(folder);
      asked.add(one);
      writeSync(fresh.file, bytes);
      const packed = new Packed(head, { file: fresh.file, offset: fresh.length, length: bytes.length }, true);
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
      for (const one of [...known.keys()]) if (!asked.has(one)) known.delete(one);
      let beside = 0;
      for (const { isBeside } of known.values()) beside += Number(isBeside);
      const isSmall = beside <= mostBeside;
      const entries: Contents<Head>['entries'] = [];
      for (const [one, packed] of known) {
        if (isSmall && !packed.isBeside) continue;
        const { place, head } = packed;
        let { offset } = place;
        if (place.file !== fresh.file) {
          offset = fresh.length;
          writeSync(fresh.file, packed.bytes());
          fresh.length += place.length;
        }
        entries.push([one, head, offset, place.length]);
      }
      const contents = JSON.stringify({ version, entries } satisfies Contents<Head>);
      const pointer = Buffer.alloc(pointerBytes);
      pointer.writeBigUInt64LE(BigInt(fresh.length));
      writeSync(fresh.file, contents);
      writeSync(fresh.file, pointer);
      renameSync(fresh.path, isSmall ? paths.beside : paths.packed);
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

function readAt({ file, offset, length }: Place): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  readSync(file, bytes, 0, length, offset);
  return bytes;
}

function readContents<Head>(path: string, version: string): { file: number; contents: Contents<Head> } | undefined {
  const file = ifPresent(() => openSync(path, 'r'));
  if (file === undefined) return undefined;
  try {
    const end = fstatSync(file).size - pointerBytes;
    const begin = Number(readAt({ file, offset: end, length: pointerBytes }).readBigUInt64LE());
    const bytes = readAt({ file, offset: begin, length: end - begin });
    const contents = JSON.parse(bytes.toString('utf8')) as Contents<Head>;
    if (contents.version === version) return { file, contents };
  } catch {
    // Cut off by a full disk or by hand: what it held is made again.
  }
  closeSync(file);
  return undefined;
}
