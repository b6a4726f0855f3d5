import { hash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, inject, test } from 'vitest';
import { Compression } from '../../src/build/compress.ts';
import { compressed, compressedAside } from '../../src/build/compressed.ts';
import { noteDist } from '../../src/build/last-build.ts';
import { SiteWriter } from '../../src/build/site-writer.ts';
import { troubleSentence } from '../../src/settings/trouble.ts';

/** Pages of a site, each with a text of its own. */
const pagesOf = (count: number) =>
  Array.from({ length: count }, (_, page): [file: string, text: string] => [
    `ausgaben/${page}/index.html`,
    `<p>${`Seite ${page} der Kurrende. `.repeat(40)}</p>`,
  ]);

/** Builds a site; of every hundred pages, `beside` is called when they are written. */
async function build(
  root: string,
  pages: readonly [string, string][],
  { isKnown = false, ...given }: { isKnown?: boolean; known?: Built; beside?: Beside } = {},
) {
  const writer = new SiteWriter(root, given.known?.files);
  await using compression = new Compression(writer, { isKnown });
  for (const [index, [file, text]] of pages.entries()) {
    putPage(writer, file, text);
    if (index % 100 === 99) await given.beside?.(compression, pages.slice(index - 99, index + 1), writer);
  }
  await compression.finish();
  return writer.finish();
}

type Built = ReturnType<SiteWriter['finish']>;
type Beside = (
  compression: Compression,
  pages: readonly [string, string][],
  writer: SiteWriter,
) => Promise<void> | void;

/** Has the thread begin with the last pages first, as long as others come. */
const begun: Beside = async (compression, pages) => {
  if (pages.some(([file]) => file.startsWith('ausgaben/699/'))) return;
  compression.begin(pages.map(([file]) => file).reverse());
  await setImmediate();
};

