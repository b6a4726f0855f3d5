import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { filesAmong, lookAgainAt, lookAt, statesToKeep, withFolders } from '../../src/build/file-states.ts';

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

test('a folder that came in the place of a file, and a file in that of a folder, are as they were at the next look', () => {
  const folder = folderWith('wird', 'war/b.txt');
  const { states } = lookAt(folder);
  rmSync(join(folder, 'wird'));
  rmSync(join(folder, 'war'), { recursive: true });
  mkdirSync(join(folder, 'wird'));
  for (const file of ['wird/c.txt', 'war']) writeFileSync(join(folder, file), file);
  const now = lookAgainAt(folder, states, withFolders(['wird/c.txt', 'war', 'wird', 'war/b.txt']));
  expect(lookAt(folder, now).changed.size).toBe(0);
  expect(now.paths.toSorted()).toEqual(lookAt(folder).states.paths.toSorted());
});

/** What the next look is given of what lies in a folder now. */
function keptOf(folder: string, moment = Date.now()) {
  return statesToKeep(lookAt(folder).states, moment);
}

test('what was touched just before a look counts as changed at the next, and no more once it has settled', async () => {
  const first = Date.now();
  const folder = folderWith('a.txt', 'tief/b.txt');
  expect([...lookAt(folder, keptOf(folder, first)).changed].sort()).toEqual(['', 'a.txt', 'tief/', 'tief/b.txt']);
  await setTimeout(200);
  const second = Date.now();
  utimesSync(join(folder, 'tief/b.txt'), 1_700_000_000, 1_700_000_000);
  const kept = keptOf(folder, second);
  const { changed, states } = lookAt(folder, kept);
  expect([...changed]).toEqual(['tief/b.txt']);
  expect(states.paths).toEqual(kept.paths);
  await setTimeout(200);
  expect(lookAt(folder, keptOf(folder)).changed.size).toBe(0);
});

test('other bytes of the same length and date are seen, however soon after a look they come', () => {
  const folder = folderWith('a.txt');
  const file = join(folder, 'a.txt');
  const write = (text: string) => {
    writeFileSync(file, text);
    utimesSync(file, 1_700_000_000, 1_700_000_000);
  };
  for (const round of Array.from({ length: 50 }, (_, number) => 1_000 + number)) {
    write(`${round}`);
    const kept = keptOf(folder);
    write(`${round + 1}`);
    expect(lookAt(folder, kept).changed).toContain('a.txt');
  }
});

test('what came into a folder within one tick of the clock after a look is found by the next', () => {
  const folder = folderWith();
  const moment = Date.now();
  mkdirSync(join(folder, 'tief'));
  const seen = lookAt(folder).states;
  writeFileSync(join(folder, 'tief/c.txt'), 'c');
  // In the same tick: the folder had the state then that it has now.
  const { paths, numbers } = lookAt(folder, seen).states;
  expect(paths).toEqual([...seen.paths, 'tief/c.txt']);
  const inSameTick = { paths: seen.paths, numbers: numbers.slice(0, seen.numbers.length) };
  expect(lookAt(folder, statesToKeep(inSameTick, moment)).changed).toContain('tief/c.txt');
});

test('a disk that counts whole seconds is given time to count on', () => {
  const second = 1_700_000_000_000;
  const found = (changed: number, moment: number) =>
    statesToKeep({ paths: ['a.txt'], numbers: Float64Array.of(1, changed, changed, 1) }, moment).numbers;
  const changed = [second + 1_900, second + 2_600].map((moment) => found(second, moment)[2] !== second);
  expect(changed).toEqual([true, false]);
  expect(found(second + 1, second + 1_900)[2]).toBe(second + 1);
});
