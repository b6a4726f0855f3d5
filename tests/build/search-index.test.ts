import type { ChildProcess } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, inject, test } from 'vitest';
import { makeParts } from '../../src/build/pagefind.ts';
import { addSearchIndex } from '../../src/build/search-index.ts';
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

function emptyProject(parent: string): string {
  const root = mkdtempSync(join(parent, 'search-index-'));
  if (parent === inMemory) folders.push(root);
  mkdirSync(join(root, '.cache'));
  return root;
}

const emptySite = (parent: string) => new SiteWriter(emptyProject(parent));

function putPage(writer: SiteWriter, file: string): void {
  const text = `Was in ${file.replaceAll('/', ' ')} steht: der Saal ist offen.`;
  writer.put(
    file,
    Buffer.from(`<html lang="de"><body><main data-pagefind-body><h1>${file}</h1><p>${text}</main></html>`),
  );
}

/** The files of the index with what is in them, when the pages were made in this order. */
async function indexed(parent: string, files: readonly string[]): Promise<Record<string, string>> {
  const writer = emptySite(parent);
  for (const file of files) putPage(writer, file);
  await addSearchIndex(writer, library, { last: undefined, areIssuesSame: false });
  const ofIndex = writer.files().filter((file) => file.startsWith('pagefind/'));
  return Object.fromEntries(ofIndex.sort().map((file) => [file, writer.hashOf(file) ?? '']));
}

test.skipIf(!existsSync(inMemory))(
  'the search index is the same in whatever order a disk lists its files',
  async () => {
    const [one, other] = [await indexed(inMemory, pages), await indexed(inject('folderOfTheRun'), pages.toReversed())];
    const parts = new Set(Object.keys(one).map((file) => /^pagefind\/(?:\d+-\d+\/)?/.exec(file)?.[0]));
    expect(parts.size).toBeGreaterThan(2);
    expect(one).toEqual(other);
  },
);

test('an index that stays keeps nothing that somebody has put beside it', async () => {
  const root = emptyProject(inject('folderOfTheRun'));
  const site = new SiteWriter(root);
  for (const file of pages) putPage(site, file);
  site.put('pagefind/eigenes.txt', Buffer.from('Eigenes'));
  const searched = await addSearchIndex(site, library, { last: undefined, areIssuesSame: false });
  const ofIndex = site.files().filter((file) => file.startsWith('pagefind/'));
  const { files } = site.finish();
  const next = new SiteWriter(root, files);
  for (const file of pages) next.keep(file);
  await addSearchIndex(next, library, { last: { searched, files }, areIssuesSame: true });
  expect(ofIndex.filter((file) => !next.has(file))).toEqual(['pagefind/eigenes.txt']);
  expect(next.finish().plan).toEqual({ put: [], remove: ['pagefind/eigenes.txt'] });
});

const parts = years.slice(0, 6).map((year, index) => ({
  folder: index === 0 ? '/pagefind/' : `/pagefind/${year}-${year}/`,
  pages: pages.filter((file) => file.startsWith(`ausgaben/${year}/`)),
}));

test.each([
  ['a page is missing', parts.with(0, { folder: '/pagefind/', pages: ['fort/index.html'] }), false],
  ['nobody wants it any more', parts, true],
])('where %s, no process goes on', async (_, wanted, isEnded) => {
  const site = emptySite(inject('folderOfTheRun'));
  for (const file of pages) putPage(site, file);
  const begun: ChildProcess[] = [];
  const watch = (told: unknown) => begun.push((told as { process: ChildProcess }).process);
  subscribe('child_process', watch);
  const over = new AbortController();
  let count = 0;
  const made = makeParts(
    site,
    wanted,
    () => {
      count += 1;
      if (isEnded && count === 3) over.abort();
    },
    over.signal,
  );
  await expect(made).rejects.toThrow();
  unsubscribe('child_process', watch);
  expect(begun.map(({ killed }) => killed)).toEqual(begun.map(() => true));
  expect([begun.length > 0, count < wanted.length]).toEqual([true, true]);
});

test("a page of somebody's own is searched, whatever its name means in a pattern", async () => {
  const site = emptySite(inject('folderOfTheRun'));
  const own = ['Plan (neu), Entwurf', 'a[b]', '{a}', 'a*b', '(?i)saal'].map(
    (name) => `ausgaben/2025/kw50/${name}/index.html`,
  );
  for (const file of [...pages, ...own]) putPage(site, file);
  await makeParts(site, [{ folder: '/pagefind/', pages: own }], () => undefined);
  expect(site.files().filter((file) => file.endsWith('.pf_fragment'))).toHaveLength(own.length);
});