function putPage(writer: SiteWriter, file: string, text: string): void {
  writer.put(file, Buffer.from(text));
  if (writer.folderOf(file) === writer.newFiles) utimesSync(writer.location(file), 1_700_000_000, 1_700_000_000);
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

test('a feed of many pages is compressed to the same bytes by whoever does it', async () => {
  const words = Array.from({ length: 60_000 }, (_, word) => hash('sha1', `${word}`).slice(0, 2 + (word % 7)));
  for (const isHashed of [false, true]) {
    const feed = Buffer.from(words.slice(0, isHashed ? 6_000 : undefined).join(' '));
    expect(await compressedAside(feed, isHashed)).toEqual(compressed(feed, isHashed));
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

test.each(['.br', '.gz'])('one file that is lost, %s, comes back; nothing else is written', async (ending) => {
  const root = emptySite();
  const pages = pagesOf(20);
  const known = await build(root, pages);
  noteDist(root, known.dist);
  const lost = join(root, `dist/ausgaben/7/index.html${ending}`);
  const before = readFileSync(lost);
  rmSync(lost);
  const { plan, files } = await build(root, pages, { isKnown: true, known });
  expect(plan).toEqual({ put: [`ausgaben/7/index.html${ending}`], remove: [] });
  expect(readFileSync(lost)).toEqual(before);
  expect(new Map(files)).toEqual(new Map(known.files));
});

/** All files of a built site with their bytes and times of last change. */
const filesOf = (root: string) =>
  readdirSync(join(root, 'dist'), { recursive: true, encoding: 'utf8' })
    .sort()
    .map((file) => join(root, 'dist', file))
    .filter((path) => statSync(path).isFile())
    .map((path) => [path.slice(root.length), readFileSync(path, 'base64'), statSync(path).mtimeMs]);

test.each(['.br', '.gz'])(
  'what somebody has compressed to %s stays as it is, and what was made of it goes',
  async (ending) => {
    const root = emptySite();
    const known = await build(root, pagesOf(1));
    noteDist(root, known.dist);
    const [[page = ''] = []] = pagesOf(1);
    const { plan } = await build(root, [[`${page}${ending}`, 'Eigenes'], ...pagesOf(1)], { isKnown: true, known });
    const other = ending === '.br' ? '.gz' : '.br';
    expect(plan).toEqual({ put: [page + ending], remove: [page + other] });
    expect(readFileSync(join(root, 'dist', page + ending), 'utf8')).toBe('Eigenes');
  },
);

test('what is compressed while pages are made is the same, and known in the same order', async () => {
  const [after, beside] = [emptySite(), emptySite()];
  const [one, other] = [await build(after, pagesOf(700)), await build(beside, pagesOf(700), { beside: begun })];
  expect([...other.files]).toEqual([...one.files]);
  expect(other.plan).toEqual(one.plan);
  expect(filesOf(beside)).toEqual(filesOf(after));
});

test('of pages that are made again only those are compressed while others are made that are otherwise', async () => {
  const [after, beside] = [emptySite(), emptySite()];
  const edited = pagesOf(700).map(([file, text], page): [string, string] => [file, page % 3 ? text : `${text}!`]);
  const again = async (root: string, how: { beside?: Beside }) => {
    const known = await build(root, pagesOf(700));
    const { ino } = statSync(join(root, 'dist/ausgaben/1/index.html.gz'));
    const built = await build(root, edited, { isKnown: true, known, ...how });
    expect(statSync(join(root, 'dist/ausgaben/1/index.html.gz')).ino).toBe(ino);
    return built;
  };
  const [one, other] = [await again(after, {}), await again(beside, { beside: begun })];
  expect([...other.files]).toEqual([...one.files]);
  expect(other.plan).toEqual(one.plan);
  expect(filesOf(beside)).toEqual(filesOf(after));
});

test.each(['begin', 'beginFew'] as const)(
  'a page that gets other words after its turn has these (%s)',
  async (begin) => {
    const root = emptySite();
    const pages = pagesOf(200);
    const [[file] = ['']] = pages;
    await build(root, pages, {
      beside(compression, some, writer) {
        compression[begin](some.map(([path]) => path));
        if (some[0]?.[0] !== file) putPage(writer, file, 'Berichtigt. '.repeat(50));
      },
    });
    expect(gunzipSync(readFileSync(join(root, 'dist', `${file}.gz`))).toString()).toBe('Berichtigt. '.repeat(50));
  },
);

test('what goes wrong while pages are made ends the build, and nothing of it is in its place', async () => {
  const root = emptySite();
  const pages = pagesOf(700);
  const failing = (wait: number) =>
    build(root, pages, {
      async beside(compression, some, writer) {
        const [[file] = ['']] = some;
        if (file === 'ausgaben/100/index.html') rmSync(writer.location(file));
        compression.begin(some.map(([path]) => path));
        await setTimeout(wait);
      },
    });
  // At the end, and at the next pages.
  for (const wait of [0, 300]) await expect(failing(wait)).rejects.toThrow(/ENOENT.*ausgaben\/100\/index\.html/);
  expect(existsSync(join(root, 'dist'))).toBe(false);
});

test.runIf(existsSync('/dev/full'))('a disk that is full while pages are made is told of in a sentence', async () => {
  const root = emptySite();
  const full = build(root, pagesOf(700), {
    beside(compression, some, writer) {
      const [[file] = ['']] = some;
      // Takes nothing, as a disk does that has no room left.
      if (file === 'ausgaben/300/index.html') symlinkSync('/dev/full', `${writer.location(file)}.br`);
      compression.begin(some.map(([path]) => path));
    },
  });
  expect(troubleSentence(await full.catch((error: unknown) => error))).toMatch(/^Auf der Platte ist kein Platz mehr/);
  expect(existsSync(join(root, 'dist'))).toBe(false);
});

const own = (text: string) => compressed(Buffer.from(text), false);

test.each([
  ['begin', '.br'],
  ['begin', '.gz'],
  ['beginFew', '.br'],
  ['beginFew', '.gz'],
] as const)(
  'what somebody has compressed for a page stays theirs, also where others are compressed meanwhile (%s, %s)',
  async (how, ending) => {
    const writer = new SiteWriter(emptySite());
    await using compression = new Compression(writer, { isKnown: false });
    const pages = pagesOf(20);
    const [[file, text] = ['', '']] = pages;
    const [[, theirs] = ['', Buffer.alloc(0)]] = own('Von Hand, und etwas anderes.');
    writer.put(file + ending, theirs);
    for (const [name, page] of pages) putPage(writer, name, page);
    compression[how](pages.map(([name]) => name));
    await compression.finish();
    expect([text.length > 400, writer.read(file + ending)]).toEqual([true, theirs]);
    expect(readdirSync(join(writer.location(file), '..')).sort()).toEqual(['index.html', `index.html${ending}`]);
    expect(writer.has(`${pages[1]?.[0]}.br`)).toBe(true);
    writer.finish();
  },
);

test('what somebody had compressed and takes away again is compressed as if it had never been there', async () => {
  const root = emptySite();
  const [[page, text] = ['', '']] = pagesOf(1);
  const made = async (withOwn: boolean, known?: Built) => {
    const writer = new SiteWriter(root, known?.files);
    await using compression = new Compression(writer, { isKnown: known !== undefined });
    putPage(writer, page, text);
    writer.put('daten.bin', Buffer.alloc(500, 'Daten'));
    const files = [page, 'daten.bin'].flatMap((file) => [`${file}.br`, `${file}.gz`]);
    if (withOwn) for (const file of files) writer.put(file, Buffer.from('von Hand'));
    await compression.finish();
    return writer.finish();
  };
  const built = await made(false, await made(true));
  expect(filesOf(root).map(([path]) => path)).toEqual([
    `/dist/${page}`,
    `/dist/${page}.br`,
    `/dist/${page}.gz`,
    '/dist/daten.bin',
  ]);
  expect(brotliDecompressSync(readFileSync(join(root, 'dist', `${page}.br`))).toString()).toBe(text);
  expect(gunzipSync(readFileSync(join(root, 'dist', `${page}.gz`))).toString()).toBe(text);
  expect(built.plan.remove.sort()).toEqual(['daten.bin.br', 'daten.bin.gz']);
});
