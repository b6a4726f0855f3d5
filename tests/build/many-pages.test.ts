import { hash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, inject, test } from 'vitest';
import { generateArchive } from '../../bench/generate.ts';
import { mostTogether } from '../../src/build/make-pages.ts';
import { leastIssues } from '../../src/build/pictures-ahead.ts';
import { kurrende } from '../cli/command-line.ts';

const product = join(import.meta.dirname, '..', '..');

/** Few articles an issue: those of the newest get a picture each. */
const [issues, perIssue] = [260, 1];

/** As many of the newest issues make fewer pages than are made otherwise, and so do the others. */
const newest = 100;

/** A file of a built site: a hash of its bytes, and when it was changed last. */
interface SiteFile {
  bytes: string;
  time: number;
}

type SiteFiles = Map<string, SiteFile>;

class Archive {
  readonly root = mkdtempSync(join(inject('folderOfTheRun'), 'many-pages-'));
  readonly #issues = join(this.root, 'content/issues');

  constructor() {
    generateArchive(this.root, issues * perIssue, product, ['soziales', 'it-betrieb', 'recht'], perIssue);
  }

  /** Does something while the older issues are away. */
  async withoutOlder<Result>(work: () => Promise<Result>): Promise<Result> {
    const older = readdirSync(this.#issues).sort().slice(0, -newest);
    const away = mkdtempSync(join(this.root, 'older-'));
    for (const name of older) renameSync(join(this.#issues, name), join(away, name));
    const result = await work();
    for (const name of older) renameSync(join(away, name), join(this.#issues, name));
    return result;
  }

  call(title: string): void {
    const site = join(this.root, 'content/site.md');
    writeFileSync(site, readFileSync(site, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
  }

  /** Builds the site. Returns its files. */
  async build(): Promise<SiteFiles> {
    const { code, err } = await kurrende(['build'], this.root);
    expect([code, err]).toEqual([0, expect.not.stringContaining('Fehler')]);
    const dist = join(this.root, 'dist');
    const names = readdirSync(dist, { recursive: true, encoding: 'utf8' }).sort();
    const states = names.map((name) => ({ name, state: statSync(join(dist, name)) }));
    return new Map(
      states
        .filter(({ state }) => state.isFile())
        .map(({ name, state }) => [
          name,
          { bytes: hash('sha256', readFileSync(join(dist, name))), time: state.mtimeMs },
        ]),
    );
  }
}

const isMade = (name: string) => !/\.(?:br|gz)$|^(?:pagefind|bilder|_astro)\//.test(name);

/** How many pages, feeds and the like are otherwise than before. */
const made = (before: SiteFiles, after: SiteFiles) =>
  [...after].filter(([name, { bytes }]) => isMade(name) && before.get(name)?.bytes !== bytes).length;

const bytesOf = (files: SiteFiles) => Object.fromEntries([...files].map(([name, { bytes }]) => [name, bytes]));

/** Compressed files that lack the time of the file that they are of. */
const untimely = (files: SiteFiles) =>
  [...files].filter(
    ([name, { time }]) => /\.(?:br|gz)$/.test(name) && Math.abs((files.get(name.slice(0, -3))?.time ?? 0) - time) > 1,
  );

/** Files that were written again with the bytes that they had. */
const rewritten = (before: SiteFiles, after: SiteFiles) =>
  [...after].filter(([name, { bytes, time }]) => before.get(name)?.bytes === bytes && before.get(name)?.time !== time);

/** The same site twice: made all at once and then with another title, and made in two parts and then with the title before. */
async function builtTwice() {
  const one = new Archive();
  one.call('Erstes Blatt');
  const first = await one.build();
  one.call('Zweites Blatt');
  const second = await one.build();
  const other = new Archive();
  other.call('Zweites Blatt');
  const part = await other.withoutOlder(() => other.build());
  const inParts = await other.build();
  other.call('Erstes Blatt');
  return { first, second, part, inParts, again: await other.build() };
}

test('a site of many pages that are made together is the one that is made of a few at a time', async () => {
  const { first, second, part, inParts, again } = await builtTwice();
  expect(issues).toBeGreaterThan(leastIssues);
  expect(newest).toBeLessThan(leastIssues);
  for (const few of [made(new Map(), part), made(part, inParts)]) expect(few).toBeLessThan(mostTogether);
  for (const many of [made(new Map(), first), made(first, second), made(inParts, again)]) {
    expect(many).toBeGreaterThan(mostTogether);
  }

  expect(bytesOf(second)).toEqual(bytesOf(inParts));
  expect(bytesOf(again)).toEqual(bytesOf(first));
  expect([first, second, inParts, again].flatMap(untimely)).toEqual([]);
  expect([rewritten(first, second), rewritten(part, inParts), rewritten(inParts, again)].flat()).toEqual([]);
}, 600_000);
