import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { diskState, isSettled } from '../model/file-state.ts';
import type { FileState } from '../reader/files/content-folder.ts';
import { ifPresent } from '../reader/files/if-present.ts';

/** What lies in a folder and below it, packed: it is compared at every build. */
export interface FolderStates {
  /** Below the folder; those of folders end in `/`, its own is empty. */
  paths: string[];
  /** Four for each path: they change whenever what lies there does. */
  numbers: Float64Array;
}

/** The same with all paths in one: the memory of a text is moved faster than those of very many. */
export interface PackedStates {
  paths: string;
  numbers: Float64Array;
}

/** Can't be in a path. */
const betweenPaths = '\0';

export function packedStates({ paths, numbers }: FolderStates): PackedStates {
  return { paths: paths.join(betweenPaths), numbers };
}

export function unpackedStates({ paths, numbers }: PackedStates): FolderStates {
  return { paths: numbers.length === 0 ? [] : paths.split(betweenPaths), numbers };
}

/** What was found in a folder. */
export interface Look {
  states: FolderStates;
  /** Paths that are not as they were: new, gone, or with other contents. */
  changed: Set<string>;
}

/** In the place of a size: what is no file, such as a link. */
const noFile = -1;

/** Whether a path among states is that of a folder. */
export const isFolder = (path: string) => path === '' || path.endsWith('/');

/** Of each path. */
const numbersOfState = 4;

/** In the place of a number of a state: no other is like it, nor is itself. So it counts as changed, whatever is found. */
const likeNone = Number.NaN;

/** Before anything is known of a folder: whatever it is, and that it isn't there, is otherwise. */
export const nothingBefore: FolderStates = { paths: [''], numbers: new Float64Array(numbersOfState).fill(likeNone) };

function sizeOf(found: Stats): number {
  return found.isFile() || found.isDirectory() ? found.size : noFile;
}

/** Collects states. */
class Collected {
  readonly paths: string[] = [];
  #numbers: Float64Array;

  /** With room for about so many. */
  constructor(room: number) {
    this.#numbers = new Float64Array(room * numbersOfState);
  }

  add(path: string, found: Stats): void {
    this.#put(path, sizeOf(found), found.mtimeMs, found.ctimeMs, found.ino);
  }

  /** Of a folder that isn't there: that it comes has to be seen. */
  addMissing(path: string): void {
    this.#put(path, 0, 0, 0, 0);
  }

  /** States as they are in others, from one index up to another. */
  copy({ paths, numbers }: FolderStates, from: number, to = from + 1): void {
    const [begin, end] = [from * numbersOfState, to * numbersOfState];
    const at = this.#roomFor(end - begin);
    this.#numbers.set(numbers.subarray(begin, end), at);
    for (let index = from; index < to; index += 1) this.paths.push(paths[index] ?? '');
  }

  /** Whether what came last is the same as in others. */
  isLastAs({ numbers }: FolderStates, index: number): boolean {
    const [at, before] = [(this.paths.length - 1) * numbersOfState, index * numbersOfState];
    return (
      this.#numbers[at] === numbers[before] &&
      this.#numbers[at + 1] === numbers[before + 1] &&
      this.#numbers[at + 2] === numbers[before + 2] &&
      this.#numbers[at + 3] === numbers[before + 3]
    );
  }

  states(): FolderStates {
    return { paths: this.paths, numbers: this.#numbers.slice(0, this.paths.length * numbersOfState) };
  }

  #put(path: string, size: number, modified: number, changed: number, inode: number): void {
    const at = this.#roomFor(numbersOfState);
    this.paths.push(path);
    this.#numbers[at] = size;
    this.#numbers[at + 1] = modified;
    this.#numbers[at + 2] = changed;
    this.#numbers[at + 3] = inode;
  }

  /** Makes room for so many numbers more, and says where. */
  #roomFor(count: number): number {
    const at = this.paths.length * numbersOfState;
    if (at + count > this.#numbers.length) {
      const larger = new Float64Array(2 * (at + count));
      larger.set(this.#numbers);
      this.#numbers = larger;
    }
    return at;
  }
}

/**
 * Looks at all that lies in a folder, and compares it with what lay there before. A folder whose own state is as it was
 * holds the same names: only what they stand for is looked at, unless `isKnown` says of its place among the paths that
 * it has just been found as it was.
 */
