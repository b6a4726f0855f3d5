import { pathToFileURL } from 'node:url';
import pMap from 'p-map';
import type { PlacedFile } from '../model/picture.ts';
import type { Problem } from '../model/problem.ts';
import { type Finding, finding } from '../words/problems.ts';
import type { FileFault } from './file-check.ts';
import type { LogoFault } from './logo-check.ts';
import { type PictureStore, sideBySide } from './picture-store.ts';

/**
 * What is wrong with the files of pictures, and which of them are one picture under two names and credits. A file that
 * has not changed since the last time is not opened again.
 */
export async function inspectPictures(files: readonly PlacedFile[], store: PictureStore): Promise<Problem[]> {
  const looked = await pMap(
    files,
    async (file) => {
      const { fault, sha256 } = await (file.isLogo ? lookAtLogo : lookAtPicture)(file.location, store);
      return { file, fault, sha256 };
    },
    { concurrency: sideBySide },
  );
  await store.remember();
  const faults = looked.map(async ({ file: { place, name }, fault }) =>
    fault ? [{ ...place, ...(await findingOf(fault, name)) }] : [],
  );
  return [...(await Promise.all(faults)).flat(), ...differingCredits(looked.filter(({ fault }) => !fault))];
}

/** One file that is named in several places is the reader's to compare. */
function differingCredits(looked: readonly { file: PlacedFile; sha256: string }[]): Problem[] {
  return Object.values(Object.groupBy(looked, ({ sha256 }) => sha256)).flatMap((copies = []) => {
    const [first, ...others] = copies.flatMap(({ file: { name, location, credit } }) =>
      credit ? [{ name, location, ...credit }] : [],
    );
    if (!first) return [];
    const other = { file: first.name, credit: first.said, place: `${first.place.file}:${first.place.line}` };
    return others
      .filter(({ location, said }) => location !== first.location && said !== first.said)
      .map(({ name, said, place }) => ({
        ...place,
        ...finding('creditsOfOnePicture', { file: name, credit: said, other }),
      }));
  });
}

/** A picture's original with what is wrong with it. What decodes pictures is loaded for one that hasn't been looked at. */
export function lookAtPicture(location: string, store: PictureStore): ReturnType<PictureStore['look']> {
  return store.look(location, async (...original) => (await import('./file-check.ts')).findFault(...original));
}

/** The logo's original with what is wrong with it. */
export function lookAtLogo(location: string, store: PictureStore): ReturnType<PictureStore['look']> {
  return store.look(location, async () => {
    const { findLogoFault } = await import('./logo-check.ts');
    return findLogoFault(await store.readFile(pathToFileURL(location)));
  });
}

async function findingOf(fault: FileFault | LogoFault, name: string): Promise<Finding> {
  if (!isLogoFault(fault)) return (await import('./file-check.ts')).faultFinding(fault, name);
  return (await import('./logo-check.ts')).logoFinding(fault, name);
}

const isLogoFault = (fault: FileFault | LogoFault): fault is LogoFault => fault.rule.startsWith('logo');
