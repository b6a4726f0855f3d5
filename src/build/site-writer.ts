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
import { type FilePlace, type KnownFile, KnownFiles, placeOfEntry, type WantedFile } from './known-files.ts';
import { distBefore, forgetLastBuild } from './last-build.ts';
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
  readonly #known: KnownFiles;
  /** Of each place of the last build: what is wanted of it. */
  readonly #wanted: Uint8Array;
  /** What lies in `dist/` now, and what of it is not as the last build left it. */
  readonly #there: Look;
  #namesThere: ReadonlySet<string> | undefined;
  /** Files of the last build that are not there any more. */
  readonly lost: ReadonlySet<string>;
  #times: { file: string; times: Times } | undefined;
  /** Those that have been made for new files. */
  readonly #folders = new Set<string>();
  /** All others. */
  readonly #put = new Map<string, WantedFile>();
  /** Those of them that are not in `dist/` already. */
  readonly #new = new Set<string>();
  /** How many files have been looked for among all that lie there. */
  #looked = 0;

  /**
   * `known` is what the last build left; without it every file is compared by its bytes. `there` is what lies in `dist/` now,
   * if somebody has looked already.
   */
  constructor(root: string, known = new KnownFiles(), there?: Look) {
    this.#root = root;
    this.#dist = join(root, 'dist');
    this.newFiles = newFilesFolder(root);
    this.#known = known;
    this.#wanted = new Uint8Array(known.places);
    this.#there = there ?? lookAt(this.#dist, distBefore(root));
    this.lost = this.#findLost();
    rmSync(this.newFiles, { recursive: true, force: true });
  }

  /** Leaves a file as the last build made it; false if it is not there any more, or somebody has changed it. */
  keep(file: string): boolean {
    const place = this.#known.placeOf(file);
    return place !== undefined && this.#keepAt(place);
  }

  /** The same of the file at the first place of an entry of the last build. */
  keepEntry(number: number): boolean {
    return this.#keepAt(placeOfEntry(number));
  }

  /** The bytes of a file as the last build left it; none if it is not there any more, or somebody has changed it. */
  readBefore(file: string): Buffer | undefined {
    const place = this.#known.placeOf(file);
    return place !== undefined && this.#isIntact(place) ? readFileSync(join(this.#dist, file)) : undefined;
  }

  /** Wants a file with these bytes; it has the times of the one that is compressed to it, if it is `like` one. */
  put(file: string, bytes: Uint8Array, like?: string): void {
    const sum = sumOf(bytes);
    const isThere = this.#sumAt(file, bytes.length) === sum;
    this.#want(file, { hash: sum, bytes: bytes.length, isForm: like !== undefined });
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

  /** Wants a file that another is compressed to, and that a thread has written into the folder of new files. */
  putWritten(file: string, known: KnownFile): void {
    const isThere = this.#sumAt(file, known.bytes) === known.hash;
    this.#want(file, { ...known, isForm: true });
    if (isThere) {
      this.#new.delete(file);
      rmSync(join(this.newFiles, file));
    } else this.#new.add(file);
  }

  has(file: string): boolean {
    return this.#put.has(file) || this.#keptAt(file) !== undefined;
  }

  bytesOf(file: string): number {
    const place = this.#keptAt(file);
    return place === undefined ? (this.#put.get(file)?.bytes ?? 0) : this.#known.bytesAt(place);
  }

  hashOf(file: string): string | undefined {
    const place = this.#keptAt(file);
    return place === undefined ? this.#put.get(file)?.hash : this.#known.hashAt(place);
  }

  /** Whether a file has the bytes that it had in the last build. */
  isAsBefore(file: string): boolean {
    const place = this.#known.placeOf(file);
    if (place === undefined) return false;
    return this.#wanted[place] === as.before || this.#put.get(file)?.hash === this.#known.hashAt(place);
  }

  /** All but those that others are compressed to and that are as they were. */
  files(): string[] {
    return [...this.#entries((wanted) => wanted === as.before), ...this.#put.keys()];
  }

  /** Files that are not as they were in the last build, or not wanted so far; among them may be some that are. */
  changed(): string[] {
    return [...this.#entries((wanted) => wanted !== as.before), ...this.#put.keys()];
  }

  /**
   * Leaves what files that are as they were are compressed to, if it is `asBefore`. Gives all files of which it is not known
   * to stay.
   */
  keepCompressed(asBefore: boolean): string[] {
    const isAlone = (wanted: number, place: FilePlace) => {
      if (wanted !== as.before || this.#wanted[place + 1] === as.before) return false;
      return !(asBefore && this.#keepFormsAt([place + 1, place + 2]));
    };
    return [...this.#entries(isAlone), ...this.#put.keys()];
  }

  /** Leaves what a file was compressed to by the last build; false, and nothing is left, if not both forms can stay. */
  keepForms(file: string): boolean {
    const both = this.#known.formsOf(file);
    return both.length === 2 && this.#keepFormsAt(both);
  }

  /** The folder that a file lies in until the switch, by its path. */
  folderOf(file: string): string {
    return this.#new.has(file) ? this.newFiles : this.#dist;
  }

  /** Where a file lies until the switch. */
  location(file: string): string {
    return join(this.folderOf(file), file);
  }

  read(file: string): Buffer {
    return readFileSync(this.location(file));
  }

  /** Puts the new files in their places and removes what is wanted no more. Returns what was done, and what lies there now. */
  finish(): { plan: Plan; files: KnownFiles; dist: FolderStates } {
    const put = [...this.#new];
    const remove = this.#unwanted();
    forgetLastBuild(this.#root);
    switchFiles(this.#root, { put, remove });
    const dist = lookAgainAt(this.#dist, this.#there.states, withFolders([...put, ...remove]));
    return {
      plan: { put, remove },
      files: this.#known.with((place) => this.#wanted[place] === as.before, this.#put),
      dist,
    };
  }

  /** Files that lie there and are wanted no more. */
  #unwanted(): string[] {
    const files = filesAmong(this.#there.states);
    const isThere = (file: string) =>
      !this.lost.has(file) && (this.#known.placeOf(file) !== undefined || this.#isThere(file));
    const toCome = [...this.#new].filter((file) => !isThere(file)).length;
    const kept = this.#wanted.reduce((count, wanted) => count + Number(wanted === as.before), 0);
    // All that are wanted lie there or are to come.
    const surplus = files.length + toCome - kept - this.#put.size;
    if (surplus === 0) return [];
    const dropped = this.#known.filesAt((place) => this.#wanted[place] === as.nobodySaid).filter(isThere);
    return dropped.length === surplus ? dropped : files.filter((file) => !this.has(file));
  }

  /** Those of a file are asked for twice, one after the other. */
  #timesOf(file: string): Times {
    if (this.#times?.file !== file) this.#times = { file, times: timesOf(this.location(file)) };
    return this.#times.times;
  }

  /** The files at the first places of entries. */
  #entries(isAsked: (wanted: number, place: FilePlace) => boolean): string[] {
    return this.#known.names.filter((_, number) => {
      const place = placeOfEntry(number);
      return isAsked(this.#wanted[place] ?? as.nobodySaid, place);
    });
  }

  #keepAt(place: FilePlace): boolean {
    if (!this.#isIntact(place)) return false;
    if (this.#wanted[place] === as.put) {
      const file = this.#known.fileAt(place);
      this.#put.delete(file);
      this.#new.delete(file);
    }
    this.#wanted[place] = as.before;
    return true;
  }

  /** Both or none: whoever makes one of them makes the other. One that somebody has put there is not ours. */
  #keepFormsAt(both: readonly FilePlace[]): boolean {
    const canStay = (one: FilePlace) => this.#known.isAt(one) && this.#wanted[one] !== as.put && this.#isIntact(one);
    return both.every(canStay) && both.every((one) => this.#keepAt(one));
  }

  #want(file: string, known: WantedFile): void {
    const place = this.#known.placeOf(file);
    if (place !== undefined) this.#wanted[place] = as.put;
    this.#put.set(file, known);
  }

  /** The place of a file that stays. */
  #keptAt(file: string): FilePlace | undefined {
    const place = this.#known.placeOf(file);
    return place !== undefined && this.#wanted[place] === as.before ? place : undefined;
  }

  #isIntact(place: FilePlace): boolean {
    if (this.#there.changed.size === 0 && this.lost.size === 0) return true;
    const file = this.#known.fileAt(place);
    return !this.#isOtherwise(file) || this.#sumAt(file, this.#known.bytesAt(place)) === this.#known.hashAt(place);
  }

  #findLost(): Set<string> {
    const { states, changed } = this.#there;
    // Where it was not known what lay there, nothing tells of what is gone.
    const isUnknown = states.paths.every((path) => path === '' || changed.has(path));
    const suspected = isUnknown ? Array.from(this.#known, ([file]) => file) : [...changed];
    return new Set(suspected.filter((file) => this.#known.placeOf(file) !== undefined && !this.#isThere(file)));
  }

  #isOtherwise(file: string): boolean {
    return this.lost.has(file) || this.#there.changed.has(file);
  }

  /** The sum of what lies in `dist/`, if it is a file that has this many bytes. */
  #sumAt(file: string, bytes: number): string | undefined {
    const place = this.#known.placeOf(file);
    if (place !== undefined && !this.#isOtherwise(file)) return this.#known.hashAt(place);
    if (!this.#isThere(file)) return undefined;
    const path = join(this.#dist, file);
    const now = lstatSync(path, { throwIfNoEntry: false });
    return now?.isFile() && now.size === bytes ? sumOf(readFileSync(path)) : undefined;
  }

  /** An index of all is worth its time only where many are looked for. */
  #isThere(file: string): boolean {
    this.#looked += 1;
    if (this.#looked < fewLooks) return this.#there.states.paths.includes(file);
    this.#namesThere ??= new Set(this.#there.states.paths);
    return this.#namesThere.has(file);
  }
}

/** What is wanted in a place where the last build left a file: nothing so far, that file, or one that is put there. */
const as = { nobodySaid: 0, before: 1, put: 2 } as const;

/** Looked for one by one. */
const fewLooks = 50;

function sumOf(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'hex');
}
