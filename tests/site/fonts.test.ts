import { readFileSync } from 'node:fs';
import { Blob, Face, Font } from 'harfbuzzjs';
import { expect, test } from 'vitest';
import decompress from 'woff2-encoder/decompress';
import { type FontFile, fontFiles, makeFont } from '../../src/styles/fonts/site-fonts.ts';

const files = fontFiles();
const folder = new URL('../../src/styles/fonts/', import.meta.url);
const bytesOf = ({ name }: FontFile) => readFileSync(new URL(name, folder));

async function fontOf(file: FontFile): Promise<Font> {
  return new Font(new Face(new Blob(await decompress(bytesOf(file)))));
}

const german = `ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÜabcdefghijklmnopqrstuvwxyzäöüß0123456789.,:;!?„“‚‘’”»«–…·•§€©%&*+/()@-"'`;

test('the files are what the script makes from the packages that are locked', async () => {
  expect(files).toHaveLength(9);
  for (const file of files) expect([file.name, bytesOf(file).equals(await makeFont(file))]).toEqual([file.name, true]);
});

test('no two files of a face share a character, so a page fetches none that it has no need of', () => {
  for (const face of ['serif', 'serif-italic', 'sans']) {
    const own = files.filter(({ name }) => new RegExp(`^kurrende-${face}(-latin|-extended)?\\.woff2$`).test(name));
    expect(own).toHaveLength(3);
    const all = own.flatMap(({ characters }) => [...characters]);
    expect(new Set(all).size).toBe(all.length);
  }
});

test.each([
  ['kurrende-serif.woff2', german],
  ['kurrende-serif-italic.woff2', german],
  ['kurrende-sans.woff2', german],
  ['kurrende-serif-latin.woff2', 'éèçñåøæœı$#_[]{}<>—‹›™−'],
  ['kurrende-sans-latin.woff2', 'éèçñåøæœı$#_[]{}<>—‹›™−'],
  ['kurrende-serif-extended.woff2', 'ŁłąęśźžčřšŠğőȘẞ†'],
  ['kurrende-sans-extended.woff2', 'ŁłąęśźžčřšŠğőȘẞ†'],
])('%s has a glyph for each of its letters', async (name, letters) => {
  const file = files.find((one) => one.name === name) as FontFile;
  const font = await fontOf(file);
  const missing = [...letters].filter((letter) => !font.nominalGlyph(letter.codePointAt(0) ?? 0));
  const elsewhere = [...letters].filter((letter) => !file.characters.has(letter.codePointAt(0) ?? 0));
  expect([missing, elsewhere]).toEqual([[], []]);
});

test('no file bears the reserved name of the original, each keeps its copyright and licence', async () => {
  for (const file of files) {
    const bytes = Buffer.from(await decompress(bytesOf(file)));
    const names = bytes.toString('latin1').replaceAll('\0', '');
    expect([file.name, names.match(/Source(?:Serif|Sans| Serif| Sans)/g)]).toEqual([file.name, null]);
    expect(names).toContain('Adobe');
    expect(names).toContain('OFL');
  }
});
