import { mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isWhole, noteFiles } from '../../src/build/bundle-files.ts';
import { temporaryFolder } from '../store/sample-database.ts';

/** A bundle of a build and of what pages load. */
function bundle(): string {
  const folder = temporaryFolder();
  for (const part of ['build', 'client']) {
    mkdirSync(join(folder, part));
    for (const name of ['one.js', 'other.js']) writeFileSync(join(folder, part, name), `export const ${part} = 1;\n`);
  }
  noteFiles(folder);
  return folder;
}

const wholeParts = (folder: string) => (['build', 'client', 'server'] as const).filter((part) => isWhole(folder, part));

test('a bundle is whole as it was made, and has no part that it was made without', () => {
  expect(wholeParts(bundle())).toEqual(['build', 'client']);
});

test.each<[string, (file: string) => void]>([
  ['lost', (file) => rmSync(file)],
  ['cut off', (file) => truncateSync(file, 3)],
  ['altered at the same length', (file) => writeFileSync(file, readFileSync(file, 'utf8').replace('1', '2'))],
])('a part with a file that is %s is not, and the other is', (_how, damage) => {
  const folder = bundle();
  damage(join(folder, 'build', 'other.js'));
  expect(wholeParts(folder)).toEqual(['client']);
});

test('without a note that can be read nothing is', () => {
  const folder = bundle();
  truncateSync(join(folder, 'files.json'), 10);
  expect(wholeParts(folder)).toEqual([]);
  rmSync(join(folder, 'files.json'));
  expect(wholeParts(folder)).toEqual([]);
});
