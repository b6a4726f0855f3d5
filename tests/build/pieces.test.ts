import { expect, test } from 'vitest';
import { Dependencies, type KnownLooks } from '../../src/build/dependencies.ts';
import type { KnownPieces } from '../../src/build/pieces.ts';
import { day } from '../../src/model/day.ts';
import type { Library } from '../../src/model/library.ts';
import { piece } from '../../src/model/remembered.ts';
import { type Files, library } from '../reader/sample-content.ts';
import { anotherIssue } from '../views/sample-page.ts';

/** Three articles with these titles. */
const titled = (...titles: string[]): Files =>
  anotherIssue(
    '2024-kw23',
    'publishedOn: 2024-06-06',
    Object.fromEntries(titles.map((title, index) => [`0${index + 1}-text-${index}`, `title: ${title}`])),
  );

interface Made {
  page: string;
  /** Titles that were written anew. */
  written: string[];
  pieces: KnownPieces | undefined;
  known: KnownLooks;
}

/** A list of the titles of all articles, each a part of it, where the page `before` lies there. */
async function listOf(files: Files, before?: Pick<Made, 'page' | 'pieces' | 'known'>): Promise<Made> {
  const content = library(files, { today: '2027-01-01' });
  const dependencies = new Dependencies(
    { library: content, today: day('2027-01-01'), commit: undefined },
    before?.known,
  );
  const written: string[] = [];
  const entry = (article: Library['articles'][number]) =>
    piece(article, () => {
      written.push(article.title);
      return `<li>${article.title}</li>`;
    });
  const there = before?.pieces && { pieces: before.pieces, bytes: Buffer.from(before.page) };
  const made = await dependencies.watch(
    async (given) => `${given.library.site.title} ${given.library.articles.map(entry).join('')}`,
    there,
  );
  const pieces = dependencies.placed(made.pieces, Buffer.from(made.result));
  return { page: made.result, written, pieces, known: dependencies.known() };
}

const titles = ['Straße frei', 'Brücke zu', 'Tür offen'];
const retitled = ['Straße frei', 'Brücke wieder auf', 'Tür offen'];

test('a part of a page is written anew where its article has changed, and else taken from the page', async () => {
  const first = await listOf(titled(...titles));
  expect(first.written).toEqual(expect.arrayContaining(titles));
  const second = await listOf(titled(...retitled), first);
  expect(second.written).toEqual(['Brücke wieder auf']);
  expect(second.page).toBe((await listOf(titled(...retitled))).page);
  const third = await listOf(titled(...retitled), second);
  expect(third.written).toEqual([]);
  expect(third.page).toBe(second.page);
});

test('the same page comes out where articles are new, gone, or in another order', async () => {
  const first = await listOf(titled(...titles));
  for (const next of [[...titles, 'Ganz neu'], titles.slice(1), titles.toReversed()]) {
    const files = titled(...next);
    expect((await listOf(files, first)).page).toBe((await listOf(files)).page);
  }
});

test('a page that shows its parts in another form keeps none', async () => {
  const { page, pieces, known } = await listOf(titled(...titles));
  expect(pieces?.begins).toHaveLength(page.match(/<li>/g)?.length ?? 0);
  const dependencies = new Dependencies(
    { library: library(titled(...titles)), today: day('2027-01-01'), commit: undefined },
    known,
  );
  const parts = [{ thing: 'article /a/', cells: 1, text: '<li>Straße frei</li>' }];
  expect(dependencies.placed(parts, Buffer.from(page.replaceAll('<li>', '<p>')))).toBeUndefined();
});
