import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { organisation } from '../cli/command-line.ts';
import { canLimitWatches, withWatches } from '../few-watches.ts';
import { redaktionInOwnProcess } from './own-process.ts';

const file = 'content/issues/2026-kw48/02-entgelte-2027.md';

/** The Redaktion on a folder of its own with so many watches; at the end it is told to end, and has to. */
async function limited(most: number) {
  const folder = organisation();
  const { get, child, ended } = await redaktionInOwnProcess(folder, file, withWatches(most));
  onTestFinished(async () => {
    // What is still watched would keep it alive.
    child.kill();
    await ended;
    expect([child.exitCode, child.signalCode]).toEqual([0, null]);
  });
  return { folder, get };
}

const retitle = (path: string, title: string) =>
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, `title: ${title}`));

test.skipIf(!canLimitWatches)(
  'where the system watches too few folders, the overview shows what lies there all the same',
  async () => {
    const { folder, get } = await limited(5);
    expect(await get('/')).toMatchObject({ status: 200 });
    retitle(join(folder, file), 'Ohne Wache geändert');
    const { status, html } = await get('/');
    expect([status, html.includes('Ohne Wache geändert')]).toEqual([200, true]);
  },
);

test.skipIf(!canLimitWatches)(
  'a folder that comes when the system watches no more ends nothing, and is seen',
  async () => {
    const folders = readFolders(organisation());
    const { folder, get } = await limited(folders + 1);
    expect(await get('/')).toMatchObject({ status: 200 });
    for (const key of ['2026-kw50', '2026-kw51', '2026-kw52', '2026-kw53']) {
      const issue = join(folder, 'content', 'issues', key);
      mkdirSync(issue);
      writeFileSync(
        join(issue, 'index.md'),
        `---\ntitle: Neu in ${key}\nlead: Ein Satz.\ndraft: true\n---\n\nEin Wort.\n`,
      );
    }
    await get('/');
    retitle(join(folder, 'content', 'issues', '2026-kw53', 'index.md'), 'Danach geändert');
    const { status, html } = await get('/');
    expect([status, html.includes('Danach geändert')]).toEqual([200, true]);
  },
);

/** How many folders a watch of `content/` and what is above it holds. */
function readFolders(folder: string): number {
  const { stdout } = spawnSync('find', ['-L', join(folder, 'content'), '-type', 'd'], { encoding: 'utf8' });
  return stdout.trim().split('\n').length + 1;
}
