import { mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { makePicturesFor, startPictures } from '../../src/build/pictures-apart.ts';
import { makePictures, type PictureOrder } from '../../src/images/make-pictures.ts';
import { pictureFolder } from '../../src/images/picture-folder.ts';
import { openPictureStore } from '../../src/images/picture-store.ts';
import { day } from '../../src/model/day.ts';
import { drawingCredit, type PublishedPicture } from '../../src/model/picture.ts';
import { troubleSentence } from '../../src/settings/trouble.ts';

const folder = () => mkdtempSync(join(inject('folderOfTheRun'), 'pictures-'));

/** Title pictures, as many as a process of their own is started for. */
const orders = Array.from({ length: 24 }, (_, number): PictureOrder => {
  const title = `Beitrag ${number} über Straßen`;
  return {
    key: `titel${number}`,
    credit: drawingCredit('Beispielamt', title),
    source: {
      kind: 'title picture',
      subject: {
        week: { year: 2026, week: 2 + number },
        publishedOn: day('2026-03-04'),
        title,
        label: 'Ausgabe',
        site: 'Kurrende',
      },
      colours: { paper: '#ffffff', ink: '#111111', quiet: '#555555', accent: '#003366' },
    },
  };
});

async function made(root: string, make: typeof makePictures): Promise<[string, PublishedPicture][]> {
  const store = await openPictureStore(join(root, pictureFolder));
  const pictures = new Map<string, PublishedPicture>();
  await make(orders, store, (key, picture) => pictures.set(key, picture));
  return [...pictures].sort(([a], [b]) => (a < b ? -1 : 1));
}

function bytesIn(root: string): [string, string][] {
  const kept = join(root, pictureFolder);
  return readdirSync(kept, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(kept, file)).isFile())
    .map((file): [string, string] => [file, readFileSync(join(kept, file), 'latin1')])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

test('a process of its own makes the same pictures and keeps them in the same place', async () => {
  const [here, apart] = [folder(), folder()];
  const found = await made(apart, makePicturesFor(apart));
  expect(found).toHaveLength(orders.length);
  expect(found).toEqual(await made(here, makePictures));
  expect(bytesIn(apart)).toEqual(bytesIn(here));
});

test('what the disk refuses to it is said as if it had been refused here', async () => {
  const root = folder();
  mkdirSync(join(root, '.cache'));
  const store = await openPictureStore(join(root, pictureFolder));
  writeFileSync(join(root, pictureFolder), 'kein Ordner');
  const refused = await makePicturesFor(root)(orders, store, () => {}).catch((error: unknown) => error);
  expect(troubleSentence(refused)).toMatch(/bilder.*liegt eine Datei, wo ein Ordner sein muss/);
});

test('what it says last arrives, however long nobody listens', async () => {
  // Said again and again in one message, it is longer than what the system holds for whoever is busy.
  const endless = `/${'tief/'.repeat(24_000)}`;
  const { ordered, made } = startPictures(endless, orders, () => {});
  await ordered;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 3_000);
  await expect(made).rejects.toThrow('ENAMETOOLONG');
}, 60_000);
