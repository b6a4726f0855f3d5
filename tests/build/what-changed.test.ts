import { deserialize, serialize } from 'node:v8';
import { describe, expect, it } from 'vitest';
import type { Handed } from '../../src/build/compiled-pages.ts';
import { Dependencies, type KnownLooks } from '../../src/build/dependencies.ts';
import { day } from '../../src/model/day.ts';
import { type Files, library } from '../reader/sample-content.ts';
import { anotherIssue } from '../views/sample-page.ts';

const given = (files: Files): Handed => ({
  library: library(files, { today: '2027-01-01' }),
  today: day('2027-01-01'),
  commit: undefined,
});

/** Some five hundred articles: more than are noted singly. */
function many(changes: (number: number) => string = () => '', issues = 10): Files {
  const numbers = Array.from({ length: 50 }, (_, number) => number);
  const issue = (week: number) => {
    const articles = numbers.map((number) => {
      const nth = week * 50 + number;
      return [`${String(number + 1).padStart(2, '0')}-text-${nth}`, `title: Text ${nth}\n${changes(nth)}`];
    });
    return anotherIssue(`2024-kw${10 + week}`, 'publishedOn: 2024-06-06', Object.fromEntries(articles));
  };
  return Object.assign({}, ...Array.from({ length: issues }, (_, week) => issue(week)));
}

/** What two pages look at: one at the titles of all articles, one at the summary of the last. */
async function pagesOf(content: Handed, known?: KnownLooks) {
  const dependencies = new Dependencies(content, known);
  const titles = await dependencies.watch(async (handed) => handed.library.articles.map(({ title }) => title));
  const summary = await dependencies.watch(async (handed) => handed.library.articles.at(-1)?.summary);
  return { titles: titles.cells, summary: summary.cells, known: deserialize(serialize(dependencies.known())) };
}

async function changedAfter(before: Files, after: Files): Promise<{ titles: boolean; summary: boolean }> {
  const { titles, summary, known } = await pagesOf(given(before));
  const next = new Dependencies(given(after), known);
  return { titles: next.haveChanged(titles), summary: next.haveChanged(summary) };
}

describe('a page is made again', () => {
  it('where nothing changed not at all', async () => {
    expect(await changedAfter(many(), many())).toEqual({ titles: false, summary: false });
  });

  it('when the property of one thing changes of which it has looked at all', async () => {
    const after = many((nth) => (nth === 321 ? 'subtitle: Anders' : ''));
    expect(await changedAfter(many(), after)).toEqual({ titles: false, summary: false });
    const retitled = Object.fromEntries(
      Object.entries(many()).map(([file, text]) => [file, String(text).replace('title: Text 321\n', 'title: Neu\n')]),
    );
    expect(await changedAfter(many(), retitled)).toEqual({ titles: true, summary: false });
  });

  it('where one of them went once, not at every build from then on', async () => {
    const all = many();
    const fewer = Object.fromEntries(Object.entries(all).filter(([file]) => !file.includes('text-321')));
    const { known } = await pagesOf(given(all));
    const after = await pagesOf(given(fewer), known);
    const next = new Dependencies(given(fewer), after.known);
    expect([next.haveChanged(after.titles), next.haveChanged(after.summary)]).toEqual([false, false]);
    // It comes back.
    const again = new Dependencies(given(all), next.known());
    expect(again.haveChanged(after.titles)).toBe(true);
  });

  it('when there are more or fewer of them', async () => {
    expect(await changedAfter(many(), many(undefined, 11))).toMatchObject({ titles: true });
    expect(await changedAfter(many(undefined, 11), many())).toMatchObject({ titles: true });
  });

  it('when what it has looked at changes back, too', async () => {
    const short = anotherIssue('2025-kw20', 'publishedOn: 2025-05-15', { '01-a': 'title: A' });
    const longer = anotherIssue('2025-kw20', 'publishedOn: 2025-05-15', { '01-a': 'title: B' });
    const first = await pagesOf(given(short));
    const second = new Dependencies(given(longer), first.known);
    expect(second.haveChanged(first.titles)).toBe(true);
    const third = new Dependencies(given(short), deserialize(serialize(second.known())));
    expect([third.haveChanged(first.titles), third.haveChanged(first.summary)]).toEqual([true, false]);
  });

  it('when an article that it showed is gone, and when it is there again', async () => {
    const two = anotherIssue('2025-kw20', 'publishedOn: 2025-05-15', { '01-a': 'title: A', '02-b': 'title: B' });
    const one = { ...two, 'content/issues/2025-kw20/02-b.md': undefined };
    const first = await pagesOf(given(two));
    const second = new Dependencies(given(one), first.known);
    expect(second.haveChanged(first.titles)).toBe(true);
    const third = new Dependencies(given(two), deserialize(serialize(second.known())));
    expect(third.haveChanged(first.titles)).toBe(true);
  });

  it('as well where it is known of which issues texts were edited, and only these are compared', async () => {
    const { titles, summary, known } = await pagesOf(given(many()));
    const retitled = many((nth) => (nth === 321 ? 'title: Neu' : ''));
    const after = Object.fromEntries(
      Object.entries(retitled).map(([file, text]) => [file, String(text).replace('title: Text 321\n', '')]),
    );
    const edited = 'issue /ausgaben/2024/kw16/';
    const found = (isAsBefore?: (group: string) => boolean) => {
      const next = new Dependencies(given(after), deserialize(serialize(known)), isAsBefore);
      return [next.haveChanged(titles), next.haveChanged(summary), next.known().prints, next.known().orders];
    };
    expect(found((group) => group !== edited)).toEqual(found());
    expect(found()[0]).toBe(true);
    expect(found(() => true)[0]).toBe(false);
  });
});
