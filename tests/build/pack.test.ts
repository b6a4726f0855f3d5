import { mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openPack } from '../../src/build/pack.ts';
import { projectWith } from '../reader/sample-content.ts';

test('what the disk takes after it has refused to save is found, by this run and by the next', () => {
  const folder = join(projectWith(), '.cache', 'probe');
  const open = () => openPack<string>(folder, 'probe', '1');
  const read = (pack: ReturnType<typeof open>) => ['a', 'b'].map((name) => pack.find(name)?.bytes()?.toString());
  const pack = open();
  pack.keep('a', 'a head that is long enough to be longer than what comes later', Buffer.from('eins'));
  const inTheWay = join(folder, 'probe-since');
  mkdirSync(join(inTheWay, 'voll'), { recursive: true });
  expect(() => pack.save()).toThrow();
  rmSync(inTheWay, { recursive: true });
  pack.change('a', '');
  pack.keep('b', '', Buffer.from('zwei'));
  expect(read(pack)).toEqual(['eins', 'zwei']);
  pack.save();
  expect(read(pack)).toEqual(['eins', 'zwei']);
  expect(read(open())).toEqual(['eins', 'zwei']);
});

test('a file that cannot be opened is as good as none, and is replaced', () => {
  const folder = join(projectWith(), '.cache', 'probe');
  mkdirSync(folder, { recursive: true });
  for (const name of ['probe', 'probe-since']) symlinkSync(name, join(folder, name));
  const open = () => openPack<string>(folder, 'probe', '1');
  const pack = open();
  expect(pack.find('a')).toBeUndefined();
  pack.keep('a', '', Buffer.from('eins'));
  pack.save();
  expect(open().find('a')?.bytes()?.toString()).toBe('eins');
});

test('damage in a file that can be read and not removed is as good as no file', () => {
  const folder = join(projectWith(), '.cache', 'probe');
  const first = openPack<string>(folder, 'probe', '1');
  first.keep('a', '', Buffer.from('eins'));
  first.save();
  const [file] = readdirSync(folder).map((name) => join(folder, name));
  if (file === undefined) throw new Error('nothing was saved');
  writeFileSync(file, readFileSync(file, 'latin1').replace('eins', 'neun'), 'latin1');
  const pack = openPack<string>(folder, 'probe', '1');
  rmSync(file);
  mkdirSync(join(file, 'bleibt'), { recursive: true });
  expect(pack.find('a')?.bytes()).toBeUndefined();
  expect(pack.keep('a', '', Buffer.from('zwei')).bytes()?.toString()).toBe('zwei');
});

test.skipIf(process.platform !== 'linux')('who saves for months holds no more files open than at first', () => {
  const folder = join(projectWith(), '.cache', 'probe');
  const openFiles = () =>
    readdirSync('/proc/self/fd').filter((file) => {
      try {
        return readlinkSync(`/proc/self/fd/${file}`).startsWith(folder);
      } catch {
        return false;
      }
    }).length;
  const pack = openPack<string>(folder, 'probe', '1');
  const names = Array.from({ length: 250 }, (_, number) => `${number}`);
  for (const name of names) {
    pack.keep(name, '', Buffer.from(`eins ${name}`));
    pack.save();
    pack.keep(name, '', Buffer.from(name));
    pack.save();
    expect(openFiles()).toBeLessThanOrEqual(2);
  }
  for (const known of [pack, openPack<string>(folder, 'probe', '1')])
    expect(names.map((name) => known.find(name)?.bytes()?.toString())).toEqual(names);
});
