/** The content as it was looked at to know whether there is anything to do: no folder is listed again, and no file looked at. */
import { lstatSync } from 'node:fs';
import { contentFolder, publicFolder } from '../model/content-files.ts';
import {
  type ContentFolder,
  contentBelow,
  type FileState,
  type FolderEntry,
  looksAt,
} from '../reader/files/content-folder.ts';
import { type FolderStates, fileStateIn, isFileIn, isFolder } from './file-states.ts';

/** `seen` gives what was seen in a folder of the project, by its name. Whatever else is asked for is looked up. */
export function lookedContent(root: string, seen: (name: string) => FolderStates): ContentFolder {
  const onDisk = looksAt(root);
  /** By its path: what was seen in a folder. Entries are made when somebody asks, who may ask for few. */
  const folders = new Map<string, SeenFolder>();
  for (const name of [contentFolder, publicFolder]) {
    const states = seen(name);
    for (const [index, below] of states.paths.entries()) {
      if (below === '') continue;
      const path = `${name}/${isFolder(below) ? below.slice(0, -1) : below}`;
      const parent = path.slice(0, path.lastIndexOf('/'));
      const folder = folders.get(parent);
      if (folder) folder.indexes.push(index);
      else folders.set(parent, new SeenFolder(`${root}/${name}`, states, index));
    }
  }
  const isSeen = (path: string) => [contentFolder, publicFolder].some((name) => `${path}/`.startsWith(`${name}/`));
  return contentBelow(root, {
    entries: (folder) => (isSeen(folder) ? folders.get(folder)?.entries : onDisk.entries(folder)),
    stats(file, path) {
      const slash = file.lastIndexOf('/');
      const entry = folders.get(file.slice(0, slash))?.byName.get(file.slice(slash + 1));
      return entry && !entry.isDirectory() ? entry.state() : onDisk.stats(file, path);
    },
  });
}

/** What was seen in a folder. */
class SeenFolder {
  readonly indexes: number[];
  readonly #root: string;
  readonly #states: FolderStates;
  #byName: Map<string, SeenEntry> | undefined;

  /** `states` are those of all that lies in `root`. */
  constructor(root: string, states: FolderStates, first: number) {
    this.#root = root;
    this.#states = states;
    this.indexes = [first];
  }

  get byName(): ReadonlyMap<string, SeenEntry> {
    this.#byName ??= new Map(
      this.indexes.map((index) => {
        const path = this.#states.paths[index] ?? '';
        const name = (isFolder(path) ? path.slice(0, -1) : path).split('/').at(-1) ?? '';
        return [name, new SeenEntry(name, this.#root, this.#states, index)];
      }),
    );
    return this.#byName;
  }

  get entries(): FolderEntry[] {
    return [...this.byName.values()];
  }
}

/** An entry of a folder: what its state says. What is neither folder nor file is rare, and looked at. */
class SeenEntry implements FolderEntry {
  readonly name: string;
  readonly #folder: string;
  readonly #states: FolderStates;
  readonly #index: number;

  /** It is one of the states of what lies in the folder. */
  constructor(name: string, folder: string, states: FolderStates, index: number) {
    this.name = name;
    this.#folder = folder;
    this.#states = states;
    this.#index = index;
  }

  state(): FileState {
    return fileStateIn(this.#states, this.#index);
  }

  isFile(): boolean {
    return isFileIn(this.#states, this.#index);
  }

  isDirectory(): boolean {
    return isFolder(this.#states.paths[this.#index] ?? '');
  }

  isSymbolicLink(): boolean {
    return this.#is('isSymbolicLink');
  }

  isFIFO(): boolean {
    return this.#is('isFIFO');
  }

  isSocket(): boolean {
    return this.#is('isSocket');
  }

  #is(kind: 'isSymbolicLink' | 'isFIFO' | 'isSocket'): boolean {
    if (this.isFile() || this.isDirectory()) return false;
    const path = `${this.#folder}/${this.#states.paths[this.#index]}`;
    return lstatSync(path, { throwIfNoEntry: false })?.[kind]() ?? false;
  }
}
