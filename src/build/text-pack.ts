/**
 * The memory of parsed texts between runs, in `.cache/texts/`: one packed file, and a small one beside it for what came
 * since, so that one saved text doesn't have ten thousand written again. Both are replaced as a whole, so that several
 * processes may read and write them at the same time.
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
import { deserialize, serialize } from 'node:v8';
import { ifPresent } from '../reader/files/if-present.ts';
import type { RememberedText, TextFacts, TextItself, TextMemory } from '../reader/files/text-memory.ts';
import type { TellProgress } from '../settings/progress.ts';

/** A memory that can be written down. */
export interface TextPack extends TextMemory {
  /** Writes what has come, for the next run; forgets the files that nobody asked for. */
  save(): void;
}

/** Where a text lies: its bytes are JSON. */
interface Place {
  file: number;
  offset: number;
  length: number;
}

/** What stands at the end of a packed file: all but the texts, which come first. */
interface Contents {
  version: string;
  entries: [file: string, hash: string, state: string | undefined, facts: TextFacts, offset: number, length: number][];
}

class PackedText implements RememberedText {
  readonly hash: string;
  readonly facts: TextFacts;
  state: string | undefined;
  place: Place;
  /** Whether it stands beside the pack, or has to. */
  isBeside: boolean;

  constructor({ hash, state, facts }: Omit<RememberedText, 'text'>, place: Place, isBeside: boolean) {
    this.hash = hash;
    this.state = state;
    this.facts = facts;
    this.place = place;
    this.isBeside = isBeside;
  }

  text(): TextItself {
    return JSON.parse(readAt(this.place).toString('utf8'));
  }
}

/** As many new texts as are worth their own small file: then all of them are packed together. */
const mostBeside = 100;

/** At the very end: where the contents begin. */
const pointerBytes = 8;

/** The memory in a folder, of texts as this `version` of the product makes them. A damaged file is as good as none. */
export function openTextPack(folder: string, version: string, progress?: TellProgress): TextPack {
  const paths = { packed: join(folder, 'texts'), beside: join(folder, 'texts-since') };
  const known = new Map<string, PackedText>();
  for (const [name, path] of Object.entries(paths)) {
    const found = readContents(path, version);
    for (const [path, hash, state, facts, offset, length] of found?.contents.entries ?? []) {
      const place = { file: found?.file ?? 0, offset, length };
      known.set(path, new PackedText({ hash, state, facts }, place, name === 'beside'));
    }
  }
  const asked = new Set<string>();
  /** Texts of this run, written as they come: all of them would fill the memory. */
  let fresh: { path: string; file: number; length: number } | undefined;
  let changed = false;
  let parsed = 0;

  return {
    find(file) {
      asked.add(file);
      return known.get(file);
    },
    keep(file, text, itself) {
      fresh ??= openFresh(folder);
      const bytes = Buffer.from(JSON.stringify(itself));
      writeSync(fresh.file, bytes);
      const packed = new PackedText(text, { file: fresh.file, offset: fresh.length, length: bytes.length }, true);
      fresh.length += bytes.length;
      known.set(file, packed);
      changed = true;
      parsed += 1;
      progress?.('texts', parsed);
      return packed;
    },
    confirm(file, state) {
      const found = known.get(file);
      if (!found) return;
      found.state = state;
      found.isBeside = true;
      changed = true;
    },
    save() {
      if (!changed) return;
      changed = false;
      fresh ??= openFresh(folder);
      for (const file of [...known.keys()]) if (!asked.has(file)) known.delete(file);
      const isSmall = [...known.values()].filter(({ isBeside }) => isBeside).length <= mostBeside;
      const entries: Contents['entries'] = [];
      for (const [file, { hash, state, facts, place, isBeside }] of known) {
        if (isSmall && !isBeside) continue;
        let { offset } = place;
        if (place.file !== fresh.file) {
          offset = fresh.length;
          writeSync(fresh.file, readAt(place));
          fresh.length += place.length;
        }
        entries.push([file, hash, state, facts, offset, place.length]);
      }
      const contents = serialize({ version, entries } satisfies Contents);
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

function readContents(path: string, version: string): { file: number; contents: Contents } | undefined {
  const file = ifPresent(() => openSync(path, 'r'));
  if (file === undefined) return undefined;
  try {
    const end = fstatSync(file).size - pointerBytes;
    const begin = Number(readAt({ file, offset: end, length: pointerBytes }).readBigUInt64LE());
    const contents = deserialize(readAt({ file, offset: begin, length: end - begin })) as Contents;
    if (contents.version === version) return { file, contents };
  } catch {
    // Cut off by a full disk or by hand: its texts are parsed again.
  }
  closeSync(file);
  return undefined;
}
