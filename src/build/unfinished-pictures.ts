import { readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pictureFolder, unfinishedPrefix } from '../images/picture-folder.ts';
import { ifPresent } from '../reader/files/if-present.ts';

const clearedPrefix = 'cleared-';

/**
 * Clears the store of pictures that killed commands have not finished. Somebody may be at work in it, such as a preview, whose
 * folder is gone then: it begins that picture again.
 */
export function clearUnfinishedPictures(root: string): void {
  const folder = join(root, pictureFolder);
  for (const name of ifPresent(() => readdirSync(folder)) ?? []) {
    if (name.startsWith(unfinishedPrefix)) {
      // Away at once: what has lost some of its files must never come to lie under the picture's key.
      try {
        renameSync(join(folder, name), join(folder, clearedPrefix + name));
      } catch {
        // It is whole now, or held open by whoever is at work on it (Windows).
        continue;
      }
      removeIfMay(join(folder, clearedPrefix + name));
    } else if (name.startsWith(clearedPrefix)) removeIfMay(join(folder, name));
  }
}

/** What belongs to another account, of a command that was run as an administrator, takes some room and hinders nobody. */
function removeIfMay(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true });
  } catch {}
}
