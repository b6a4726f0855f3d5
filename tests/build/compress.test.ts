import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { Compression } from '../../src/build/compress.ts';
import { SiteWriter } from '../../src/build/site-writer.ts';

/** Pages of a site, each with a text of its own. */
const pagesOf = (count: number) =>
  Array.from({ length: count }, (_, page): [file: string, text: string] => [
    `ausgaben/${page}/index.html`,
    `<p>${`Seite ${page} der Kurrende. `.repeat(40)}</p>`,
  ]);

async function build(root: string, pages: readonly [string, string][]) {
  const writer = new SiteWriter(root);
  for (const [file, text] of pages) {
    writer.put(file, Buffer.from(text));
    if (writer.isNew(file)) utimesSync(writer.location(file), 1_700_000_000, 1_700_000_000);
  }
  await using compression = new Compression(writer, { isKnown: false });
  await compression.finish();
  return writer.finish();
}

function emptySite(): string {
  const root = mkdtempSync(join(inject('folderOfTheRun'), 'compress-'));
  mkdirSync(join(root, '.cache'));
  return root;
}

test('a file is compressed to the same bytes on a small site and on a large one, with its own time', async () => {
  const [small, large] = [emptySite(), emptySite()];
  const pages = pagesOf(700);
  await build(small, pages.slice(0, 20));
  await build(large, pages);
  for (const [file, text] of pages) {
    const [br, gz] = [`${file}.br`, `${file}.gz`].map((name) => readFileSync(join(large, 'dist', name)));
    expect(brotliDecompressSync(br ?? '').toString()).toBe(text);
    expect(gunzipSync(gz ?? '').toString()).toBe(text);
  }
  for (const [file] of pages.slice(0, 20)) {
    for (const ending of ['.br', '.gz']) {
      expect(readFileSync(join(large, 'dist', file + ending))).toEqual(
        readFileSync(join(small, 'dist', file + ending)),
      );
      expect(statSync(join(large, 'dist', file + ending)).mtimeMs).toBe(1_700_000_000_000);
    }
  }
});

test('what a large site has already in these bytes stays where it is, and what was lost comes back', async () => {
  const root = emptySite();
  const pages = pagesOf(600);
  await build(root, pages);
  const lost = join(root, 'dist/ausgaben/7/index.html.br');
  const { ino } = statSync(join(root, 'dist/ausgaben/8/index.html.br'));
  const before = readFileSync(lost);
  rmSync(lost);
  const { plan } = await build(root, pages);
  expect(plan).toEqual({ put: ['ausgaben/7/index.html.br'], remove: [] });
  expect(readFileSync(lost)).toEqual(before);
  expect(statSync(join(root, 'dist/ausgaben/8/index.html.br')).ino).toBe(ino);
  expect(readdirSync(join(root, '.cache'))).not.toContain('site-new');
});
