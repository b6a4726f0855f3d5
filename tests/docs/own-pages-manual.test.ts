import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mainMenu } from '../../src/views/site/frame.ts';
import { library, problems } from '../reader/sample-content.ts';

const manual = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'redaktion.md'), 'utf8');
const [, chapter = ''] = /^## Eigene Seiten: content\/seiten\/\n(.*?)^## Suche$/ms.exec(manual) ?? [];

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
    expect([name, found]).toEqual([name, [name === 'impressum' ? 'imprintFile' : 'pageNameTaken']]);
  }
});
