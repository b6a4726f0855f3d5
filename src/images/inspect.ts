import { pathToFileURL } from 'node:url';
import pMap from 'p-map';
import type { PlacedFile } from '../model/picture.ts';
import type { Problem } from '../model/problem.ts';
import { type Finding, finding } from '../words/problems.ts';
import { type FileFault, faultFinding, findFault } from './file-check.ts';
import { findLogoFault, type LogoFault, logoFinding } from './logo-check.ts';
import { type PictureStore, sideBySide } from './picture-store.ts';

/**
 * What is wrong with the files of pictures, and which of them are one picture under two names and credits. A file that
 * has not changed since the last time is not opened again.
 */
export async function inspectPictures(files: readonly PlacedFile[], store: PictureStore): Promise<Problem[]> {
  const looked = await pMap(
    files,
    async (file) => {
      const { fault, sha256 } = await (file.isLogo
        ? lookAtLogo(file.location, store)
        : store.look(file.location, findFault));
      return { file, fault, sha256 };
    },
    { concurrency: sideBySide },
  );
  await store.remember();
  const faults = looked.flatMap(({ file: { place, name }, fault }) =>
    fault ? [{ ...place, ...findingOf(fault, name) }] : [],
  );
  return [...faults, ...differingCredits(looked.filter(({ fault }) => !fault))];
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

/** The logo's original with what is wrong with it. */
export function lookAtLogo(location: string, store: PictureStore): ReturnType<PictureStore['look']> {
  return store.look(location, async () => findLogoFault(await store.readFile(pathToFileURL(location))));
}

function findingOf(fault: FileFault | LogoFault, name: string): Finding {
  return isLogoFault(fault) ? logoFinding(fault, name) : faultFinding(fault, name);
}

const isLogoFault = (fault: FileFault | LogoFault): fault is LogoFault => fault.rule.startsWith('logo');
