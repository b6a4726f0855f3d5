import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { type PageWeight, pageWeight } from '../../bench/page-weight.ts';
import { sharedExample } from './build.ts';

/** Pages that have something to do beside being read. */
const working = ['/feeds/', '/suche/', '/abo/'];

let dist: string;
let weights: PageWeight[];
beforeAll(async () => {
  dist = join(await sharedExample(), 'dist');
  weights = globSync('**/*.html', { cwd: dist }).map((file) =>
    pageWeight(dist, `/${file.replaceAll('\\', '/').replace(/index\.html$/, '')}`),
  );
});

test('the heaviest article arrives whole, with its styles, in the first 14 kB of the connection', () => {
  const articles = weights.filter(({ path }) => /^\/ausgaben\/\d{4}\/kw[^/]+\/[^/]+\/$/.test(path));
  expect(articles.length).toBeGreaterThan(4);
  for (const { path, html, css } of articles) {
    expect(css).toBeGreaterThan(0);
    expect([path, html + css]).toEqual([path, expect.toSatisfy((bytes: number) => bytes <= 14_000)]);
  }
});

test('pages that are read hold no script at all', () => {
  const reading = weights.filter(({ path }) => !working.includes(path));
  expect(reading.length).toBeGreaterThan(20);
  expect(reading.filter(({ script }) => script > 0)).toEqual([]);
});

test('the search page brings its own script and nothing of the checks that an editor needs', () => {
  const search = weights.find(({ path }) => path === '/suche/');
  expect(search?.script).toBeGreaterThan(500);
  expect(search?.script).toBeLessThanOrEqual(3_000);
});

test('all fonts together weigh 90 kB at most', () => {
  const fonts = globSync('**/*.{woff2,woff,ttf,otf}', { cwd: dist }).map((file) => statSync(join(dist, file)).size);
  expect(fonts.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(90_000);
});
