import { expect, test } from 'vitest';
import { type KnownFile, KnownFiles } from '../../src/build/known-files.ts';

const known = (number: number): KnownFile => ({ hash: number.toString(16).padStart(64, '0'), bytes: number });
const filesOf = (...names: string[]) => new Map(names.map((name, index) => [name, known(index)]));
const none = () => false;

/** As they are wanted: what is called like a compressed file is one, or somebody's own. */
const wantedAs = (files: Map<string, KnownFile>, isForm: boolean) =>
  new Map([...files].map(([file, one]) => [file, { ...one, isForm: isForm && /\.(?:br|gz)$/.test(file) }]));
const ways = [
  ['that were compressed', true],
  ['of somebody who only calls them so', false],
] as const;

test.each(ways)('files %s are found again by their names, in whichever order they came', (_, isForm) => {
  const files = filesOf(
    'b.html.gz',
    'a.html',
    'a.html.br',
    'b.html',
    'anhang.gz',
    'a.html.gz',
    'anhang.gz.br',
    'ä/ö.xml',
  );
  const packed = KnownFiles.unpacked(new KnownFiles().with(none, wantedAs(files, isForm)).packed());
  expect(new Map(packed)).toEqual(files);
  for (const [file, one] of files) expect(packed.get(file)).toEqual(one);
  for (const file of ['b.html.br', 'anhang', 'anhang.gz.gz', '', '.br']) expect(packed.get(file)).toBeUndefined();
  expect(packed.size).toBe(files.size);
});

test.each(ways)('of files %s those that are kept and those that come make the next site', (_, isForm) => {
  const before = filesOf('a', 'a.br', 'a.gz', 'b', 'b.br', 'b.gz', 'c', 'd', 'd.br', 'd.gz', 'e');
  const first = new KnownFiles().with(none, wantedAs(before, isForm));
  // Gone: b, the .br of d, and e; a file keeps what it is compressed to, and that stays without its file.
  const gone = ['b', 'd.br', 'e'].map((file) => first.placeOf(file));
  const come = new Map([...filesOf('f', 'c.br'), ['d.br', known(99)] as const, ['b.br', known(77)] as const]);
  const kept = (place: number) => !gone.includes(place) && place !== first.placeOf('b.br');
  const second = first.with(kept, wantedAs(come, isForm));
  const wanted = new Map([...before].filter(([file]) => !['b', 'd.br', 'e', 'b.br'].includes(file)).concat([...come]));
  expect(new Map(second)).toEqual(wanted);
  for (const [file, one] of wanted) expect(second.get(file)).toEqual(one);
  expect(second.get('b')).toBeUndefined();
  expect(second.size).toBe(wanted.size);
  // A file comes back beside which lies what it was compressed to.
  const third = second.with(() => true, new Map([['b', known(5)]]));
  expect(new Map(third)).toEqual(new Map([...wanted, ['b', known(5)]]));
  expect(third.get('b.gz')).toEqual(before.get('b.gz'));
});

test('a site of nothing is one', () => {
  const empty = KnownFiles.unpacked(new KnownFiles().packed());
  expect([...empty]).toEqual([]);
  expect(empty.get('index.html')).toBeUndefined();
});
