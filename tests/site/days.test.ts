import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, buildExample, textOf, uncompressed } from './build.ts';

const article = '/ausgaben/2026/kw47/feeds-ohne-xslt/';

/** Files of the search engine, named by their content; tests/site/search-index.test.ts reads them. */
const isSearchIndex = (path: string) => path.startsWith('/pagefind/');

/** The XSLT article of 2026/47 is dated some days after its issue. */
function dateIt(content: string): void {
  const file = join(content, 'issues/2026-kw47/01-feeds-ohne-xslt.md');
  writeFileSync(file, readFileSync(file, 'utf8').replace('kind: news', 'kind: news\npublishedOn: 2026-11-22'));
}

describe('the day decides', () => {
  let before: BuiltSite;
  let after: BuiltSite;
  let again: BuiltSite;
  beforeAll(async () => {
    before = await buildExample('2026-11-21', dateIt);
    after = await buildExample('2026-11-22', dateIt);
    again = await buildExample('2026-11-22', dateIt, { fromNothing: true });
  });

  test('two builds of one content on one day are the same to the byte', () => {
    expect([...again.keys()]).toEqual([...after.keys()]);
    for (const [path, bytes] of after) expect([path, again.get(path)?.equals(bytes)]).toEqual([path, true]);
  });

  test('the day before lacks the article and nothing else', () => {
    const [early, late] = [uncompressed(before), uncompressed(after)];
    // It is the only one of its topic, which therefore has a feed from this day on.
    const added = [...late.keys()].filter((path) => !early.has(path));
    expect(added.filter((path) => !isSearchIndex(path))).toEqual([
      `${article}index.html`,
      expect.stringMatching(/^\/bilder\/\w+-1200\.jpg$/),
      '/themen/feeds/rss.xml',
    ]);
    const lost = [...early.keys()].filter((path) => !late.has(path));
    expect(lost.filter((path) => !isSearchIndex(path))).toEqual([]);
    for (const [path, bytes] of early) {
      expect([path, bytes.includes('feeds-ohne-xslt')]).toEqual([path, false]);
    }
    const changed = [...late]
      .filter(([path]) => !isSearchIndex(path))
      .filter(([path, bytes]) => early.has(path) && !early.get(path)?.equals(bytes));
    const unrelated = changed.filter(([, bytes]) => !bytes.includes('feeds-ohne-xslt'));
    // Lists that name the topic or its feed without the article.
    const lists = /^\/(?:themen|verfahren|feeds)\/|^\/feed\/feeds\.opml$/;
    expect(unrelated.map(([path]) => path).filter((path) => !lists.test(path))).toEqual([]);
  });

  test('the feed says when the content changed, not when it was built', () => {
    expect(textOf(after, '/feed/rss.xml')).toContain('<lastBuildDate>Sun, 22 Nov 2026');
    expect(textOf(before, '/feed/rss.xml')).toContain('<lastBuildDate>Thu, 19 Nov 2026');
  });
});
