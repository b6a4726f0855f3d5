import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { SearchIndex } from '../../src/build/search-index.ts';
import { SiteWriter } from '../../src/build/site-writer.ts';
import type { Library } from '../../src/model/library.ts';

/** A folder in memory: such a disk lists files in another order than others do. */
const inMemory = '/dev/shm';

const years = Array.from({ length: 16 }, (_, index) => 2025 - index);
const issuesOf = new Map(
  years.map((year) => [
    year,
    Array.from({ length: 50 }, (_, index) => {
      const path = `/ausgaben/${year}/kw${String(50 - index).padStart(2, '0')}/`;
      return { path, week: { year, week: 50 - index }, articles: [{}] };
    }),
  ]),
);
const articlesOf = new Map(years.map((year) => [year, issuesOf.get(year)?.flatMap(({ articles }) => articles) ?? []]));
const library = { years, issuesOf, articlesOf, pages: [{ path: '/wir/' }] } as unknown as Library;

/** The pages of issues and articles, the oldest first, with one of the organisation's own. */
const pages = [
  ...[...issuesOf.values()]
    .flat()
    .flatMap(({ path }) => [`${path.slice(1)}index.html`, `${path.slice(1)}saal/index.html`]),
  'wir/index.html',
].sort();

/** Those that nobody else clears. */
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function emptySite(parent: string): SiteWriter {
  const root = mkdtempSync(join(parent, 'search-index-'));
  if (parent === inMemory) folders.push(root);
  mkdirSync(join(root, '.cache'));
  return new SiteWriter(root);
}

function putPage(writer: SiteWriter, file: string): void {
  const text = `Was in ${file.replaceAll('/', ' ')} steht: der Saal ist offen.`;
  writer.put(
    file,
    Buffer.from(`<html lang="de"><body><main data-pagefind-body><h1>${file}</h1><p>${text}</main></html>`),
  );
}

/** The files of the index with what is in them, when the pages were made in this order and told of as many at a time. */
async function indexed(parent: string, files: readonly string[], toldAtOnce: number): Promise<Record<string, string>> {
  const writer = emptySite(parent);
  const index = new SearchIndex(writer, library, { last: undefined, areIssuesSame: false });
  for (const [number, file] of files.entries()) {
    putPage(writer, file);
    if (toldAtOnce === 0 || (number + 1) % toldAtOnce > 0) continue;
    index.begin(files.slice(number + 1 - toldAtOnce, number + 1));
    await setImmediate();
  }
  await index.finish();
  const ofIndex = writer.files().filter((file) => file.startsWith('pagefind/'));
  return Object.fromEntries(ofIndex.sort().map((file) => [file, writer.hashOf(file) ?? '']));
}

describe('the search index', () => {
  const disk = () => inject('folderOfTheRun');

  test('is the same if parts were begun while pages of others were made', async () => {
    const together = await indexed(disk(), pages, 0);
    const parts = new Set(Object.keys(together).map((file) => /^pagefind\/(?:\d+-\d+\/)?/.exec(file)?.[0]));
    expect(parts.size).toBeGreaterThan(2);
    expect(await indexed(disk(), pages, 40)).toEqual(together);
  });

  test.skipIf(!existsSync(inMemory))('is the same in whatever order a disk lists its files', async () => {
    expect(await indexed(inMemory, pages, 0)).toEqual(await indexed(disk(), pages.toReversed(), 0));
  });

  test('is not made of a part of which a page comes later than those of newer parts', async () => {
    const [first = '', ...others] = pages;
    await expect(indexed(disk(), [...others, first], 40)).rejects.toThrow('before all of its pages were there');
  });
});
