import { lstatSync, readdirSync, type Stats, statSync } from 'node:fs';
import { diskState, isSettled } from '../reader/files/content-folder.ts';
import { ifPresent } from '../reader/files/if-present.ts';

/** What lies in a folder and below it, packed: it is compared at every build. */
export interface FolderStates {
  /** Below the folder; those of folders end in `/`, its own is empty. */
  paths: string[];
  /** Four for each path: they change whenever what lies there does. */
  numbers: Float64Array;
}

/** What was found in a folder. */
export interface Look {
  states: FolderStates;
  /** Paths that are not as they were: new, gone, or with other contents. */
  changed: Set<string>;
  /** Whether each would have another state if it changed now. */
  areSettled: boolean;
}

/** In the place of a size: what is no file, such as a link. */
const noFile = -1;

const isFolder = (path: string) => path === '' || path.endsWith('/');

/** Collects states. */
class Collected {
  readonly paths: string[] = [];
  readonly numbers: number[] = [];
  areSettled = true;

  add(path: string, found: Stats): void {
    this.paths.push(path);
    const isPlain = found.isFile() || found.isDirectory();
    this.numbers.push(isPlain ? found.size : noFile, found.mtimeMs, found.ctimeMs, found.ino);
    this.areSettled &&= isSettled(found);
  }

  /** Of a folder that isn't there: that it comes has to be seen. */
  addMissing(path: string): void {
    this.paths.push(path);
    this.numbers.push(0, 0, 0, 0);
  }

  states(): FolderStates {
    return { paths: this.paths, numbers: Float64Array.from(this.numbers) };
  }
}

/**
 * Looks at all that lies in a folder, and compares it with what lay there before. A folder whose own state is as it was
 * holds the same names: only what they stand for is looked at.
 */
export function lookAt(folder: string, before: FolderStates = { paths: [''], numbers: new Float64Array(4) }): Look {
  const now = new Collected();
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
    const found = stateOf(folder, path);
    if (!found && path === '') {
      now.addMissing(path);
      if (before.numbers[index * 4 + 1] !== 0) changed.add(path);
      return;
    }
    // What has become a folder, or is none any more, is found in its place in the folder above.
    if (!found || found.isDirectory() !== isFolder(path)) {
      changed.add(path);
      return;
    }
    const at = now.numbers.length;
    now.add(path, found);
    for (let part = 0; part < 4; part += 1) {
      if (now.numbers[at + part] !== before.numbers[index * 4 + part]) changed.add(path);
    }
    if (isFolder(path) && changed.has(path)) listAnew(path);
  });
  return { states: now.states(), changed, areSettled: now.areSettled };
}

/** The states of a folder in which only these paths may have changed. */
export function lookAgainAt(folder: string, states: FolderStates, paths: ReadonlySet<string>): FolderStates {
  const now = new Collected();
  states.paths.forEach((path, index) => {
    if (paths.has(path)) return;
    now.paths.push(path);
    for (let part = 0; part < 4; part += 1) now.numbers.push(states.numbers[index * 4 + part] ?? 0);
  });
  for (const path of paths) {
    const found = stateOf(folder, path);
    if (found) now.add(path, found);
  }
  return now.states();
}

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

/** The folder itself may be a link: that is how an operator puts it elsewhere. */
function stateOf(folder: string, path: string): Stats | undefined {
  return ifPresent(() => (path === '' ? statSync : lstatSync)(placeOf(folder, path), { throwIfNoEntry: false }));
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
