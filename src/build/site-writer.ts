import { hash } from 'node:crypto';
import {
  closeSync,
  futimesSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type FolderStates, filesAmong, type Look, lookAgainAt, lookAt, timesOf, withFolders } from './file-states.ts';
import { distBefore, noteLastBuild } from './last-build.ts';
import type { KnownFile } from './site-state.ts';
import { newFilesFolder, type Plan, switchFiles } from './switch.ts';

type Times = Pick<Stats, 'atime' | 'mtime'>;

/**
 * Collects the files of a site. What lies in `dist/` already stays as it is; everything else waits in a folder of new
 * files until the site is whole. Paths are those in `dist/`.
 */
export class SiteWriter {
  readonly #root: string;
  readonly #dist: string;
  /** Where new files wait. */
  readonly newFiles: string;
  readonly #known: ReadonlyMap<string, KnownFile>;
  /** What lies in `dist/` now, and what of it is not as the last build left it. */
  readonly #there: Look;
  #namesThere: ReadonlySet<string> | undefined;
  /** Files of the last build that are not there any more. */
  readonly lost: ReadonlySet<string>;
  #times: { file: string; times: Times } | undefined;
  /** Those that have been made for new files. */
  readonly #folders = new Set<string>();
  readonly #wanted = new Map<string, KnownFile>();
  /** Those of them that are not in `dist/` already. */
  readonly #new = new Set<string>();

  /**
   * `known` is what the last build left; without it every file is compared by its bytes. `there` is what lies in `dist/` now,
   * if somebody has looked already.
   */
  constructor(root: string, known: ReadonlyMap<string, KnownFile> = new Map(), there?: Look) {
    this.#root = root;
    this.#dist = join(root, 'dist');
    this.newFiles = newFilesFolder(root);
    this.#known = known;
    this.#there = there ?? lookAt(this.#dist, distBefore(root));
    this.lost = this.#findLost();
    rmSync(this.newFiles, { recursive: true, force: true });
  }

  /** Leaves a file as the last build made it; false if it is not there any more, or somebody has changed it. */
  keep(file: string): boolean {
    const known = this.#known.get(file);
    if (!known || !this.#isIntact(file, known)) return false;
    this.#wanted.set(file, known);
    this.#new.delete(file);
    return true;
  }

  /** The bytes of a file as the last build left it; none if it is not there any more, or somebody has changed it. */
  readBefore(file: string): Buffer | undefined {
    const known = this.#known.get(file);
    return known && this.#isIntact(file, known) ? readFileSync(join(this.#dist, file)) : undefined;
  }

  /** Wants a file with these bytes; `times` are those of another file that it goes with. */
  put(file: string, bytes: Uint8Array, like?: string): void {
    const sum = sumOf(bytes);
    const isThere = this.#sumAt(file, bytes.length) === sum;
    this.#wanted.set(file, { hash: sum, bytes: bytes.length });
    if (isThere) {
      this.#new.delete(file);
      return;
    }
    this.#new.add(file);
    const path = join(this.newFiles, file);
    const folder = dirname(path);
    if (!this.#folders.has(folder)) {
      mkdirSync(folder, { recursive: true });
      this.#folders.add(folder);
    }
    const opened = openSync(path, 'w');
    try {
      writeFileSync(opened, bytes);
      if (like !== undefined) {
        const { atime, mtime } = this.#timesOf(like);
        futimesSync(opened, atime, mtime);
      }
    } finally {
      closeSync(opened);
    }
  }

  /** Wants a file that somebody else has written into the folder of new files. */
  putWritten(file: string, known: KnownFile): void {
    const isThere = this.#sumAt(file, known.bytes) === known.hash;
    this.#wanted.set(file, known);
    if (isThere) {
      this.#new.delete(file);
      rmSync(join(this.newFiles, file));
    } else this.#new.add(file);
  }

  has(file: string): boolean {
    return this.#wanted.has(file);
  }

  /** Whether a file is not in `dist/` with these bytes already. */
  isNew(file: string): boolean {
    return this.#new.has(file);
  }

  bytesOf(file: string): number {
    return this.#wanted.get(file)?.bytes ?? 0;
  }

  hashOf(file: string): string | undefined {
    return this.#wanted.get(file)?.hash;
  }

  /** Whether a file has the bytes that it had in the last build. */
  isAsBefore(file: string): boolean {
    return this.#known.get(file)?.hash === this.#wanted.get(file)?.hash;
  }

  files(): string[] {
    return [...this.#wanted.keys()];
  }

  /** Where a file lies until the switch. */
  location(file: string): string {
    return join(this.#new.has(file) ? this.newFiles : this.#dist, file);
  }

  read(file: string): Buffer {
    return readFileSync(this.location(file));
  }

  /** Puts the new files in their places and removes what is wanted no more. Returns what was done, and what lies there now. */
  finish(): { plan: Plan; files: Map<string, KnownFile>; dist: FolderStates } {
    const put = [...this.#new];
    const remove = filesAmong(this.#there.states).filter((file) => !this.#wanted.has(file));
    // Whatever is known of the last build ends here.
    noteLastBuild(this.#root, undefined);
    switchFiles(this.#root, { put, remove });
    const dist = lookAgainAt(this.#dist, this.#there.states, withFolders([...put, ...remove]));
    return { plan: { put, remove }, files: this.#wanted, dist };
  }

  /** Those of a file are asked for twice, one after the other. */
  #timesOf(file: string): Times {
    if (this.#times?.file !== file) this.#times = { file, times: timesOf(this.location(file)) };
    return this.#times.times;
  }

  #findLost(): Set<string> {
    const { states, changed } = this.#there;
    // Where it was not known what lay there, nothing tells of what is gone.
    const isUnknown = states.paths.every((path) => path === '' || changed.has(path));
    const suspected = isUnknown ? [...this.#known.keys()] : [...changed];
    return new Set(suspected.filter((file) => this.#known.has(file) && !this.#isThere(file)));
  }

  #isThere(file: string): boolean {
    this.#namesThere ??= new Set(this.#there.states.paths);
    return this.#namesThere.has(file);
  }

  #isIntact(file: string, { hash: sum, bytes }: KnownFile): boolean {
    return !this.#isOtherwise(file) || this.#sumAt(file, bytes) === sum;
  }

  #isOtherwise(file: string): boolean {
    return this.lost.has(file) || this.#there.changed.has(file);
  }

  /** The sum of what lies in `dist/`, if it is a file that has this many bytes. */
  #sumAt(file: string, bytes: number): string | undefined {
    const known = this.#known.get(file);
    if (known && !this.#isOtherwise(file)) return known.hash;
    if (!this.#isThere(file)) return undefined;
    const path = join(this.#dist, file);
    const now = lstatSync(path, { throwIfNoEntry: false });
    return now?.isFile() && now.size === bytes ? sumOf(readFileSync(path)) : undefined;
  }
}

function sumOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
