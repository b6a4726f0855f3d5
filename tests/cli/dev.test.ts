import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
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

/** Runs a command where the system watches so many files and folders for it. */
const withWatches = (most: number) =>
  ['unshare', '-Ur', 'sh', '-c', `echo ${most} > /proc/sys/user/max_inotify_watches && exec "$@"`, 'sh'] as const;
const canLimit = spawnSync(withWatches(5)[0], [...withWatches(5).slice(1), 'true']).status === 0;
if (!canLimit) console.warn('No user namespaces here: the test of watches skips.');

test.skipIf(!canLimit)('npm run dev says what to do where the system watches no more folders', async () => {
  const folder = organisation();
  const [program, ...args] = withWatches(5);
  const env = { ...process.env, VITEST: '', NODE_ENV: '', SITE_ROOT: folder, BUILD_DATE: '2026-11-24' };
  const child = spawn(program, [...args, process.execPath, command, 'dev'], { env });
  let err = '';
  child.stderr.on('data', (chunk) => {
    err += String(chunk);
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, err]).toEqual([2, expect.stringContaining('sudo sysctl fs.inotify.max_user_watches=')]);
  expect(err).not.toMatch(/^\s+at /m);
});
