import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { setImmediate } from 'node:timers/promises';
import { expect, inject, onTestFinished, test } from 'vitest';
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
  mkdirSync(join(root, 'content'));
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

/** Who is no administrator, and can read the product. */
const [nobody, lock] = [65_534, join(import.meta.dirname, '../../src/build/build-lock.ts')];
const canBeNobody =
  process.getuid?.() === 0 &&
  spawnSync(execPath, ['--eval', `require('node:fs').readFileSync(${JSON.stringify(lock)})`], {
    uid: nobody,
    gid: nobody,
  }).status === 0;
if (!canBeNobody) console.warn('The test of pictures that belong to an administrator skips: it takes one.');

test.runIf(canBeNobody)('what an administrator has left unfinished hinders no build of another account', () => {
  const root = mkdtempSync(join(tmpdir(), 'kurrende-unfinished-'));
  mkdirSync(join(root, 'content'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, pictureFolder);
  const left = join(folder, `${unfinishedPrefix}1`);
  mkdirSync(left, { recursive: true });
  writeFileSync(join(left, 'bild.avif'), 'halb');
  for (const path of [root, join(root, '.cache'), folder]) chownSync(path, nobody, nobody);
  const code = `
    const { lockSite } = await import(${JSON.stringify(lock)});
    for (let time = 1; time <= 2; time += 1) lockSite({ root: ${JSON.stringify(root)} })();
    console.log('built twice');`;
  const { stdout, stderr } = spawnSync(execPath, ['--input-type=module', '--eval', code], {
    uid: nobody,
    gid: nobody,
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['built twice\n', '']);
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
