import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { ifPresent } from '../reader/files/if-present.ts';

/** Changes whenever a file does: its size, the times of its last change, which file of the disk it is. */
export function stateOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${ino}`;
}

/** The states of all files in a folder and below, by their paths in it; anything that is no file has the state of none. */
export function fileStates(folder: string): Map<string, string> {
  const states = new Map<string, string>();
  const walk = (below: string) => {
    const entries = ifPresent(() => readdirSync(join(folder, below), { withFileTypes: true })) ?? [];
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else {
        const found = entry.isFile() ? ifPresent(() => lstatSync(join(folder, path))) : undefined;
        states.set(path, found ? stateOf(found) : '');
      }
    }
  };
  walk('');
  return states;
}

/** The state of one file; undefined where there is none. */
export function stateAt(path: string): string | undefined {
  const found = ifPresent(() => lstatSync(path));
  return found?.isFile() ? stateOf(found) : undefined;
}

export function timesOf(path: string): Pick<Stats, 'atime' | 'mtime'> {
  return lstatSync(path);
}
