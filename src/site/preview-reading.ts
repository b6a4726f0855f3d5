/** The content as the preview shows it. A build reads it once, outside, and hands it to its pages (`handed.ts`). */

import { sharedReader } from '../build/shared-reader.ts';
import { inspectPictures } from '../images/inspect.ts';
import { preparePictures } from '../images/prepare.ts';
import { inReadingOrder, withUnfinished } from '../model/problem.ts';
import type { Reading } from '../reader/read.ts';
import { previewTime } from './day.ts';
import { getPictureStore } from './picture-store.ts';
import { contentRevision } from './revision.ts';

let current: { revision: number; reading: Promise<Reading> } | undefined;

/**
 * What the reader found, read once for each state of `content/`, its pictures prepared. Never older than the moment at
 * which it is given: preparing takes its time.
 */
export async function previewReading(): Promise<Reading> {
  for (;;) {
    const revision = contentRevision();
    if (current?.revision !== revision) current = { revision, reading: readWithPictures() };
    const reading = await current.reading;
    if (revision === contentRevision()) return reading;
  }
}

async function readWithPictures(): Promise<Reading> {
  const pictures = await getPictureStore();
  const reading = sharedReader()({ ...previewTime(), mode: 'preview' });
  const found = await inspectPictures(reading.pictures, pictures);
  // Nobody shares a preview.
  if (reading.library) await preparePictures(reading.library, pictures, { withTitlePictures: false });
  return { ...reading, problems: inReadingOrder([...reading.problems, ...withUnfinished(found, reading.isDraft)]) };
}
