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
import { type FolderStates, fileStateIn, isFolder, no, yes } from './file-states.ts';

/** `seen` gives what was seen in a folder of the project, by its name. Whatever else is asked for is looked up. */
export function lookedContent(root: string, seen: (name: string) => FolderStates): ContentFolder {
  const onDisk = looksAt(root);
  const folders = new Map<string, FolderEntry[]>();
  const files = new Map<string, FileState>();
  for (const name of [contentFolder, publicFolder]) {
    const states = seen(name);
    for (const [index, below] of states.paths.entries()) {
      if (below === '') continue;
      const path = `${name}/${isFolder(below) ? below.slice(0, -1) : below}`;
      const state = isFolder(below) ? undefined : fileStateIn(states, index);
      if (state) files.set(path, state);
      const slash = path.lastIndexOf('/');
      const [parent, own] = [path.slice(0, slash), path.slice(slash + 1)];
      const entry = entryOf(own, `${root}/${path}`, state);
      const entries = folders.get(parent);
      if (entries) entries.push(entry);
      else folders.set(parent, [entry]);
    }
  }
  const isSeen = (path: string) => [contentFolder, publicFolder].some((name) => `${path}/`.startsWith(`${name}/`));
  return contentBelow(root, {
    entries: (folder) => (isSeen(folder) ? folders.get(folder) : onDisk.entries(folder)),
    stats: (file, path) => files.get(file) ?? onDisk.stats(file, path),
  });
}

const none = { isSymbolicLink: no, isFIFO: no, isSocket: no };

/** Without a `state` it is a folder. What is neither folder nor file is rare, and looked at. */
function entryOf(name: string, path: string, state: FileState | undefined): FolderEntry {
  if (!state) return { name, isFile: no, isDirectory: yes, ...none };
  if (state.isFile()) return { name, isFile: yes, isDirectory: no, ...none };
  const kind = (is: 'isSymbolicLink' | 'isFIFO' | 'isSocket') => () =>
    lstatSync(path, { throwIfNoEntry: false })?.[is]() ?? false;
  return {
    ...{ name, isFile: no, isDirectory: no },
    ...{ isSymbolicLink: kind('isSymbolicLink'), isFIFO: kind('isFIFO'), isSocket: kind('isSocket') },
  };
}
