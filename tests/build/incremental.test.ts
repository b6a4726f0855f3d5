import { hash } from 'node:crypto';
import {
  appendFileSync,
  closeSync,
  existsSync,
  globSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { expect, inject, test } from 'vitest';
import { compareBuilds } from '../../bench/random-edits.ts';
import { kurrende, organisation } from '../cli/command-line.ts';
import { inProcess } from '../cli/in-process.ts';
import { builtOrganisation } from '../cli/organisations.ts';

const product = join(import.meta.dirname, '..', '..');
const story = 'ausgaben/2025/kw33/open-prosoz-wesermarsch/index.html';

/** The files of a built site and when each was written. */
function timesOf(folder: string): Record<string, number> {
  const dist = join(folder, 'dist');
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(dist, file)).isFile(),
  );
  return Object.fromEntries(files.sort().map((file) => [file, statSync(join(dist, file)).mtimeMs]));
}

/** The files of a built site and their bytes, as a hash. */
function contentsOf(folder: string): Record<string, string> {
  const dist = join(folder, 'dist');
  return Object.fromEntries(
    Object.keys(timesOf(folder)).map((file) => [file, hash('sha256', readFileSync(join(dist, file)))]),
  );
}

test('whatever is edited, the site is that of a build from nothing, byte by byte', async () => {
  const folder = mkdtempSync(join(inject('folderOfTheRun'), 'edits-'));
  const rounds: string[] = [];
  const seed = Number(process.env.EDITS_SEED ?? 7);
  const found = await compareBuilds(
    folder,
    product,
    { rounds: Number(process.env.EDITS_ROUNDS ?? 5), seed },
    (line) => {
      rounds.push(line);
    },
  );
  expect([found, rounds.filter((line) => line.endsWith('the same')).length > 0]).toEqual([[], true]);
}, 600_000);

test('where nothing changed nothing is done, and it says so', async () => {
  const folder = await builtOrganisation();
  await kurrende(['build'], folder);
  const before = timesOf(folder);
  const { code, out } = await kurrende(['build'], folder);
  expect(code).toBe(0);
  expect(out).toContain('In Ordnung: ');
  expect(out).toContain('Nichts zu tun: dist/ ist auf dem Stand des Inhalts.');
  expect(timesOf(folder)).toEqual(before);
});

