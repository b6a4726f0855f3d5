import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownPageSchema } from '../../src/model/own-page.ts';
import { mainMenu } from '../../src/views/site/frame.ts';
import { library, problems } from '../reader/sample-content.ts';
import { allowedWords, fieldsOf } from './schema-fields.ts';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'redaktion.md'), 'utf8');
const [, chapter = ''] = /^## Eigene Seiten: content\/seiten\/\n(.*?)^## Suche$/ms.exec(manual) ?? [];
const rows = [...chapter.matchAll(/^\| `(\w+)` \| (.*) \| (ja|nein) \|$/gm)].map(([, name, what, needed]) => ({
  name,
  what,
  needed,
}));

test('the example of a page passes the check and becomes the page that the manual says', () => {
  const [, page = ''] = /^```yaml\n(.*?)^```$/ms.exec(chapter) ?? [];
  const [, file = '', address] = /Aus `(content\/seiten\/[^`]+)` wird `([^`]+)`/.exec(chapter) ?? [];
  const today = { today: '2026-11-24' };
  const about = problems({ [file]: page }, today).filter((problem) => problem.file === file);
  expect(about).toEqual([]);
  expect(library({ [file]: page }, today).pages).toMatchObject([
    { path: address, title: 'Über uns', showIn: 'footer' },
  ]);
});

test('the table names every field of a page, whether it is needed, and every word that may stand there', () => {
  const fields = fieldsOf(ownPageSchema);
  expect(rows.map(({ name, needed }) => [name, needed])).toEqual(
    fields.map(({ path, isRequired }) => [path, isRequired ? 'ja' : 'nein']),
  );
  for (const { path, schema } of fields) {
    const what = rows.find(({ name }) => name === path)?.what;
    for (const word of allowedWords(schema))
      expect([path, what]).toEqual([path, expect.stringContaining(`\`${word}\``)]);
  }
});

test('the place in the menu is the one that the manual says', () => {
  const page = '---\ntitle: Mitmachen\ndescription: Kurz.\nshowIn: menu\n---\n\nText.\n';
  const texts = mainMenu('/', library({ 'content/seiten/mitmachen.md': page })).map(({ text }) => text);
  const [, before] = /`menu`: ein Link oben auf jeder Seite, vor „([^“]+)“/.exec(chapter) ?? [];
  expect(texts[texts.indexOf('Mitmachen') + 1]).toBe(before);
});

test('names that the manual calls taken are refused', () => {
  const [, list = ''] = /was die Website selbst braucht \((.*?)\)/.exec(chapter) ?? [];
  const names = [...list.matchAll(/`([\w-]+)`/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(3);
  for (const name of names) {
    const file = `content/seiten/${name}.md`;
    const found = problems({ [file]: '---\ntitle: A\ndescription: B.\n---\n\nC.\n' }).map(({ rule }) => rule);
    expect([name, found]).toEqual([name, ['pageNameTaken']]);
  }
});
