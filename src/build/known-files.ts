/**
 * The files of a site as a build left them, packed: they are very many, and nearly all stay as they are. A file and what it
 * is compressed to are one entry.
 */

/** A file as it was put in its place; its state on disk is noted beside (`last-build.ts`). */
export interface KnownFile {
  /** SHA-256 of its bytes. */
  hash: string;
  bytes: number;
}

/** A file that a build wants. */
export interface WantedFile extends KnownFile {
  /** Whether another file was compressed to it, and it isn't somebody's own that is only called so. */
  isForm?: boolean;
}

/** As they are kept. */
export interface PackedFiles {
  /** The names of all entries, in UTF-8. */
  names: Uint8Array;
  /** Of each form of each entry. */
  bytes: Float64Array;
  hashes: Uint8Array;
}

/** Where a form of an entry stands. */
export type FilePlace = number;

/** The forms of an entry, by the endings of their files. */
const endings = ['', '.br', '.gz'] as const;
const forms = endings.length;
const lengthOfEnding = 3;

/** In the place of a size: there is no such file. */
const missing = -1;

/** Of a SHA-256. */
const bytesOfHash = 32;
const bytesOfEntry = forms * bytesOfHash;

/** Where the file itself stands, of the entry with this number; what it is compressed to comes after it. */
export function placeOfEntry(number: number): FilePlace {
  return number * forms;
}

/** Can't be in a path. */
const between = '\0';

export class KnownFiles implements Iterable<[file: string, known: KnownFile]> {
  /** Those of the entries. */
  readonly names: readonly string[];
  readonly #bytes: Float64Array;
  readonly #hashes: Buffer;
  #numbers: Map<string, number> | undefined;

  constructor(
    names: readonly string[] = [],
    bytes: Float64Array = new Float64Array(),
    hashes: Uint8Array = Buffer.alloc(0),
  ) {
    this.names = names;
    this.#bytes = bytes;
    this.#hashes = asBuffer(hashes);
  }

  /** The inverse of {@link packed}. */
  static unpacked({ names, bytes, hashes }: PackedFiles): KnownFiles {
    const text = asBuffer(names).toString();
    return new KnownFiles(text === '' ? [] : text.split(between), bytes, hashes);
  }

  /** How many files they are. */
  get size(): number {
    return this.#bytes.reduce((count, bytes) => count + Number(bytes !== missing), 0);
  }

  /** How many places there are. */
  get places(): number {
    return this.#bytes.length;
  }

  placeOf(file: string): FilePlace | undefined {
    this.#numbers ??= new Map(this.names.map((name, number) => [name, number]));
    const form = formOf(file);
    if (form > 0) {
      const of = this.#numbers.get(file.slice(0, -lengthOfEnding));
      if (of !== undefined && this.isAt(placeOfEntry(of) + form)) return placeOfEntry(of) + form;
    }
    const number = this.#numbers.get(file);
    return number === undefined ? undefined : placeOfEntry(number);
  }

  /** The places of what a file is compressed to, if it has one of its own. */
  formsOf(file: string): FilePlace[] {
    const place = this.placeOf(file);
    return place === undefined || place % forms > 0 ? [] : [place + 1, place + 2].filter((form) => this.isAt(form));
  }

  /** Whether there is a file at a place. */
  isAt(place: FilePlace): boolean {
    return this.bytesAt(place) !== missing;
  }

  fileAt(place: FilePlace): string {
    return `${this.names[Math.floor(place / forms)]}${endings[place % forms]}`;
  }

  bytesAt(place: FilePlace): number {
    return this.#bytes[place] ?? missing;
  }

  hashAt(place: FilePlace): string {
    return this.#hashes.toString('hex', place * bytesOfHash, (place + 1) * bytesOfHash);
  }

  at(place: FilePlace): KnownFile {
    return { hash: this.hashAt(place), bytes: this.bytesAt(place) };
  }

  get(file: string): KnownFile | undefined {
    const place = this.placeOf(file);
    return place === undefined ? undefined : this.at(place);
  }

