import { expect, test } from 'vitest';
import { Dependencies, type KnownLooks } from '../../src/build/dependencies.ts';
import { day } from '../../src/model/day.ts';
import type { Library } from '../../src/model/library.ts';
import { recall, remembered } from '../../src/model/remembered.ts';
import { issueTeaser, teaser } from '../../src/views/article/teaser.ts';
import { article, inIndex, inText, library, replaced } from '../reader/sample-content.ts';

const watching = (content: Library, known?: KnownLooks) =>
  new Dependencies({ library: content, today: day('2026-01-31'), commit: undefined }, known);

/** A page that shows something of the library. */
const page = (dependencies: Dependencies, show: (library: Library) => unknown) =>
  dependencies.watch(async (given) => show(given.library));

const first = ({ issues }: Library) => issues[0]?.articles[0] ?? expect.fail();
const headline = (content: Library) => teaser(first(content));

/** Whether pages of the last build, made one after the other, are to be made again. */
async function areStale(pages: ((content: Library) => unknown)[], files: Parameters<typeof library>[0]) {
  const before = watching(library());
  const cells: Uint32Array[] = [];
  for (const show of pages) cells.push((await page(before, show)).cells);
  const now = watching(library(files), before.known());
  return cells.map((one) => now.haveChanged(one));
}

const title = replaced(article, 'Das Rathaus hat neue Fenster', 'Das Rathaus hat neue Türen');

test('every page that shows the same entry of a list is made again with it, the first as the second', async () => {
  expect(await areStale([headline, headline], title)).toEqual([true, true]);
});

test('an entry of a list does not change with the text of its article', async () => {
  expect(await areStale([headline, headline], inText('Ein anderer Text.\n'))).toEqual([false, false]);
  expect(await areStale([headline, (content) => first(content).body], inText('Ein anderer Text.\n'))).toEqual([
    false,
    true,
  ]);
});

test('what a page has looked at before, within or after something remembered counts once', async () => {
  const dependencies = watching(library());
  const issue = (content: Library) => content.issues[0] ?? expect.fail();
  const within = remembered((content: Library) => [headline(content), issueTeaser(issue(content))]);
  const show = (content: Library) => [first(content).title, within(content), headline(content)];
  const plain = await page(dependencies, (content) => [headline(content), issueTeaser(issue(content))]);
  const nested = await page(dependencies, show);
  for (const { cells } of [plain, nested]) expect(new Set(cells).size).toBe(cells.length);
  expect(await areStale([within, show, within], title)).toEqual([true, true, true]);
  expect(await areStale([within, show], inText('Ein anderer Text.\n'))).toEqual([false, false]);
  expect(await areStale([within, within], inIndex('title: Ein anderer Titel'))).toEqual([true, true]);
});

test('a remembered view is made once for each thing and key, and again where nobody remembers', async () => {
  const made: string[] = [];
  const make = (content: Library, key: string) => {
    made.push(key);
    return content.issues.length;
  };
  const show = (content: Library) => ['a', 'b', 'a'].map((key) => recall(content, make, key, () => make(content, key)));
  const dependencies = watching(library());
  await page(dependencies, show);
  await page(dependencies, show);
  expect(made).toEqual(['a', 'b']);
  show(library());
  expect(made).toEqual(['a', 'b', 'a', 'b', 'a']);
});

test('a view that breaks off leaves what follows to the page', async () => {
  const dependencies = watching(library());
  const broken = remembered((content: Library) => {
    throw new Error(first(content).title);
  });
  const tried = (content: Library) => {
    try {
      broken(content);
    } catch {
      // Shown without it.
    }
    return first(content).summary;
  };
  const { cells } = await page(dependencies, tried);
  const now = watching(
    library(replaced(article, 'Seit dieser Woche zieht es nicht mehr.', 'Es zieht.')),
    dependencies.known(),
  );
  expect(now.haveChanged(cells)).toBe(true);
});
