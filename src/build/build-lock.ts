import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { takeLock } from '../store/process-lock.ts';
import { commandErrors } from '../words/commands.ts';
import { finishSwitch } from './switch.ts';
import { clearUnfinishedPictures } from './unfinished-pictures.ts';

/**
 * Makes this command the only one that may write `dist/`, until it calls what is returned or ends in whatever way; what a
 * killed one has left half done is finished or cleared. Throws a UserError while another command builds or shows the site.
 */
export function lockSite({ root }: Pick<Surroundings, 'root'>): () => void {
  const folder = join(root, '.cache');
  mkdirSync(folder, { recursive: true });
  const release = takeLock(join(folder, 'site.lock'));
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
