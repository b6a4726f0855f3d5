import { existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { lockSite } from '../../src/build/build-lock.ts';
import { pictureFolder, unfinishedPrefix } from '../../src/images/picture-folder.ts';
import { openPictureStore } from '../../src/images/picture-store.ts';
import type { PublishedLogo } from '../../src/model/picture.ts';

/** A picture of very many files, and what is known of it. */
const files = Array.from({ length: 500 }, (_, n) => ({ name: `bild-${n}.svg`, bytes: Buffer.alloc(100, n) }));
const png = { path: '/bilder/bild-0.svg', mediaType: 'image/svg+xml', width: 1, height: 1, bytes: 100 };
const picture: PublishedLogo = { onPage: png, png };

function emptyStore() {
  const root = mkdtempSync(join(inject('folderOfTheRun'), 'unfinished-'));
  const folder = join(root, pictureFolder);
  return { root, folder, names: () => (existsSync(folder) ? readdirSync(folder).sort() : []) };
}

test('what killed commands have not finished of pictures is gone when the next one begins, and nothing else', async () => {
  const { root, folder, names } = emptyStore();
  await (await openPictureStore(folder)).keep('bild', picture, files);
  for (const name of [`${unfinishedPrefix}1`, `cleared-${unfinishedPrefix}2`]) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, 'bild.avif'), 'halb');
  }
  lockSite({ root })();
  expect(names()).toEqual(['bild']);
  expect(readdirSync(join(folder, 'bild'))).toHaveLength(files.length + 1);
});

test('a picture that somebody else is at work on meanwhile is whole in the end', async () => {
  const { root, folder, names } = emptyStore();
  const keeping = (await openPictureStore(folder)).keep('bild', picture, files);
  while (names().length === 0) await setImmediate();
  expect(names()).toEqual([expect.stringContaining(unfinishedPrefix)]);
  lockSite({ root })();
  expect(names()).toEqual([]);
  await keeping;
  expect(names()).toEqual(['bild']);
  expect(readdirSync(join(folder, 'bild'))).toHaveLength(files.length + 1);
});
