import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { Worker } from 'node:worker_threads';
import { beforeAll, expect, inject, test } from 'vitest';
import { type FolderStates, lookAt, packedStates } from '../../src/build/file-states.ts';
import { asBefore, otherwise, SharedLook, type SharedStates } from '../../src/build/shared-look.ts';

const source = (name: string) => join(import.meta.dirname, '../../src/build', name);
const thread = source('look-thread.ts');

let folder: string;
let before: FolderStates;

beforeAll(() => {
  folder = mkdtempSync(join(inject('folderOfTheRun'), 'shared-'));
  for (let page = 0; page < 6_000; page += 1) {
    if (page % 100 === 0) mkdirSync(join(folder, String(page / 100)));
    writeFileSync(join(folder, String(Math.floor(page / 100)), `${page}.html`), 'Seite');
  }
  before = lookAt(folder).states;
});

test('a thread notes of each path whether it is as it was', async () => {
  const { paths, numbers } = packedStates(before);
  const workerData: SharedStates = {
    folder,
    paths,
    numbers: new Float64Array(new SharedArrayBuffer(numbers.byteLength)),
    found: new Uint8Array(new SharedArrayBuffer(before.paths.length)),
    done: new Int32Array(new SharedArrayBuffer(4)),
  };
  workerData.numbers.set(numbers);
  // The first is said to have had another size.
  workerData.numbers[0] = -5;
  await once(new Worker(thread, { workerData, execArgv: [] }), 'exit');
  expect(workerData.done[0]).toBe(before.paths.length);
  expect(workerData.found[0]).toBe(otherwise);
  expect(new Set(workerData.found.slice(1))).toEqual(new Set([asBefore]));
});

test.each([
  ['with no thread', undefined],
  ['with a thread', thread],
  ['with a thread that has no code', source('no-such-thread.ts')],
])('%s what nobody touched is as it was, and what changed is seen', async (_, code) => {
  const untouched = new SharedLook(folder, before, code);
  expect(untouched.finish()).toMatchObject({ states: before, changed: new Set() });
  writeFileSync(join(folder, '0', '7.html'), 'Andere Seite');
  rmSync(join(folder, '59', '5999.html'));
  writeFileSync(join(folder, '30', 'fremd.html'), 'fremd');
  const look = new SharedLook(folder, before, code);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const { changed, states } = look.finish();
  expect(changed).toEqual(new Set(['0/7.html', '59/5999.html', '59/', '30/fremd.html', '30/']));
  expect(lookAt(folder, states).changed.size).toBe(0);
  writeFileSync(join(folder, '59', '5999.html'), 'Seite');
  rmSync(join(folder, '30', 'fremd.html'));
  before = lookAt(folder).states;
});

test('a command ends without waiting for a look that it needs no more', () => {
  const code = `
    const { SharedLook } = await import(${JSON.stringify(source('shared-look.ts'))});
    const { lookAt } = await import(${JSON.stringify(source('file-states.ts'))});
    new SharedLook(${JSON.stringify(folder)}, lookAt(${JSON.stringify(folder)}).states, process.argv[1]);
    console.log('done');`;
  const endless = join(folder, '..', 'endless.mjs');
  writeFileSync(endless, 'for (;;);');
  const { stdout, status } = spawnSync(execPath, ['--input-type=module', '--eval', code, endless], {
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect([stdout, status]).toEqual(['done\n', 0]);
});
