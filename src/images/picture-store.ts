/** Where prepared pictures lie between builds, and what is known of originals: the only file of this room that touches the disk. */
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, type Stats } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import writeFileAtomic from 'write-file-atomic';
import { diskState, isSettled } from '../model/file-state.ts';
import { filesOf, type PublishedLogo, type PublishedPicture } from '../model/picture.ts';
import type { FileFault } from './file-check.ts';
import type { LogoFault } from './logo-check.ts';
import { unfinishedPrefix } from './picture-folder.ts';
import { recipe } from './recipe.ts';

/** What was found in a file. */
interface SeenFile {
  sha256: string;
  fault?: FileFault | LogoFault;
}

/** What is known of it as long as its state is the same. */
interface KnownFile extends SeenFile {
  state: string;
}

/** What is kept under a key. */
type Kept = PublishedPicture | PublishedLogo;

/** One prepared file before it has an address. */
export interface NamedBytes {
  name: string;
  bytes: Uint8Array;
}

/** The first bytes of a file, enough to recognise a format. */
const headLength = 512;

/** Beside a picture's files: what is known of them. */
const recordName = 'picture.json';

/** Pictures that are worked on side by side: each takes a core, and the memory of its decoded original. */
export const sideBySide = Math.min(4, availableParallelism());

export interface PictureStore {
  /** The hash of a file's content, and what is wrong with it: among others that it is gone. */
  look(
    location: string,
    findFault: (location: string, head: Uint8Array) => Promise<SeenFile['fault']>,
  ): Promise<SeenFile>;
  /** The hash of a file's content as it is now; empty where it is gone. */
  hash(location: string): Promise<string>;
  /** Writes down what was looked at, for the next time. */
  remember(): Promise<void>;
  /** The picture or logo kept under a key, if all of its files are still there. */
  find<Found extends Kept>(key: string): Promise<Found | undefined>;
  /** Keeps a picture or logo: all of its files or none. */
  keep(key: string, picture: Kept, files: readonly NamedBytes[]): Promise<void>;
  /** Where a file that is kept lies, by its path on the site. */
  locate(path: string): string;
  /** The bytes of a file that is kept, by its path on the site. */
  read(path: string): Promise<Uint8Array>;
  /** The bytes of any other file: the fonts of the drawings, a logo's original. */
  readFile(file: URL): Promise<Uint8Array>;
}

/** The store in a folder; it may be deleted at any time and costs but the time to prepare everything again. */
export async function openPictureStore(folder: string): Promise<PictureStore> {
  const register = join(folder, `originals-${recipe}.json`);
  const known = new Map<string, KnownFile>(Object.entries(await readJson(register, {})));
  const found = new Map<string, Kept>();
  let changed = false;
  const locate = (path: string) => {
    const name = basename(path);
    return join(folder, name.slice(0, name.indexOf('-')), name);
  };

  return {
    async look(location, findFault) {
      const now = await statIfThere(location);
      if (!now) return gone;
      const state = diskState(now);
      const before = known.get(location);
      if (before?.state === state) return before;
      // Else one more change might not be seen.
      const isKept = isSettled(now);
      const fault = await findFault(location, await headOf(location));
      const seen = { sha256: await hashOf(location), ...(fault && { fault }) };
      if (isKept) {
        known.set(location, { state, ...seen });
        changed = true;
      }
      return seen;
    },
    hash: async (location) => ((await statIfThere(location)) ? hashOf(location) : ''),
    async remember() {
      if (!changed) return;
      changed = false;
      await mkdir(folder, { recursive: true });
      await writeFileAtomic(register, JSON.stringify(Object.fromEntries(known)));
    },
    async find<Found extends Kept>(key: string) {
      const kept = join(folder, key);
      const picture = (found.get(key) ?? (await recordIn(kept))) as Found | undefined;
      if (!picture) return undefined;
      if (await isWhole(picture, kept)) {
        found.set(key, picture);
        return picture;
      }
      // Out of the way of the one that is made now.
      await rm(kept, { recursive: true, force: true });
      return undefined;
    },
    async keep(key, picture, files) {
      const keepAll = async () => {
        const unfinished = join(folder, `${unfinishedPrefix}${randomUUID()}`);
        await mkdir(unfinished, { recursive: true });
        for (const { name, bytes } of files) await writeFile(join(unfinished, name), bytes);
        await writeFile(join(unfinished, recordName), JSON.stringify(picture));
        await moveOver(unfinished, join(folder, key));
      };
      // A build that began meanwhile has cleared it away, as it does with what killed ones have left.
      await keepAll().catch((error: NodeJS.ErrnoException) =>
        error.code === 'ENOENT' ? keepAll() : Promise.reject(error),
      );
    },
    locate,
    read: (path) => readFile(locate(path)),
    readFile: (file) => readFile(file),
  };
}

/** Somebody may have deleted a part of the store, or a disk that was full or switched off have cut a file. */
async function isWhole(picture: Kept, kept: string): Promise<boolean> {
  const sizes = await Promise.all(
    filesOf(picture).map(async ({ path, bytes }) => (await statIfThere(join(kept, basename(path))))?.size === bytes),
  );
  return sizes.every(Boolean);
}

/** A file that was taken away since the reader saw it, as happens while somebody is working on the content. */
const gone: SeenFile = { sha256: '', fault: { rule: 'pictureFileEmpty' } };

async function statIfThere(location: string): Promise<Stats | undefined> {
  try {
    return await stat(location);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Somebody else may have made the same picture meanwhile, such as the preview beside a build: one is as good as the other. What
 * is there may also be what was left of one, when the machine went off.
 */
async function moveOver(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    const there = await recordIn(to);
    const isAsGood = there !== undefined && (await isWhole(there, to));
    await rm(isAsGood ? from : to, { recursive: true, force: true });
    if (!isAsGood) await rename(from, to);
  }
}

/** What is known of the picture kept in a folder. */
function recordIn(kept: string): Promise<Kept | undefined> {
  return readJson<Kept | undefined>(join(kept, recordName), undefined);
}

/** What is not there or was cut off in writing is made again. */
async function readJson<Value>(file: string, otherwise: Value): Promise<Value> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Value;
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return otherwise;
    throw error;
  }
}

async function headOf(location: string): Promise<Uint8Array> {
  const file = await open(location);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(headLength), 0, headLength, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function hashOf(location: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(location)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
