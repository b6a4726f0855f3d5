import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { diskTrouble } from '../../src/cli/disk-trouble.ts';
import { kurrende, organisation } from './command-line.ts';

test('a file where the pictures have to be kept is named in a sentence', async () => {
  const folder = organisation();
  writeFileSync(join(folder, '.cache'), '');
  const { code, err } = await kurrende(['build'], folder);
  expect(code).toBe(2);
  expect(err).toMatch(/^Auf dem Weg zu „.+\.cache.+“ liegt eine Datei, wo ein Ordner sein muss\. Benennen Sie .+\.$/m);
  expect(err).not.toMatch(/^\s+at /m);
});

it.each([
  ['EACCES', 'Auf „/x“ darf das Programm nicht zugreifen.'],
  ['EPERM', 'Auf „/x“ darf das Programm nicht zugreifen.'],
  ['EROFS', '„/x“ lässt sich nicht schreiben: Der Datenträger ist nur zum Lesen da.'],
  ['ENOSPC', 'Für „/x“ ist kein Platz mehr.'],
])('a disk that refuses with %s is told of', (code, sentence) => {
  expect(diskTrouble(Object.assign(new Error(code), { code, path: '/x' }))).toContain(sentence);
});

it('any other error stays one', () => {
  expect(diskTrouble(Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: '/x' }))).toBeUndefined();
  expect(diskTrouble(new TypeError('x is undefined'))).toBeUndefined();
});
