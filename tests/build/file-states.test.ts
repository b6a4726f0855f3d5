import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { filesAmong, lookAgainAt, lookAt, withFolders } from '../../src/build/file-states.ts';

function folderWith(...files: string[]): string {
  const folder = mkdtempSync(join(inject('folderOfTheRun'), 'states-'));
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  return folder;
}

test('a folder that nobody touched is as it was', () => {
  const folder = folderWith('a.txt', 'tief/unten/b.txt');
  const { states } = lookAt(folder);
  expect(filesAmong(states).sort()).toEqual(['a.txt', 'tief/unten/b.txt']);
  expect(lookAt(folder, states)).toMatchObject({ changed: new Set(), states: { paths: states.paths } });
});

test('what is altered, lost, foreign or something else now is seen', () => {
  const folder = folderWith('a.txt', 'tief/unten/b.txt', 'tief/c.txt', 'weg/d.txt', 'e.txt');
  const { states } = lookAt(folder);
  const { atime, mtime } = statSync(join(folder, 'a.txt'));
  // The same length, and dated back.
  writeFileSync(join(folder, 'a.txt'), 'b.txt');
  utimesSync(join(folder, 'a.txt'), atime, mtime);
  rmSync(join(folder, 'weg'), { recursive: true });
  writeFileSync(join(folder, 'tief/unten/fremd.txt'), 'fremd');
  rmSync(join(folder, 'tief/c.txt'));
  mkdirSync(join(folder, 'tief/c.txt'));
  writeFileSync(join(folder, 'tief/c.txt/neu.txt'), 'neu');
  rmSync(join(folder, 'e.txt'));
  symlinkSync('a.txt', join(folder, 'e.txt'));
  const { changed, states: now } = lookAt(folder, states);
  const named = ['a.txt', 'weg/d.txt', 'tief/unten/fremd.txt', 'tief/c.txt', 'tief/c.txt/neu.txt', 'e.txt'];
  expect([...changed]).toEqual(expect.arrayContaining(named));
  expect(changed).not.toContain('tief/unten/b.txt');
  expect(lookAt(folder, now).changed.size).toBe(0);
  expect(filesAmong(now).sort()).toEqual(filesAmong(lookAt(folder).states).sort());
});

test('a folder that was not there is seen when it comes, and when it goes', () => {
  const folder = join(folderWith(), 'spaeter');
  const before = lookAt(folder).states;
  expect(lookAt(folder, before).changed.size).toBe(0);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), 'a');
  const { changed, states } = lookAt(folder, before);
  expect(changed).toContain('a.txt');
  rmSync(folder, { recursive: true });
  expect(lookAt(folder, states).changed).toContain('a.txt');
});

test('what a build has put and removed is all that has to be looked at again', () => {
  const folder = folderWith('a.txt', 'weg/b.txt');
  const { states } = lookAt(folder);
  rmSync(join(folder, 'weg'), { recursive: true });
  mkdirSync(join(folder, 'neu'));
  writeFileSync(join(folder, 'neu/c.txt'), 'c');
  const now = lookAgainAt(folder, states, withFolders(['neu/c.txt', 'weg/b.txt']));
  expect(lookAt(folder, now).changed.size).toBe(0);
  expect(filesAmong(now).sort()).toEqual(['a.txt', 'neu/c.txt']);
});
