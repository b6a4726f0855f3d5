import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { diskTrouble } from '../../src/settings/trouble.ts';
import { writeFrame } from '../../src/subscription/web/frame-folder.ts';
import { facts } from '../subscription/running-service.ts';
import { kurrende, organisation } from './command-line.ts';

test('a file where the pictures have to be kept is named in a sentence', async () => {
  const folder = organisation();
  writeFileSync(join(folder, '.cache'), '');
  const { code, err } = await kurrende(['build'], folder);
  expect(code).toBe(2);
  expect(err).toMatch(/^Bei „.+\.cache.*“ liegt eine Datei, wo ein Ordner sein muss\. Nennen Sie einen Ordner, .+\.$/m);
  expect(err).not.toMatch(/^\s+at /m);
});

test('a file given as the folder of the Abo’s data is named in a sentence', async () => {
  const folder = organisation();
  writeFrame(join(folder, 'server', 'abo'), facts(), '');
  writeFileSync(join(folder, 'daten'), '');
  const { code, err } = await kurrende(['service', '--outbox'], folder, { DATA_DIR: 'daten' });
  expect(err).toMatch(/^Bei „.+daten“ liegt eine Datei, wo ein Ordner sein muss\./);
  expect(err).not.toMatch(/^\s+at /m);
  expect(code).toBe(2);
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
