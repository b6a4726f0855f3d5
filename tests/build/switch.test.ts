import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, inject, test } from 'vitest';
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