test('an edit has those pages written that show it, and no others', async () => {
  const folder = await builtOrganisation();
  const before = timesOf(folder);
  appendFileSync(join(folder, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md'), '\nEin Nachsatz.\n');
  const { out } = await kurrende(['build'], folder);
  const after = timesOf(folder);
  const written = Object.keys(after).filter((file) => after[file] !== before[file] && file.endsWith('.html'));
  expect(written).toEqual([story]);
  expect(out).toMatch(/^\d+ Dateien neu geschrieben, \d+ unverändert, \d+ entfernt\.$/m);
});

test('whoever saves and builds again and again has each edit at once, of the same length and date too, and the rest is not read', async () => {
  const folder = await builtOrganisation();
  const text = join(folder, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md');
  const build = () => inProcess(['build', '--no-search', '--no-compression'], folder);
  const before = readFileSync(text, 'utf8');
  const save = (word: string) => {
    writeFileSync(text, `${before}\nEin Nachsatz: ${word}.\n`);
    utimesSync(text, 1_700_000_000, 1_700_000_000);
  };
  // Of a copy elsewhere nothing is known: from here on it is, if its other files are no longer young.
  await setTimeout(200);
  save('null');
  await build();
  const [record = ''] = globSync('.cache/library-+([0-9])', { cwd: folder });
  const whenAllWasRead = () => statSync(join(folder, record)).mtimeMs;
  const first = whenAllWasRead();
  for (const word of ['eins', 'zwei', 'drei']) {
    save(word);
    expect(await build()).toMatchObject({ code: 0, err: '' });
    expect(readFileSync(join(folder, 'dist', story), 'utf8')).toContain(`Ein Nachsatz: ${word}.`);
  }
  // Saved as it was; then nothing at all.
  save('drei');
  expect((await build()).out).toContain('\n0 Dateien neu geschrieben');
  await setTimeout(200);
  await build();
  expect((await build()).out).toContain('Nichts zu tun');
  expect(whenAllWasRead()).toBe(first);
});

test('a damaged site is whole again after the next build, and what is not of it is gone', async () => {
  const folder = await builtOrganisation();
  const dist = join(folder, 'dist');
  const page = readFileSync(join(dist, story));
  writeFileSync(join(dist, story), page.toString().replace('e', 'x'));
  rmSync(join(dist, 'bilder'), { recursive: true });
  rmSync(join(dist, 'pagefind'), { recursive: true });
  rmSync(join(dist, 'feed', 'rss.xml.br'));
  writeFileSync(join(dist, 'fremd.html'), 'fremd');
  const before = Object.keys(timesOf(await builtOrganisation()));
  expect((await kurrende(['build'], folder)).code).toBe(0);
  expect(readFileSync(join(dist, story)).equals(page)).toBe(true);
  expect(Object.keys(timesOf(folder))).toEqual(before);
});

test('what is gone of a site comes back also where nobody knows any more what lay there', async () => {
  const folder = await builtOrganisation();
  const before = contentsOf(folder);
  for (const lost of ['dist', 'dist/ausgaben', 'dist/feed/rss.xml']) {
    rmSync(join(folder, lost), { recursive: true });
    rmSync(join(folder, '.cache', 'dist-states-2'));
    expect(await kurrende(['build'], folder)).toMatchObject({ code: 0, err: '' });
    expect(contentsOf(folder)).toEqual(before);
  }
});

test('where the site and its prepared pictures are gone or cut, an edit has them made again', async () => {
  const folder = await builtOrganisation();
  const text = join(folder, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md');
  const store = join(folder, '.cache/bilder');
  const build = () => inProcess(['build', '--no-search', '--no-compression'], folder);
  // Of a copy elsewhere nothing is known: from here on it is.
  appendFileSync(text, '\nEin Nachsatz.\n');
  await setTimeout(200);
  await build();
  const pictures = () => Object.entries(contentsOf(folder)).filter(([file]) => file.startsWith('bilder/'));
  const before = pictures();
  expect(before.length).toBeGreaterThan(0);
  const lose = [
    () => rmSync(store, { recursive: true }),
    () => {
      for (const file of readdirSync(store, { recursive: true, encoding: 'utf8' }))
        if (file.endsWith('.jpg')) truncateSync(join(store, file), 10);
    },
  ];
  for (const loseSome of lose) {
    loseSome();
    rmSync(join(folder, 'dist'), { recursive: true });
    appendFileSync(text, '\nNoch einer.\n');
    await setTimeout(200);
    expect(await build()).toMatchObject({ code: 0, err: '' });
    expect(pictures()).toEqual(before);
  }
});

test('a memory that is cut in half is none: the site is the same', async () => {
  const folder = await builtOrganisation();
  const before = timesOf(folder);
  for (const name of ['site-state', 'dist-states-2', 'last-build-2']) {
    const path = join(folder, '.cache', name);
    truncateSync(path, Math.floor(statSync(path).size / 2));
    expect((await kurrende(['build'], folder)).code).toBe(0);
    expect(timesOf(folder)).toEqual(before);
  }
});

/** As a failing disk leaves a file: of the same length, with zeros in its middle. */
function zeroMiddle(path: string): void {
  const quarter = Math.floor(statSync(path).size / 4);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(quarter), 0, quarter, quarter);
  closeSync(file);
}

test('zeros in the middle of what is known of the site are noticed: the site is the same, and every feed whole', async () => {
  const folder = await builtOrganisation();
  const before = timesOf(folder);
  zeroMiddle(join(folder, '.cache', 'site-state'));
  rmSync(join(folder, '.cache', 'last-build-2'));
  expect(await kurrende(['build'], folder)).toMatchObject({ code: 0, err: '' });
  expect(timesOf(folder)).toEqual(before);
});

test.each([[['issues']], [['texts']], [['issues', 'texts']]])(
  'zeros in the middle of what is remembered of %s are noticed: the site is the same',
  async (names) => {
    const folder = await builtOrganisation();
    const before = contentsOf(folder);
    const remembered = () =>
      names.flatMap((name) =>
        readdirSync(join(folder, '.cache', name)).map((file) => join(folder, '.cache', name, file)),
      );
    for (const file of remembered()) zeroMiddle(file);
    // So that every text is asked for.
    for (const name of ['site-state', 'last-build-2']) rmSync(join(folder, '.cache', name));
    expect(await kurrende(['build'], folder)).toMatchObject({ code: 0, err: '' });
    expect(contentsOf(folder)).toEqual(before);
    expect(await inProcess(['check'], folder)).toMatchObject({ code: 0, err: '' });
    for (const file of remembered()) zeroMiddle(file);
    expect(await inProcess(['check'], folder)).toMatchObject({ code: 0, err: '' });
  },
);

test('--no-search and --no-compression leave that out, the next build has it again; --full writes nothing that is the same', async () => {
  const folder = await builtOrganisation();
  const before = timesOf(folder);
  await kurrende(['build', '--no-search', '--no-compression'], folder);
  const files = Object.keys(timesOf(folder));
  expect(files.filter((file) => /\.(?:br|gz)$|^pagefind\//.test(file))).toEqual([]);
  await kurrende(['build'], folder);
  expect(Object.keys(timesOf(folder))).toEqual(Object.keys(before));
  const again = timesOf(folder);
  const { out } = await kurrende(['build', '--full'], folder);
  expect(out).toContain('0 Dateien neu geschrieben');
  expect(timesOf(folder)).toEqual(again);
});

test('--full uses nothing that was remembered of the content', async () => {
  const folder = await builtOrganisation();
  const packs = ['issues', 'texts'].map((name) => join(folder, '.cache', name));
  const times = () => packs.flatMap((pack) => readdirSync(pack).map((name) => statSync(join(pack, name)).mtimeMs));
  const before = times();
  expect((await inProcess(['build', '--full'], folder)).code).toBe(0);
  const after = times();
  expect(after.length).toBeGreaterThan(0);
  expect(Math.min(...after)).toBeGreaterThan(Math.max(...before));
});

test('of two builds at once one is refused with a sentence', async () => {
  const folder = await builtOrganisation();
  appendFileSync(join(folder, 'content/issues/2025-kw33/01-open-prosoz-wesermarsch.md'), '\nEin Nachsatz.\n');
  const both = await Promise.all([kurrende(['build', '--full'], folder), kurrende(['build', '--full'], folder)]);
  expect(both.map(({ code }) => code).toSorted()).toEqual([0, 2]);
  const refused = both.find(({ code }) => code === 2);
  expect(refused?.err).toContain('Ein anderer Befehl baut oder zeigt gerade die Website');
  expect(refused?.err).not.toMatch(/^\s+at /m);
});

test('the help of a command loads nothing that makes sites', async () => {
  const { out } = await kurrende(['build', '--help'], organisation());
  expect(out).toContain('--no-compression');
});

test('what the Abo service was left is looked at, wherever it lies', async () => {
  const folder = await builtOrganisation();
  const env = { ABO_SITE: join(folder, 'anderswo', 'abo') };
  await kurrende(['build'], folder, env);
  expect((await kurrende(['build'], folder, env)).out).toContain('Nichts zu tun');
  rmSync(join(folder, 'anderswo/abo/facts.json'));
  expect((await kurrende(['build'], folder, env)).out).not.toContain('Nichts zu tun');
  expect(existsSync(join(folder, 'anderswo/abo/facts.json'))).toBe(true);
});

test('without a site there is nothing to be unchanged', async () => {
  const folder = await builtOrganisation();
  await inProcess(['build'], folder);
  rmSync(join(folder, 'dist'), { recursive: true });
  const { out } = await inProcess(['build'], folder);
  expect(out).not.toContain('Nichts zu tun');
  expect(existsSync(join(folder, 'dist', story))).toBe(true);
});
