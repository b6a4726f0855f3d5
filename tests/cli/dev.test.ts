import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { canLimitWatches, limitWatches, withWatches } from '../few-watches.ts';
import { freePort } from '../free-port.ts';
import { until } from '../until.ts';
import { organisation, serving } from './command-line.ts';
import { preparedOrganisation } from './organisations.ts';

const command = join(import.meta.dirname, '..', '..', 'src', 'cli', 'kurrende.mjs');

test('npm run dev shows what is in public/ as it is now: changed, new, gone', async () => {
  const folder = await preparedOrganisation();
  const file = (name: string) => join(folder, 'public', name);
  writeFileSync(file('plan.txt'), 'alt');
  const { origin } = await serving(['dev'], folder);
  const textOf = async (name: string) => {
    const response = await fetch(`${origin}/${name}`);
    return response.ok ? response.text() : response.status;
  };
  expect(await textOf('plan.txt')).toBe('alt');
  writeFileSync(file('plan.txt'), 'neu');
  mkdirSync(file('tief'));
  writeFileSync(file('tief/liste.txt'), 'auch neu');
  await until(async () => (await textOf('plan.txt')) === 'neu' && (await textOf('tief/liste.txt')) === 'auch neu');
  rmSync(file('plan.txt'));
  await until(async () => (await textOf('plan.txt')) === 404);
});

/** `npm run dev` where the system watches so many files and folders for it. */
async function limited(most: number) {
  const folder = organisation();
  const port = await freePort();
  const [program = '', ...args] = withWatches(most);
  const env = {
    ...process.env,
    VITEST: '',
    NODE_ENV: '',
    SITE_ROOT: folder,
    BUILD_DATE: '2026-11-24',
    PORT: `${port}`,
  };
  const child = spawn(program, [...args, process.execPath, command, 'dev'], { env });
  let printed = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    printed += String(chunk);
  });
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const ended = new Promise((resolve) => child.on('close', resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  await until(() => printed.includes(`http://127.0.0.1:${port}/`));
  const textOf = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).text();
  return { folder, child, textOf, err: () => err };
}

const issue = (title: string) => `---\ntitle: ${title}\nlead: Ein Satz.\ndraft: true\n---\n\nEin Wort.\n`;

const goesOn = /^Das System beobachtet .*sudo sysctl fs\.inotify\.max_user_watches=.*Die Vorschau läuft weiter: .*\n$/;

test.skipIf(!canLimitWatches)(
  'npm run dev goes on where the system watches too few folders: it says what to do, and shows what lies there',
  async () => {
    const { folder, textOf, err } = await limited(5);
    const file = join(folder, 'content/issues/2026-kw48/index.md');
    expect(await textOf('/ausgaben/2026/kw48/')).not.toContain('Ohne Wache geändert');
    writeFileSync(file, issue('Ohne Wache geändert'));
    await until(async () => (await textOf('/ausgaben/2026/kw48/')).includes('Ohne Wache geändert'));
    expect(err()).toMatch(goesOn);
  },
);

test.skipIf(!canLimitWatches)('it does when a folder comes that the system watches no more', async () => {
  const { folder, child, textOf, err } = await limited(100_000);
  limitWatches(child.pid, 1);
  const added = join(folder, 'content/issues/2026-kw50');
  mkdirSync(added);
  writeFileSync(join(added, 'index.md'), issue('Neu dazugekommen'));
  await until(async () => (await textOf('/ausgaben/2026/kw50/')).includes('Neu dazugekommen'));
  await until(err);
  writeFileSync(join(added, 'index.md'), issue('Danach geändert'));
  await until(async () => (await textOf('/ausgaben/2026/kw50/')).includes('Danach geändert'));
  expect(err()).toMatch(goesOn);
});