  /** The files at some of the places. */
  filesAt(isAsked: (place: FilePlace) => boolean): string[] {
    const files: string[] = [];
    for (let place = 0; place < this.places; place += 1) {
      if (this.isAt(place) && isAsked(place)) files.push(this.fileAt(place));
    }
    return files;
  }

  *[Symbol.iterator](): Generator<[file: string, known: KnownFile]> {
    for (let place = 0; place < this.places; place += 1) {
      if (this.isAt(place)) yield [this.fileAt(place), this.at(place)];
    }
  }

  packed(): PackedFiles {
    return { names: Buffer.from(this.names.join(between)), bytes: this.#bytes, hashes: this.#hashes };
  }

  /** Those that are kept, and others. */
  with(isKept: (place: FilePlace) => boolean, others: ReadonlyMap<string, WantedFile>): KnownFiles {
    const made = new Making(this.names.length + others.size);
    /** Of entries of which some forms are not kept: those that are. */
    const alone: [string, WantedFile][] = [];
    let run = 0;
    const endRun = (next: number) => {
      made.copy(
        this.names.slice(run, next),
        this.#bytes.subarray(run * forms),
        this.#hashes.subarray(run * bytesOfEntry),
      );
      run = next + 1;
    };
    for (let place = 0; place < this.places; place += forms) {
      if (this.#isWhole(place, isKept)) continue;
      endRun(place / forms);
      for (let one = place; one < place + forms; one += 1) {
        if (this.isAt(one) && isKept(one)) alone.push([this.fileAt(one), { ...this.at(one), isForm: one > place }]);
      }
    }
    endRun(this.names.length);
    made.add([...alone, ...others]);
    return made.files();
  }

  #isWhole(place: FilePlace, isKept: (place: FilePlace) => boolean): boolean {
    for (let one = place; one < place + forms; one += 1) if (this.isAt(one) && !isKept(one)) return false;
    return true;
  }
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

/** Entries that are put together. */
class Making {
  readonly #names: string[] = [];
  readonly #bytes: Float64Array;
  readonly #hashes: Buffer;

  /** With room for so many. */
  constructor(room: number) {
    this.#bytes = new Float64Array(room * forms).fill(missing);
    this.#hashes = Buffer.alloc(room * bytesOfEntry);
  }

  /** Takes entries as they stand in others, which go on after them. */
  copy(names: readonly string[], bytes: Float64Array, hashes: Uint8Array): void {
    const begin = this.#names.length;
    this.#bytes.set(bytes.subarray(0, names.length * forms), begin * forms);
    this.#hashes.set(hashes.subarray(0, names.length * bytesOfEntry), begin * bytesOfEntry);
    for (const name of names) this.#names.push(name);
  }

  /** Takes files in whatever order: those first that others may be compressed from. */
  add(files: readonly [file: string, known: WantedFile][]): void {
    const numbers = new Map(this.#names.map((name, number) => [name, number]));
    const isForm = ([, known]: readonly [string, WantedFile]) => known.isForm === true;
    for (const [file, { bytes, hash, isForm: hasSource }] of [
      ...files.filter((one) => !isForm(one)),
      ...files.filter(isForm),
    ]) {
      const of = hasSource ? numbers.get(file.slice(0, -lengthOfEnding)) : undefined;
      const number = of ?? this.#names.push(file) - 1;
      if (of === undefined) numbers.set(file, number);
      const place = number * forms + (of === undefined ? 0 : formOf(file));
      this.#bytes[place] = bytes;
      this.#hashes.write(hash, place * bytesOfHash, 'hex');
    }
  }

  files(): KnownFiles {
    const count = this.#names.length;
    return new KnownFiles(
      this.#names,
      this.#bytes.slice(0, count * forms),
      this.#hashes.subarray(0, count * bytesOfEntry),
    );
  }
}

/** Which form a file would be that is one of another. */
function formOf(file: string): number {
  if (file.endsWith('.br')) return 1;
  return file.endsWith('.gz') ? 2 : 0;
}
