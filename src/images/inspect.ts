import { pathToFileURL } from 'node:url';
import pMap from 'p-map';
import type { PlacedFile } from '../model/picture.ts';
import type { Problem } from '../model/problem.ts';
import type { Finding } from '../words/problems.ts';
import { type FileFault, faultFinding, findFault } from './file-check.ts';
import { findLogoFault, type LogoFault, logoFinding } from './logo-check.ts';
import { type PictureStore, sideBySide } from './picture-store.ts';

/** What is wrong with the files of pictures. A file that has not changed since the last time is not opened again. */
export async function inspectPictures(files: readonly PlacedFile[], store: PictureStore): Promise<Problem[]> {
  const found = await pMap(
    files,
    async ({ place, name, location, isLogo }): Promise<Problem[]> => {
      const { fault } = await (isLogo ? lookAtLogo(location, store) : store.look(location, findFault));
      return fault ? [{ ...place, ...findingOf(fault, name) }] : [];
    },
    { concurrency: sideBySide },
  );
  await store.remember();
  return found.flat();
}

/** The logo's original with what is wrong with it. */
export function lookAtLogo(location: string, store: PictureStore): ReturnType<PictureStore['look']> {
  return store.look(location, async () => findLogoFault(await store.readFile(pathToFileURL(location))));
}

function findingOf(fault: FileFault | LogoFault, name: string): Finding {
  return isLogoFault(fault) ? logoFinding(fault, name) : faultFinding(fault, name);
}

const isLogoFault = (fault: FileFault | LogoFault): fault is LogoFault => fault.rule.startsWith('logo');
