import { mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, inject, test } from 'vitest';
import { readSealed, sumAtHead, writeSealed } from '../../src/build/sealed-record.ts';

const form = 7;

/** Lists of all kinds, in the record and behind it; one begins at an odd place in memory. */
const value = {
  name: 'Ausgabe',
  few: Uint32Array.of(1, 2, 3),
  none: new Float64Array(),
  many: Float64Array.from({ length: 9_001 }, (_, index) => index / 3),
  parts: new Map([['bytes', new Uint8Array(50_000).fill(5).subarray(3, 40_002)]]),
  places: [Uint16Array.from({ length: 20_001 }, (_, index) => index), Uint16Array.of(9)],
};

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(inject('folderOfTheRun'), 'record-'));
  path = join(folder, 'record');
});

test('a record is read as it was written, and nothing else lies beside it', () => {
  const sum = writeSealed(path, form, value);
  expect(readSealed(path, form)).toEqual({ value, sum });
  expect(sumAtHead(path)).toBe(sum);
  expect(readdirSync(folder)).toEqual(['record']);
});

test('of another form, cut off or damaged at any place it is as good as none', () => {
  writeSealed(path, form, value);
  expect(readSealed(path, form + 1)).toBeUndefined();
  const bytes = readFileSync(path);
  for (const place of [0, 5, 9, 17, 60, bytes.length - 9, bytes.length / 2]) {
    const damaged = Buffer.from(bytes);
    damaged[Math.floor(place)] = (damaged[Math.floor(place)] ?? 0) ^ 0x40;
    writeFileSync(path, damaged);
    expect(readSealed(path, form)).toBeUndefined();
  }
  for (const length of [bytes.length - 1, 1_000, 10, 0]) {
    writeFileSync(path, bytes);
    truncateSync(path, length);
    expect(readSealed(path, form)).toBeUndefined();
  }
});

test('a list that could not be read again is not written', () => {
  expect(() => writeSealed(path, form, { list: new Int8Array(3) })).toThrow('no lists of this kind');
});

test('a record that is not there is none', () => {
  expect(readSealed(path, form)).toBeUndefined();
  expect(sumAtHead(path)).toBeUndefined();
});
