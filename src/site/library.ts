import { sharedPreview } from '../build/shared-preview.ts';
import type { Library } from '../model/library.ts';
import type { Reading } from '../reader/read.ts';
import { handed } from './handed.ts';

/** What there is to show, and what is wrong with it: only a preview gets to its pages with anything wrong. */
export async function getReading(): Promise<Pick<Reading, 'library' | 'problems'>> {
  if (!IS_PREVIEW) return { library: handed().library, problems: [] };
  return sharedPreview().reading();
}

/** All that is shown. A build has stopped before if there is nothing; `dev` says why on every page. */
export async function getLibrary(): Promise<Library> {
  const { library, problems } = await getReading();
  if (library) return library;
  throw new Error(problems.map(({ file, line, found, advice }) => `${file}:${line}: ${found}. ${advice}`).join('\n'));
}
