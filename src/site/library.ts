import { join } from 'node:path';
import { inspectPictures } from '../images/inspect.ts';
import { openPictureStore, type PictureStore, pictureFolder } from '../images/picture-store.ts';
import { preparePictures } from '../images/prepare.ts';
import type { Library } from '../model/library.ts';
import { inReadingOrder, withUnfinished } from '../model/problem.ts';
import type { Reading } from '../reader/read.ts';
import { buildDay, readProject } from './project.ts';
import { contentRevision } from './revision.ts';
import { siteRoot } from './settings.ts';

let current: { revision: number; reading: Promise<Reading> } | undefined;
let store: Promise<PictureStore> | undefined;

/** Where the prepared pictures lie. */
export function getPictureStore(): Promise<PictureStore> {
  store ??= openPictureStore(join(siteRoot, pictureFolder));
  return store;
}

/**
 * What the reader found, read once for each state of `content/`, its pictures prepared. Never older than the moment at
 * which it is given: preparing takes its time, and Astro keeps the paths that a page made of it.
 */
export async function getReading(): Promise<Reading> {
  for (;;) {
    const revision = contentRevision();
    if (current?.revision !== revision) current = { revision, reading: readWithPictures() };
    const reading = await current.reading;
    if (revision === contentRevision()) return reading;
  }
}

async function readWithPictures(): Promise<Reading> {
  const pictures = await getPictureStore();
  const reading = readProject({ today: buildDay(), mode: IS_PREVIEW ? 'preview' : 'publish' });
  const found = await inspectPictures(reading.pictures, pictures);
  // Nobody shares a preview.
  if (reading.library) await preparePictures(reading.library, pictures, { withTitlePictures: !IS_PREVIEW });
  return { ...reading, problems: inReadingOrder([...reading.problems, ...withUnfinished(found, reading.isDraft)]) };
}

/** All that is shown. A build has stopped before if there is nothing; `dev` says why on every page. */
export async function getLibrary(): Promise<Library> {
  const { library, problems } = await getReading();
  if (library) return library;
  throw new Error(problems.map(({ file, line, found, advice }) => `${file}:${line}: ${found}. ${advice}`).join('\n'));
}
