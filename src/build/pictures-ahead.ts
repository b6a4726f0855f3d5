import { titledIssues } from '../images/jobs.ts';
import type { PictureOrder } from '../images/make-pictures.ts';
import { preparePictures } from '../images/prepare.ts';
import { contentFolders } from '../model/content-files.ts';
import type { Library } from '../model/library.ts';
import type { WorkingTime } from '../model/release.ts';
import type { ContentFolder } from '../reader/files/content-folder.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { leastForProcess, startPictures } from './pictures-apart.ts';
import { openStore, readNewest } from './project.ts';

/** Where there are as many issues, reading them all takes longer than the newest twice. */
export const leastIssues = 4 * titledIssues;

/** Of the newest some are drafts or still to come. */
const newestFolders = titledIssues + 10;

/** Pictures that are being made. */
export interface BegunPictures {
  /** Settles when they are made, or can't be; never rejects. */
  made: Promise<void>;
  /** Nothing is built: they aren't wanted any more. */
  stop(): void;
}

/**
 * Begins the pictures of the newest issues, which are nearly all that a build has to make, in a process of their own before
 * everything is read: they need nothing of the other issues, and a processor that is idle meanwhile. A picture is kept under
 * all that it is made of: one that was begun wrongly is never asked for, and one that is missing is made when the site is.
 * What hinders it here is said there.
 */
export async function beginPictures(
  surroundings: Surroundings,
  content: ContentFolder,
  at: WorkingTime,
): Promise<BegunPictures | undefined> {
  const { root, progress } = surroundings;
  if (content.folders(contentFolders.issues).length < leastIssues) return undefined;
  const library = readNewest(surroundings, content, at, newestFolders);
  const missing = library && (await ordersOf(library, surroundings));
  if (!missing || missing.length < leastForProcess) return undefined;
  let count = 0;
  const tell = () => {
    count += 1;
    progress?.('pictures', count, missing.length);
  };
  try {
    const { ordered, made, stop } = startPictures(root, missing, tell);
    const settled = made.catch(() => undefined);
    // What is read next leaves no moment in which an order could be handed over.
    await Promise.race([ordered, settled]);
    return { made: settled, stop };
  } catch {
    // No more processes, or no memory for one.
    return undefined;
  }
}

/** The pictures that aren't kept yet; undefined where the store can't be used. */
async function ordersOf(library: Library, surroundings: Surroundings): Promise<readonly PictureOrder[] | undefined> {
  let missing: readonly PictureOrder[] | undefined;
  const make = async (orders: readonly PictureOrder[]) => {
    missing = orders;
  };
  try {
    await preparePictures(library, await openStore(surroundings), { make });
  } catch {
    return undefined;
  }
  return missing;
}
