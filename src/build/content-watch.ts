/** Tells of changes below a folder. One watch a folder, where the system has none for all of them: not one for each file. */
import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join, relative } from 'node:path';
import { platform } from 'node:process';
import { ifPresent } from '../reader/files/if-present.ts';

/** Milliseconds in which what changes is told at once: programs that save touch a file several times. */
const together = 25;

/** Below this a folder of `content/` holds nothing that is read; a link may lead in a circle. */
const deepest = 6;

/**
 * Calls `tell` with the paths below `folder` of `root` that have changed, as they stand in the project, with `/`; of a folder
 * that came or went only its own. With `isAtOnce` it waits for nothing that may change with it. Calls `lost` where the system
 * watches no more folders, or there is none to watch, at once or when one has come: nothing is told from then on. Returns
 * what ends that.
 */
export function watchContent(
  root: string,
  folder: string,
  tell: (paths: readonly string[]) => void,
  lost: (error: unknown) => void,
  { isAtOnce = false }: { isAtOnce?: boolean } = {},
): () => void {
  let changed = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const note = (path: string) => {
    const inProject = relative(root, path).replaceAll('\\', '/');
    if (isAtOnce) {
      tell([inProject]);
      return;
    }
    changed.add(inProject);
    timer ??= setTimeout(() => {
      const paths = [...changed];
      changed = new Set();
      timer = undefined;
      tell(paths);
    }, together);
  };
  let stop: (() => void) | undefined;
  try {
    stop = watchers[platform]?.(join(root, folder), note) ?? watchEach(root, folder, note, lost);
  } catch (error) {
    if (!unwatchable.includes((error as NodeJS.ErrnoException).code)) throw error;
    lost(error);
  }
  return () => {
    stop?.();
    clearTimeout(timer);
  };
}

/** Codes of the system where it watches no more, or nothing is there. */
const unwatchable: unknown[] = ['ENOSPC', 'EMFILE', 'ENOENT'];

type Watch = (folder: string, note: (path: string) => void) => () => void;

/** One for all folders below, where the system has it. */
const watchAll: Watch = (folder, note) => {
  const watcher = watch(folder, { recursive: true }, (_event, name) =>
    note(name === null ? folder : join(folder, name)),
  );
  return () => watcher.close();
};

const watchers: Partial<Record<NodeJS.Platform, Watch>> = { darwin: watchAll, win32: watchAll };

/** One for each folder, and for `root`, in which the folder itself may come and go. */
function watchEach(root: string, folder: string, note: (path: string) => void, lost: (error: unknown) => void) {
  const open = new Map<string, FSWatcher>();
  const close = (path: string) => {
    for (const [known, watcher] of open) {
      if (known !== path && !known.startsWith(`${path}/`)) continue;
      watcher.close();
      open.delete(known);
    }
  };
  const watchOne = (path: string, isWanted: (name: string) => boolean, depth: number) => {
    const watcher = ifPresent(() =>
      watch(path, (event, name) => {
        if (name !== null && !isWanted(name)) return;
        const inside = name === null ? path : join(path, name);
        // It may be another folder under the same name.
        if (event === 'rename' && inside !== path) {
          close(inside);
          try {
            watchBelow(inside, depth + 1);
          } catch (error) {
            close(root);
            lost(error);
          }
        }
        note(inside);
      }),
    );
    // A folder that goes away while it is watched: the one above tells of it.
    watcher?.on('error', () => note(path));
    if (watcher) open.set(path, watcher);
  };
  const watchBelow = (path: string, depth: number) => {
    if (depth > deepest || !isFolder(path)) return;
    // First, so that nothing comes unseen.
    watchOne(path, () => true, depth);
    for (const entry of ifPresent(() => readdirSync(path, { withFileTypes: true })) ?? []) {
      if (entry.isDirectory() || entry.isSymbolicLink()) watchBelow(join(path, entry.name), depth + 1);
    }
  };
  try {
    watchOne(root, (name) => name === folder, -1);
    watchBelow(join(root, folder), 0);
  } catch (error) {
    // Those that are open already would keep the process from ending.
    close(root);
    throw error;
  }
  return () => close(root);
}

/** Also what a link leads to: the operator's way to put a folder elsewhere. */
function isFolder(path: string): boolean {
  return ifPresent(() => statSync(path))?.isDirectory() ?? false;
}
