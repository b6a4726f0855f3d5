import pMap from 'p-map';
import type { PlacedFile } from '../model/picture.ts';
import type { Problem } from '../model/problem.ts';
import { faultFinding, findFault } from './file-check.ts';
import { type PictureStore, sideBySide } from './picture-store.ts';

/** What is wrong with the files of pictures. A file that has not changed since the last time is not opened again. */
export async function inspectPictures(files: readonly PlacedFile[], store: PictureStore): Promise<Problem[]> {
  const found = await pMap(
    files,
    async ({ place, name, location }): Promise<Problem[]> => {
      const { fault } = await store.look(location, findFault);
      return fault ? [{ ...place, ...faultFinding(fault, name) }] : [];
    },
    { concurrency: sideBySide },
  );
  await store.remember();
  return found.flat();
}
