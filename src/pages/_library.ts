import type { Library } from '../model/library.ts';
import { buildDay, readProject } from '../reader/project.ts';
import type { Reading } from '../reader/read.ts';
import { contentRevision } from '../reader/revision.ts';

let current: { revision: number; reading: Reading } | undefined;

/** What the reader found, read once for each state of `content/`. */
export async function getReading(): Promise<Reading> {
  const revision = contentRevision();
  if (current?.revision !== revision) {
    const mode = IS_PREVIEW ? 'preview' : 'publish';
    current = { revision, reading: readProject({ today: buildDay(), mode }) };
  }
  return current.reading;
}

/** All that is shown. A build has stopped before if there is nothing; `dev` says why on every page. */
export async function getLibrary(): Promise<Library> {
  const { library, problems } = await getReading();
  if (library) return library;
  throw new Error(problems.map(({ file, line, found, advice }) => `${file}:${line}: ${found}. ${advice}`).join('\n'));
}
