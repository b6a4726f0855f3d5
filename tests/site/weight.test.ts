import { globSync } from 'node:fs';
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

test('the heaviest article, KW 33 too, weighs 10 kB at most with its styles', () => {
  const articles = weights.filter(({ path }) => /^\/ausgaben\/\d{4}\/kw[^/]+\/[^/]+\/$/.test(path));
  expect(articles.length).toBeGreaterThan(4);
  expect(articles.map(({ path }) => path)).toContain('/ausgaben/2025/kw33/open-prosoz-wesermarsch/');
  for (const { path, html, css } of articles) {
    expect(css).toBeGreaterThan(0);
    expect([path, html + css]).toEqual([path, expect.toSatisfy((bytes: number) => bytes <= 10_000)]);
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
