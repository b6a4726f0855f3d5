import { lstatSync, readdirSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { diskState, isSettled } from '../reader/files/content-folder.ts';
import { ifPresent } from '../reader/files/if-present.ts';

/** The states of files, by their paths in a folder. */
export interface FileStates {
  states: Map<string, string>;
  /** Whether each would be another if its file changed now. */
  areSettled: boolean;
}

/** Of all files in a folder and below; anything that is no file has the state of none. */
export function fileStates(folder: string): FileStates {
  const states = new Map<string, string>();
  let areSettled = true;
  const walk = (below: string) => {
    const entries = ifPresent(() => readdirSync(join(folder, below), { withFileTypes: true })) ?? [];
    for (const entry of entries) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else {
        const found = entry.isFile() ? ifPresent(() => lstatSync(join(folder, path))) : undefined;
        states.set(path, found ? diskState(found) : '');
        areSettled &&= !found || isSettled(found);
      }
    }
  };
  walk('');
  return { states, areSettled };
}

/** The state of one file, if a change of it would be seen; else none. */
export function settledStateAt(path: string): string | undefined {
  const found = ifPresent(() => lstatSync(path));
  return found?.isFile() && isSettled(found) ? diskState(found) : undefined;
}

/** The state of a file that nobody else writes; undefined where there is none. */
export function stateAt(path: string): string | undefined {
  const found = ifPresent(() => lstatSync(path));
  return found?.isFile() ? diskState(found) : undefined;
}

export function timesOf(path: string): Pick<Stats, 'atime' | 'mtime'> {
  return lstatSync(path);
}
