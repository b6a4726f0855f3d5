import { type Dirent, existsSync, lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isLeftover } from '../../model/content-files.ts';
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
  return contentBelow(projectRoot, (folder) =>
    ifPresent(() => readdirSync(join(projectRoot, folder), { withFileTypes: true })),
  );
}

function contentBelow(projectRoot: string, entries: (folder: string) => Dirent[] | undefined): ContentFolder {
  const names = (folder: string, isWanted: (entry: Dirent) => boolean) =>
    (entries(folder) ?? [])
      .filter((entry) => isWanted(entry) && !/^[.~]|~$/.test(entry.name) && !isLeftover(entry.name))
      .map((entry) => entry.name.normalize('NFC'))
      .sort();
  const locate = (file: string) => {
    const path = join(projectRoot, file);
    if (isPlain(file) || existsSync(path)) return path;
    const sameName = entries(dirname(file))?.find(({ name }) => name.normalize('NFC') === basename(file));
    return sameName ? join(dirname(path), sameName.name) : path;
  };
  // Joining two paths takes as long as the look at the disk.
  const look = (file: string) => ifPresent(() => lstatSync(isPlain(file) ? `${projectRoot}/${file}` : locate(file)));
  // Never opened before it is known to be a file: a pipe would be waited for without end.
  const size = (file: string) => {
    const found = look(file);
    return found?.isFile() ? found.size : undefined;
  };
  const specialFiles: ContentFolder['specialFiles'] = (folder, hidden) =>
    (entries(folder) ?? [])
      .filter(({ name }) => hidden || !name.startsWith('.'))
      .flatMap((entry) => {
        const path = `${folder}/${entry.name.normalize('NFC')}`;
        if (entry.isFile()) return [];
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
      const listed = new Map<string, Dirent[] | undefined>();
      return contentBelow(projectRoot, (folder) => {
        if (!listed.has(folder)) listed.set(folder, entries(folder));
        return listed.get(folder);
      });
    },
  };
}

/** Whether a name is the same in every form of Unicode. */
function isPlain(file: string): boolean {
  return /^[\x20-\x7e]*$/.test(file);
}

/** Changes whenever a file does: its size, the times of its last change, which file of the disk it is. */
export function diskState({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/**
 * Whether one more change would be seen in the file's state: two within one tick of the disk's clock have the same time.
 * Some disks count whole seconds, FAT every other.
 */
export function isSettled({ ctimeMs }: Stats): boolean {
  return Date.now() - ctimeMs > (ctimeMs % 1_000 === 0 ? 2_500 : 100);
}

function kindOf(entry: Pick<Dirent, 'isSymbolicLink' | 'isFIFO' | 'isSocket' | 'isFile'>): SpecialFile {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isFile()) return 'file';
  if (entry.isFIFO()) return 'pipe';
  return entry.isSocket() ? 'socket' : 'device';
}
