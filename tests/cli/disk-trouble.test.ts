import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { lockSite } from '../../src/build/build-lock.ts';
import { diskTrouble } from '../../src/settings/trouble.ts';
import { writeFrame } from '../../src/subscription/web/frame-folder.ts';
import { facts } from '../subscription/running-service.ts';
import { kurrende, organisation } from './command-line.ts';
import { builtOrganisation } from './organisations.ts';

test('a file where the pictures have to be kept is named in a sentence', async () => {
  const folder = organisation();
  writeFileSync(join(folder, '.cache'), '');
  const { code, err } = await kurrende(['build'], folder);
  expect(code).toBe(2);
  expect(err).toMatch(/^Bei „.+\.cache.*“ liegt eine Datei, wo ein Ordner sein muss\. Nennen Sie einen Ordner, .+\.$/m);
  expect(err).not.toMatch(/^\s+at /m);
});

test('a folder without content is named in a sentence, and nothing lies in it after', async () => {
  const folder = join(organisation(), 'vertippt');
  for (const command of ['build', 'check', 'deploy', 'start', 'due', 'redaktion']) {
    const { code, err } = await kurrende([command, ...(command === 'deploy' ? ['ziel'] : [])], folder);
    expect([command, code, err]).toEqual([command, 2, expect.stringContaining(`Im Ordner ${folder} gibt es kein`)]);
    expect([command, existsSync(folder)]).toEqual([command, false]);
  }
});

/** Runs a command in a world of its own, in which the content in `folder` is only read. */
const onlyRead = (folder: string, ...command: string[]) =>
  spawnSync(
    'unshare',
    [
      '--map-root-user',
      '--mount',
      'sh',
      '-euc',
      'mount --bind "$0" "$0"; mount -o remount,bind,ro "$0"; exec "$@"',
      join(folder, 'content'),
      ...command,
    ],
    { encoding: 'utf8', env: { ...process.env, SITE_ROOT: folder } },
  );
const canBeOnlyRead = onlyRead(join(import.meta.dirname, '..', '..'), 'true').status === 0;
if (!canBeOnlyRead) console.warn('The test of a disk that is only read skips: it takes a mount namespace.');

test.runIf(canBeOnlyRead)('a disk that is only read is told of where a folder has to be made', () => {
  const folder = organisation();
  const program = join(import.meta.dirname, '..', '..', 'src', 'cli', 'kurrende.mjs');
  const { status, stderr } = onlyRead(folder, process.execPath, program, 'new', '2026-kw52');
  expect([status, stderr]).toEqual([2, expect.stringContaining('Der Datenträger ist nur zum Lesen da.')]);
  expect(stderr).toContain(join(folder, 'content/issues/2026-kw52'));
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('a lock that holds something else, as after a crash of the machine, hinders nobody', async () => {
  const folder = organisation();
  mkdirSync(join(folder, '.cache'));
  writeFileSync(join(folder, '.cache', 'site.lock'), 'was auf der Platte übrig war');
  const release = lockSite({ root: folder });
  expect(() => lockSite({ root: folder })).toThrow('Ein anderer Befehl baut');
  release();
});

test('a link that leads nowhere in the place of the site is named in a sentence', async () => {
  const folder = organisation();
  symlinkSync(join(folder, 'noch-nicht-da'), join(folder, 'dist'));
  const { code, err } = await kurrende(['build', '--no-search'], folder);
  expect([code, err]).toEqual([2, expect.stringContaining(`Bei „${join(folder, 'dist')}“ liegt eine Datei, wo ein`)]);
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

it('a full disk is told of while a file is written, and of a copy names the end that is full', () => {
  const full = (facts: object) => Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', ...facts });
  expect(diskTrouble(full({ syscall: 'write' }))).toContain('Auf der Platte ist kein Platz mehr');
  expect(diskTrouble(full({ syscall: 'copyfile', path: '/hier', dest: '/dort' }))).toContain('Für „/dort“');
});

it('any other error stays one', () => {
  expect(diskTrouble(Object.assign(new Error('ENOENT'), { code: 'ENOENT', path: '/x' }))).toBeUndefined();
  expect(diskTrouble(new TypeError('x is undefined'))).toBeUndefined();
});

test.runIf(existsSync('/proc/self'))(
  'a place where the system takes no folders is refused, and nothing waits',
  async () => {
    const folder = await builtOrganisation();
    const sentence = '„/proc/x“ lässt sich nicht anlegen: In „/proc“ nimmt das System keine Ordner auf.';
    for (const [words, env] of [
      [['deploy', '/proc/x/y'], {}],
      [['deploy', 'ziel', '--plan', '/proc/x'], {}],
      [['service', '--outbox'], { DATA_DIR: '/proc/x' }],
    ] as const) {
      const { code, err } = await kurrende([...words], folder, env);
      expect([words, code, err]).toEqual([words, 2, expect.stringContaining(sentence)]);
    }
  },
);

test('an address that this machine does not have is refused with the name of the setting', async () => {
  const folder = organisation();
  writeFrame(join(folder, 'server', 'abo'), facts(), '');
  const places = [
    [['service', '--outbox'], 'ABO_HOST'],
    [['redaktion'], 'REDAKTION_HOST'],
  ] as const;
  for (const [words, name] of places) {
    // Of a network that is for examples (RFC 5737).
    const { code, err } = await kurrende([...words], folder, { [name]: '192.0.2.7' });
    expect([words, code, err]).toEqual([words, 2, expect.stringContaining(`Berichtigen Sie ${name}`)]);
    expect(err).toContain('192.0.2.7');
    expect(err).not.toMatch(/^\s+at /m);
  }
});
