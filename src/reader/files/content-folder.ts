import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { contentFolder, isLeftover } from '../../model/content-files.ts';
import { diskState, isSettled } from '../../model/file-state.ts';
import type { SpecialFile } from '../../words/terms.ts';
import { ifPresent } from './if-present.ts';

/** What the reader needs of a disk. Paths are relative to the project, with `/`: `content/site.md`. */
export interface ContentFolder {
  /** Names in a folder, sorted; empty when it is missing. */
  files(folder: string): string[];
  folders(folder: string): string[];
  /** What lies in a folder, or in one of its folders, and is neither a file nor a folder; with `hidden` also under names that begin with a dot. */
  specialFiles(folder: string, hidden: boolean): { path: string; kind: SpecialFile }[];
  read(file: string): Uint8Array | undefined;
  /** Bytes of a file; undefined when it is missing, or is a link or anything else that is no file. */
  size(file: string): number | undefined;
  /**
   * Changes whenever the file does; undefined when it is missing, or so young that it may change once more without that
   * being seen.
   */
  state(file: string): string | undefined;
  /** Where a file lies on disk. */
  locate(file: string): string;
  /** The same for one reading, which lists no folder twice. */
  listedOnce(): ContentFolder;
}

/**
 * The content on disk below `projectRoot`. Symbolic links and names that begin with a dot or end in `~` (editors' own
 * files), and what systems leave behind, are not content. Names are in normal form (NFC), whichever form of the umlauts the disk keeps.
 */
export function contentOnDisk(projectRoot: string): ContentFolder {
  return contentBelow(projectRoot, looksAt(projectRoot));
}

/** The content on disk of which somebody else sees every change: what was looked at is not looked at again. */
export interface WatchedContent extends ContentFolder {
  /** What is at a path and below it has changed, or may have. */
  forget(path: string): void;
}

/** The same of a project, as long as each change in `content/` is told to `forget`; all else is looked up each time. */
export function watchedContent(projectRoot: string): WatchedContent {
  const { entries, stats } = looksAt(projectRoot);
  const folders = new Map<string, readonly FolderEntry[] | undefined>();
  const files = new Map<string, FileState | undefined>();
  const isWatched = (path: string) => `${path}/`.startsWith(`${contentFolder}/`);
  const content = contentBelow(projectRoot, {
    entries(folder) {
      if (!isWatched(folder)) return entries(folder);
      if (!folders.has(folder)) folders.set(folder, entries(folder));
      return folders.get(folder);
    },
    stats(file, path) {
      if (files.has(file)) return files.get(file);
      const found = stats(file, path);
      if (isWatched(file) && (!found || isSettled(found))) files.set(file, found);
      return found;
    },
  });
  return {
    ...content,
    forget(path) {
      // A disk may keep a name in another form than that in which it was asked for.
      const isTouched = isPlain(path)
        ? (known: string) => known === path || known === dirname(path) || known.startsWith(`${path}/`)
        : () => true;
      for (const memory of [folders, files]) {
        for (const known of memory.keys()) if (isTouched(known)) memory.delete(known);
      }
    },
  };
}

/** What lies in a folder. */
export type FolderEntry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isFIFO' | 'isSocket'>;

/** A file, and what its state is made of. */
export type FileState = Pick<Stats, 'size' | 'mtimeMs' | 'ctimeMs' | 'ino' | 'isFile'>;

/** What is asked of a disk itself. */
export interface Looks {
  entries(folder: string): readonly FolderEntry[] | undefined;
  /** Of a file that lies at `path`. */
  stats(file: string, path: string): FileState | undefined;
}

/** Looks at the disk each time. */
export function looksAt(projectRoot: string): Looks {
  return {
    entries: (folder) => ifPresent(() => readdirSync(join(projectRoot, folder), { withFileTypes: true })),
    stats: (_, path) => ifPresent(() => lstatSync(path)),
  };
}

/** The content of a project, as it is seen by these looks. */
export function contentBelow(projectRoot: string, { entries, stats }: Looks): ContentFolder {
  const names = (folder: string, isWanted: (entry: FolderEntry) => boolean) =>
    (entries(folder) ?? [])
      .filter((entry) => isWanted(entry) && !/^[.~]|~$/.test(entry.name) && !isLeftover(entry.name))
      .map(({ name }) => (isPlain(name) ? name : name.normalize('NFC')))
      .sort();
  const locate = (file: string) => {
    const path = join(projectRoot, file);
    if (isPlain(file) || existsSync(path)) return path;
    const sameName = entries(dirname(file))?.find(({ name }) => name.normalize('NFC') === basename(file));
    return sameName ? join(dirname(path), sameName.name) : path;
  };
  // Joining two paths takes as long as the look at the disk.
  const look = (file: string) => stats(file, isPlain(file) ? `${projectRoot}/${file}` : locate(file));
  // Never opened before it is known to be a file: a pipe would be waited for without end.
  const size = (file: string) => {
    const found = look(file);
    return found?.isFile() ? found.size : undefined;
  };
  const specialFiles: ContentFolder['specialFiles'] = (folder, hidden) =>
    (entries(folder) ?? [])
      .filter(({ name }) => hidden || !name.startsWith('.'))
      .flatMap((entry) => {
        if (entry.isFile()) return [];
        const path = `${folder}/${entry.name.normalize('NFC')}`;
        return entry.isDirectory() ? specialFiles(`${folder}/${entry.name}`, hidden) : [{ path, kind: kindOf(entry) }];
      });
  return {
    files: (folder) => names(folder, (entry) => entry.isFile()),
    folders: (folder) => names(folder, (entry) => entry.isDirectory()),
    // The folder itself may be a link: that is how an operator puts it elsewhere.
    specialFiles: (folder, hidden) => {
      const itself = ifPresent(() => statSync(join(projectRoot, folder)));
      return itself && !itself.isDirectory() ? [{ path: folder, kind: kindOf(itself) }] : specialFiles(folder, hidden);
    },
    read: (file) => (size(file) === undefined ? undefined : ifPresent(() => readFileSync(locate(file)))),
    size,
    state(file) {
      const found = look(file);
      return found?.isFile() && isSettled(found) ? diskState(found) : undefined;
    },
    locate,
    listedOnce() {
      const listed = new Map<string, readonly FolderEntry[] | undefined>();
      const once = (folder: string) => {
        if (!listed.has(folder)) listed.set(folder, entries(folder));
        return listed.get(folder);
      };
      return contentBelow(projectRoot, { entries: once, stats });
    },
  };
}

/** Whether a name is the same in every form of Unicode. */
export function isPlain(file: string): boolean {
  return /^[\x20-\x7e]*$/.test(file);
}

function kindOf(entry: Pick<Dirent, 'isSymbolicLink' | 'isFIFO' | 'isSocket' | 'isFile'>): SpecialFile {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFile()) return 'file';
  if (entry.isFIFO()) return 'pipe';
  return entry.isSocket() ? 'socket' : 'device';
}