export function lookAt(
  folder: string,
  before: FolderStates = nothingBefore,
  isKnown: (index: number) => boolean = () => false,
): Look {
  const now = new Collected(before.paths.length);
  const changed = new Set<string>();
  let known: Set<string> | undefined;
  const listAnew = (path: string) => {
    known ??= new Set(before.paths);
    for (const entry of ifPresent(() => readdirSync(placeOf(folder, path), { withFileTypes: true })) ?? []) {
      const child = path + entry.name + (entry.isDirectory() ? '/' : '');
      if (known.has(child)) continue;
      const found = stateOf(folder, child);
      if (!found) continue;
      now.add(child, found);
      changed.add(child);
      if (entry.isDirectory()) listAnew(child);
    }
  };
  before.paths.forEach((path, index) => {
    if (isKnown(index)) {
      now.copy(before, index);
      return;
    }
    const found = stateOf(folder, path);
    if (!found && path === '') {
      now.addMissing(path);
      if (before.numbers[index * numbersOfState + 1] !== 0) changed.add(path);
      return;
    }
    // What has become a folder, or is none any more, is found in its place in the folder above.
    if (!found || found.isDirectory() !== isFolder(path)) {
      changed.add(path);
      return;
    }
    now.add(path, found);
    if (!now.isLastAs(before, index)) changed.add(path);
    if (isFolder(path) && changed.has(path)) listAnew(path);
  });
  return { states: now.states(), changed };
}

/**
 * The states as they are kept for the next look, of a look that began at this moment or later: what was so young then that
 * one more change might not be seen in its state counts as changed the next time.
 */
export function statesToKeep({ paths, numbers }: FolderStates, moment: number): FolderStates {
  const kept = numbers.slice();
  for (let at = 2; at < kept.length; at += numbersOfState) {
    if (!isSettled({ ctimeMs: kept[at] ?? likeNone }, moment)) kept[at] = likeNone;
  }
  return { paths, numbers: kept };
}

/** Whether what lies at one of the paths is as it was. */
export function isAsBefore(folder: string, { paths, numbers }: FolderStates, index: number): boolean {
  const path = paths[index] ?? '';
  const found = stateOf(folder, path);
  const at = index * numbersOfState;
  return (
    found !== undefined &&
    found.mtimeMs === numbers[at + 1] &&
    found.ctimeMs === numbers[at + 2] &&
    found.ino === numbers[at + 3] &&
    sizeOf(found) === numbers[at] &&
    found.isDirectory() === isFolder(path)
  );
}

/** The states of a folder in which only these paths may have changed. */
export function lookAgainAt(folder: string, states: FolderStates, paths: ReadonlySet<string>): FolderStates {
  const now = new Collected(states.paths.length + paths.size);
  let run = 0;
  states.paths.forEach((path, index) => {
    if (!paths.has(path)) return;
    now.copy(states, run, index);
    run = index + 1;
  });
  now.copy(states, run, states.paths.length);
  for (const path of paths) {
    const found = stateOf(folder, path);
    // A folder may have come in the place of a file, or the other way round.
    if (found?.isDirectory() === isFolder(path)) now.add(path, found);
  }
  return now.states();
}

/** The state of what lies at one of the paths and is no folder. */
export function fileStateIn({ numbers }: FolderStates, index: number): FileState {
  const at = index * numbersOfState;
  const [size = noFile, mtimeMs = 0, ctimeMs = 0, ino = 0] = [
    numbers[at],
    numbers[at + 1],
    numbers[at + 2],
    numbers[at + 3],
  ];
  return { size, mtimeMs, ctimeMs, ino, isFile: size === noFile ? no : yes };
}

/** Whether a file lies at one of the paths. */
export function isFileIn({ paths, numbers }: FolderStates, index: number): boolean {
  return numbers[index * numbersOfState] !== noFile && !isFolder(paths[index] ?? '');
}

const [yes, no] = [() => true, () => false];

/** The paths of the files, and of what is neither file nor folder. */
export function filesAmong({ paths }: FolderStates): string[] {
  return paths.filter((path) => !isFolder(path));
}

/** Files by their paths, and all folders that they lie in. */
export function withFolders(files: Iterable<string>): Set<string> {
  const all = new Set(['']);
  for (const file of files) {
    all.add(file);
    for (let end = file.lastIndexOf('/'); end > 0 && !all.has(file.slice(0, end + 1)); ) {
      all.add(file.slice(0, end + 1));
      end = file.lastIndexOf('/', end - 1);
    }
  }
  return all;
}

const noThrow = { throwIfNoEntry: false } as const;

/** The folder itself may be a link: that is how an operator puts it elsewhere. */
function stateOf(folder: string, path: string): Stats | undefined {
  return ifPresent(() => (path === '' ? statSync : lstatSync)(placeOf(folder, path), noThrow));
}

function placeOf(folder: string, path: string): string {
  return path === '' ? folder : `${folder}/${isFolder(path) ? path.slice(0, -1) : path}`;
}

/** The state of one file, if a change of it would be seen; else none. */
export function settledStateAt(path: string): string | undefined {
  const found = ifPresent(() => lstatSync(path));
  return found?.isFile() && isSettled(found) ? diskState(found) : undefined;
}

export function timesOf(path: string): Pick<Stats, 'atime' | 'mtime'> {
  return lstatSync(path);
}
