import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import { makeFolder } from '../settings/make-folder.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { takeLock } from '../store/process-lock.ts';
import { commandErrors } from '../words/commands.ts';
import { refuseWithoutContent } from './project-folder.ts';
import { finishSwitch } from './switch.ts';
import { clearUnfinishedPictures } from './unfinished-pictures.ts';

/** Where a lock of a project lies. Throws a UserError where there is no project. */
export function lockFileOf(root: string, name: string): string {
  refuseWithoutContent(root);
  const folder = join(root, '.cache');
  makeFolder(folder);
  return join(folder, name);
}

/**
 * Makes this command the only one that may write `dist/`, until it calls what is returned or ends in whatever way; what a
 * killed one has left half done is finished or cleared. Throws a UserError while another command builds or shows the site,
 * and where there is no project.
 */
export function lockSite({ root }: Pick<Surroundings, 'root'>): () => void {
  const release = takeLock(lockFileOf(root, 'site.lock'));
  if (!release) throw new UserError(commandErrors.siteInUse(root));
  try {
    finishSwitch(root);
    clearUnfinishedPictures(root);
  } catch (error) {
    release();
    throw error;
  }
  return release;
}
