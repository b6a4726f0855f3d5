import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { makePicturesFor } from '../../src/build/pictures-apart.ts';
import { makePictures, type PictureOrder } from '../../src/images/make-pictures.ts';
import { pictureFolder } from '../../src/images/picture-folder.ts';
import { openPictureStore } from '../../src/images/picture-store.ts';
import { PassingTrouble } from '../../src/model/user-error.ts';
import { photograph } from './photograph.ts';

const credit: PictureOrder['credit'] = { creator: 'Erika Muster', credit: 'Foto: Erika Muster' };

test.each([1, 20])('an original that is exchanged after its look is kept under no key, of %d', async (count) => {
  const root = mkdtempSync(join(inject('folderOfTheRun'), 'exchanged-'));
  const location = join(root, 'bild.jpg');
  const [before, after] = [
    await photograph({ width: 400, height: 300 }),
    await photograph({ width: 300, height: 400 }),
  ];
  const sha256 = createHash('sha256').update(before).digest('hex');
  writeFileSync(location, after);
  const orders = Array.from({ length: count }, (_, n) => ({ key: `bild${n}`, source: { location }, sha256, credit }));
  const store = await openPictureStore(join(root, pictureFolder));
  const make = count === 1 ? makePictures : makePicturesFor(root);
  const told: string[] = [];
  const trouble = await make(orders, store, (key) => told.push(key)).catch((error: unknown) => error);
  expect(trouble).toBeInstanceOf(PassingTrouble);
  expect(String((trouble as Error).message)).toContain(
    `Bild wurde ausgetauscht, während es vorbereitet wurde: ${location}.`,
  );
  expect([told, readdirSync(root)]).toEqual([[], ['bild.jpg']]);
  writeFileSync(location, before);
  await make(orders, store, (key) => told.push(key));
  expect(told).toHaveLength(count);
});
