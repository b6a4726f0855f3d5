import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, onTestFinished, test } from 'vitest';
import { finishSwitch, newFilesFolder, type Plan, switchFiles } from '../../src/build/switch.ts';

function write(folder: string, files: Record<string, string>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

function read(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return Object.fromEntries(paths.map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')]));
}

/** A site that is to become another: pages change, come and go, a folder takes the place of a file. */
function siteToSwitch(): { root: string; plan: Plan; after: Record<string, string> } {
  const root = mkdtempSync(join(inject('folderOfTheRun'), 'switch-'));
  write(join(root, 'dist'), {
    'index.html': 'alt',
    'bleibt.html': 'bleibt',
    'weg/tief/index.html': 'alt',
    eins: 'Datei',
    'zwei/x': 'alt',
  });
  const put = {
    'index.html': 'neu',
    '_astro/a.css': 'neu',
    'neu/tief/index.html': 'neu',
    'eins/index.html': 'neu',
    zwei: 'Datei',
  };
  write(newFilesFolder(root), put);
  const plan = { put: Object.keys(put), remove: ['weg/tief/index.html', 'eins', 'zwei/x'] };
  return { root, plan, after: { ...put, 'bleibt.html': 'bleibt' } };
}

const sorted = (files: Record<string, string>) => Object.fromEntries(Object.entries(files).toSorted());

test('new files come, others stay, what is wanted no more goes with its folders', () => {
  const { root, plan, after } = siteToSwitch();
  switchFiles(root, plan);
  expect(sorted(read(join(root, 'dist')))).toEqual(sorted(after));
  expect(readdirSync(join(root, 'dist')).sort()).toEqual([
    '_astro',
    'bleibt.html',
    'eins',
    'index.html',
    'neu',
    'zwei',
  ]);
  expect(readdirSync(join(root, '.cache'))).toEqual([]);
});

test('what is wanted where somebody made a link lies in the site, not wherever that leads', () => {
  const root = mkdtempSync(join(inject('folderOfTheRun'), 'switch-'));
  const elsewhere = mkdtempSync(join(inject('folderOfTheRun'), 'elsewhere-'));
  write(join(root, 'dist'), { 'index.html': 'alt' });
  symlinkSync(elsewhere, join(root, 'dist', 'ausgaben'));
  write(newFilesFolder(root), { 'ausgaben/2025/index.html': 'neu' });
  switchFiles(root, { put: ['ausgaben/2025/index.html'], remove: ['ausgaben'] });
  expect(read(join(root, 'dist'))).toEqual({ 'ausgaben/2025/index.html': 'neu', 'index.html': 'alt' });
  expect(readdirSync(elsewhere)).toEqual([]);
});

const otherDisk = '/dev/shm';
const isTwoDisks = () => existsSync(otherDisk) && statSync(otherDisk).dev !== statSync(inject('folderOfTheRun')).dev;

test.runIf(isTwoDisks())('a site on a disk of its own is switched too, whether it was there or not', () => {
  const disk = mkdtempSync(join(otherDisk, 'kurrende-switch-'));
  onTestFinished(() => rmSync(disk, { recursive: true }));
  const { root, plan, after } = siteToSwitch();
  const time = new Date('2026-01-02T03:04:05Z');
  utimesSync(join(newFilesFolder(root), 'index.html'), time, time);
  const first = join(disk, 'first');
  cpSync(newFilesFolder(root), join(first, '.cache', 'site-new'), { recursive: true });
  cpSync(join(root, 'dist'), join(disk, 'dist'), { recursive: true });
  rmSync(join(root, 'dist'), { recursive: true });
  symlinkSync(join(disk, 'dist'), join(root, 'dist'));
  const others = { 'index.html.neu': 'bleibt', 'index.html.unfertig': 'bleibt' };
  write(join(disk, 'dist'), others);
  switchFiles(root, plan);
  expect(sorted(read(join(disk, 'dist')))).toEqual(sorted({ ...after, ...others }));
  // What is compressed has the time of its file.
  expect(statSync(join(disk, 'dist', 'index.html')).mtime).toEqual(time);

  const fresh = mkdtempSync(join(inject('folderOfTheRun'), 'switch-'));
  symlinkSync(join(first, '.cache'), join(fresh, '.cache'));
  switchFiles(fresh, { put: plan.put, remove: [] });
  const { 'bleibt.html': _, ...made } = after;
  expect(sorted(read(join(fresh, 'dist')))).toEqual(sorted(made));
});

test('a switch that was broken off anywhere is finished by the next command', () => {
  const { root, plan, after } = siteToSwitch();
  for (let done = 0; done <= plan.put.length; done += 1) {
    const copy = mkdtempSync(join(inject('folderOfTheRun'), 'switch-'));
    cpSync(root, copy, { recursive: true });
    writeFileSync(join(copy, '.cache', 'site-plan.json'), JSON.stringify(plan));
    for (const file of plan.put.slice(0, done)) {
      rmSync(join(copy, 'dist', file), { recursive: true, force: true });
      // What stands in the way of a folder goes first, as in the switch itself.
      if (file === 'eins/index.html') rmSync(join(copy, 'dist', 'eins'), { recursive: true, force: true });
      mkdirSync(dirname(join(copy, 'dist', file)), { recursive: true });
      renameSync(join(newFilesFolder(copy), file), join(copy, 'dist', file));
    }
    finishSwitch(copy);
    expect([done, sorted(read(join(copy, 'dist')))]).toEqual([done, sorted(after)]);
  }
});

test('what a killed build had not begun to put in place is taken back', () => {
  const { root } = siteToSwitch();
  const before = read(join(root, 'dist'));
  finishSwitch(root);
  expect(read(join(root, 'dist'))).toEqual(before);
  expect(readdirSync(join(root, '.cache'))).toEqual([]);
});
