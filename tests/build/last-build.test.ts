import { mkdirSync, mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { editedIssues } from '../../src/build/edited-texts.ts';
import { lookAt } from '../../src/build/file-states.ts';
import { forgetLastBuild, LookBack, noteDist, noteLastBuild } from '../../src/build/last-build.ts';
import { day } from '../../src/model/day.ts';

const text = 'content/issues/2025-kw33/01-beitrag.md';

/** A site that was built by a product that lies beside it. */
function builtSite(node = process.version): { site: string; product: string } {
  const folder = mkdtempSync(join(inject('folderOfTheRun'), 'last-build-'));
  const [site, product] = [join(folder, 'site'), join(folder, 'product')];
  for (const path of [join(site, '.cache'), join(site, 'content'), join(site, 'dist'), join(product, 'src')]) {
    mkdirSync(path, { recursive: true });
  }
  writeFileSync(join(site, 'content', 'site.md'), 'Blatt');
  writeFileSync(join(site, 'dist', 'index.html'), 'Blatt');
  writeFileSync(join(product, 'src', 'main.ts'), '1');
  writeFileSync(join(product, 'package.json'), '{}');
  const looks = [join(site, 'content'), join(product, 'src')].map((path) => [path, lookAt(path).states] as const);
  const files = lookAt(product, { paths: ['package.json'], numbers: new Float64Array() }).states;
  noteLastBuild(site, {
    call: 'call',
    asked: 'asked',
    folders: { ...Object.fromEntries(looks), [product]: files },
    product: { version: 'abc', node },
    says: [],
    span: {},
  });
  noteDist(site, lookAt(join(site, 'dist')).states);
  return { site, product };
}

test('the product is known to be the same without being read, until one of its files changes', () => {
  const { site, product } = builtSite();
  expect(new LookBack(site).productIn(product)).toBe('abc');
  writeFileSync(join(product, 'src', 'new.ts'), '2');
  expect(new LookBack(site).productIn(product)).toBeUndefined();
});

test('a package of another version is another product, and so is the same on another Node', () => {
  const { site, product } = builtSite();
  writeFileSync(join(product, 'package.json'), '[]');
  utimesSync(join(product, 'package.json'), new Date(0), new Date(0));
  expect(new LookBack(site).productIn(product)).toBeUndefined();
  const other = builtSite('v1.0.0');
  expect(new LookBack(other.site).productIn(other.product)).toBeUndefined();
});

test('what somebody changes after the look is seen by the next', () => {
  const { site } = builtSite();
  expect(new LookBack(site).isAsBefore()).toBe(true);
  writeFileSync(join(site, 'dist', 'index.html'), 'Anderes Blatt');
  expect(new LookBack(site).isAsBefore()).toBe(false);
});

test('a record that is cut off is as good as none', () => {
  const { site } = builtSite();
  writeFileSync(join(site, '.cache', 'dist-states-2'), 'ab');
  expect(new LookBack(site).isAsBefore()).toBe(false);
  writeFileSync(join(site, '.cache', 'last-build-2'), 'ab');
  expect(new LookBack(site).last).toBeUndefined();
});

test('a look at the site that began before another build ended is no answer any more', async () => {
  const { site } = builtSite();
  // A record that is younger is never said to be the same.
  await setTimeout(200);
  const early = new LookBack(site);
  const look = early.lookAtDist();
  expect(look.finish().changed.size).toBe(0);
  expect(early.lookAtDist()).toBe(look);
  const { last } = early;
  forgetLastBuild(site);
  writeFileSync(join(site, 'dist', 'index.html'), 'Anderes Blatt');
  expect([...early.lookAtDist().finish().changed]).toContain('index.html');
  noteDist(site, lookAt(join(site, 'dist')).states);
  if (last) noteLastBuild(site, last);
  expect(early.lookAtDist().finish().changed.size).toBe(0);
});

test('what versions have left that wrote records in another form goes with the next build, and nothing else', () => {
  const { site } = builtSite();
  const ours = readdirSync(join(site, '.cache'));
  const others = ['last-build', 'dist-states', 'last-build-1', 'dist-states-99'];
  for (const name of [...others, 'last-build-notiz.txt']) writeFileSync(join(site, '.cache', name), 'alt');
  noteDist(site, lookAt(join(site, 'dist')).states);
  expect(readdirSync(join(site, '.cache')).sort()).toEqual([...ours, 'last-build-notiz.txt'].sort());
});

/** Notes a build of what lies there now: what the next one knows of it. */
function nextAfterBuild({ site, product }: { site: string; product: string }) {
  const built = new LookBack(site);
  const { last } = built;
  if (!last) throw new Error('nothing is known of the build before');
  const [content, publicFolder] = [join(site, 'content'), join(site, 'public')];
  const looks = [content, publicFolder, join(product, 'src'), product].map(
    (folder) => [folder, built.at(folder).states] as const,
  );
  noteLastBuild(site, { ...last, folders: built.kept(Object.fromEntries(looks)) });
  const next = new LookBack(site);
  return {
    isAsBefore: next.isAsBefore(),
    product: next.productIn(product),
    edited: editedIssues(next, 'asked', { today: day('2025-09-01') }),
    // As often as somebody is told that there is nothing to do.
    again: () => noteLastBuild(site, { ...(next.last ?? last), call: 'another' }),
  };
}

test.each<[string, (built: { site: string; product: string }) => string, object]>([
  ['a text of an issue', ({ site }) => join(site, text), { product: 'abc', edited: ['2025-kw33'] }],
  ['site.md', ({ site }) => join(site, 'content', 'site.md'), { product: 'abc', edited: undefined }],
  ['a file of public/', ({ site }) => join(site, 'public', 'robots.txt'), { product: 'abc', edited: undefined }],
  ['the product', ({ product }) => join(product, 'src', 'main.ts'), { product: undefined, edited: undefined }],
  ['a package', ({ product }) => join(product, 'package.json'), { product: undefined, edited: undefined }],
  ['a folder of an issue', ({ site }) => join(site, text, '..'), { product: 'abc', edited: undefined }],
])(
  '%s that was touched just before a build counts as changed at the next, not at those after',
  async (_, path, counts) => {
    const built = builtSite();
    for (const file of [join(built.site, text), join(built.site, 'public', 'robots.txt')]) {
      mkdirSync(join(file, '..'), { recursive: true });
      writeFileSync(file, 'Blatt');
    }
    await setTimeout(200);
    expect(nextAfterBuild(built)).toMatchObject({ isAsBefore: true, product: 'abc', edited: undefined });
    utimesSync(path(built), 1_700_000_000, 1_700_000_000);
    const next = nextAfterBuild(built);
    expect(next).toMatchObject({ isAsBefore: false, ...counts });
    next.again();
    expect(new LookBack(built.site).isAsBefore()).toBe(false);
    await setTimeout(200);
    expect(nextAfterBuild(built)).toMatchObject({ isAsBefore: true, product: 'abc', edited: undefined });
  },
);
