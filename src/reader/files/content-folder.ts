import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ifPresent } from './if-present.ts';

/** What the reader needs of a disk. Paths are relative to the project, with `/`: `content/site.md`. */
export interface ContentFolder {
  /** Names in a folder, sorted; empty when it is missing. */
  files(folder: string): string[];
  folders(folder: string): string[];
  read(file: string): Uint8Array | undefined;
  /** Bytes of a file, undefined when it is missing. */
  size(file: string): number | undefined;
  /** Where a file lies on disk. */
  locate(file: string): string;
}

/**
 * The content on disk below `projectRoot`. Symbolic links and names that begin with a dot or end in `~` (editors' own
 * files) are not content. Names are in normal form (NFC), whichever form of the umlauts the disk keeps.
 */
export function contentOnDisk(projectRoot: string): ContentFolder {
  const entries = (folder: string) => ifPresent(() => readdirSync(join(projectRoot, folder), { withFileTypes: true }));
  const names = (folder: string, isWanted: (entry: Dirent) => boolean) =>
    (entries(folder) ?? [])
      .filter((entry) => isWanted(entry) && !/^[.~]|~$/.test(entry.name))
      .map((entry) => entry.name.normalize('NFC'))
      .sort();
  const locate = (file: string) => {
    const path = join(projectRoot, file);
    if (/^[\x20-\x7e]*$/.test(file) || existsSync(path)) return path;
    const sameName = entries(dirname(file))?.find(({ name }) => name.normalize('NFC') === basename(file));
    return sameName ? join(dirname(path), sameName.name) : path;
  };
  return {
    files: (folder) => names(folder, (entry) => entry.isFile()),
    folders: (folder) => names(folder, (entry) => entry.isDirectory()),
    read: (file) => ifPresent(() => readFileSync(locate(file))),
    size: (file) => {
      const found = ifPresent(() => statSync(locate(file)));
      return found?.isFile() ? found.size : undefined;
    },
    locate,
  };
}
