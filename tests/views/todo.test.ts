import { describe, expect, it } from 'vitest';
import { pageText } from '../../src/views/parts/text.ts';
import { missingInIssue, type Todo, todosHtml, todosOf, withTodos } from '../../src/views/parts/todo.ts';
import {
  article,
  type Files,
  inArticle,
  index,
  inIndex,
  issueFolder,
  projectWith,
  readIn,
} from '../reader/sample-content.ts';

function preview(files: Files) {
  const { library, problems } = readIn(projectWith(files), { mode: 'preview' });
  const [issue] = library?.issues ?? [];
  const [draft] = issue?.articles ?? [];
  if (!issue || !draft) throw new Error('the draft is not shown');
  return { issue, draft, problems };
}

/** The places of what is missing, by the part of the page that they stand at. */
function placesIn(files: Files): Record<string, string[]> {
  const { draft, problems } = preview(files);
  const { parts = {}, blocks = new Map() } = todosOf(draft, problems) ?? {};
  return Object.fromEntries(
    [...Object.entries(parts), ...blocks].map(([part, todos]) => [part, todos.map(({ place }: Todo) => place)]),
  );
}

describe('what is missing in a draft is marked at its place', () => {
  it('beside the parts of the page that show the field', () => {
    const fields =
      'title:\nsummary:\ntopics: [fehlt]\nimage: {file: fehlt.jpg, alt: Haus, licence: own, credit: Amt}\ntitel: x';
    expect(placesIn(inArticle(`${fields}\ndraft: true`))).toEqual({
      title: ['Zeile 3, Feld title'],
      lead: ['Zeile 5, Feld summary'],
      placement: ['Zeile 6, Feld topics[1]'],
      picture: ['Zeile 7, Feld image.file'],
      top: ['Zeile 8, Feld titel'],
    });
  });

  it('before the paragraph, list or box at its line', () => {
    const text =
      'Gut.\n\n[Der Plan](fehlt.pdf) liegt aus.\n\n- eins\n- <b>zwei</b>\n\n> **Hinweis**\n> [Die Satzung](nirgends.md)\n';
    expect(placesIn(inArticle('draft: true', text))).toEqual({ 1: ['Zeile 11'], 2: ['Zeile 14'], 3: ['Zeile 17'] });
  });

  it('before the picture in the text that a record is about', () => {
    const record = 'pictures: [{file: haus.png, credit: Amt, licence: own, consent: not-needed}]';
    const found = placesIn(inArticle(`${record}\ndraft: true`, 'Gut.\n\n![](haus.png)\n'));
    expect(found).toEqual({ 1: ['Zeile 6, Feld pictures[1].alt', 'Zeile 6, Feld pictures[1].file'] });
  });

  it('beside the field whose line can not be read, else at the top', () => {
    const head =
      '---\nid: tag:blatt.example,2025-08-14:erster-beitrag\nkind: news\nsummary: Wir: alle\ndraft: true\n---\n';
    expect(placesIn({ [article]: `${head}\nText.\n` })).toEqual({ lead: ['Zeile 4'] });
    expect(placesIn({ [article]: 'draft: true\n\nText.\n' })).toEqual({ top: ['Zeile 1'] });
  });

  it('with the whole message, in the text and beside it alike', () => {
    const { draft, problems } = preview(inArticle('draft: true', '[Die Satzung](fehlt.md) gilt.\n'));
    const todos = todosOf(draft, problems);
    const html = pageText(withTodos(draft.body, todos));
    expect(html).toContain('</strong> (Zeile 9). Gefunden: einen Link auf „fehlt.md“');
    expect(html).toContain('Erwartet: eine Seite dieser Website oder eine vollständige Adresse mit https://.');
    expect(html).toContain('Korrigieren Sie den Link.');
    expect(html.startsWith(todosHtml(todos?.blocks.get(0) ?? []))).toBe(true);
    expect(pageText(draft.body)).not.toContain('todo');
  });
});

describe('above an issue', () => {
  const listed = (files: Files) => {
    const { issue, problems } = preview(files);
    const { summary, entries = [] } = missingInIssue(issue, problems) ?? {};
    return [summary, ...entries.map(({ title, href, todo }) => `${title} → ${href ?? 'nowhere'}: ${todo.found}`)];
  };

  it('stands what is missing until it can come out, each with the way to its mark', () => {
    const files = { ...inIndex('draft: true\nlead:'), ...inArticle('summary:'), [`${issueFolder}/Notiz.md`]: 'x' };
    expect(listed(files)).toEqual([
      'Bis diese Ausgabe erscheinen kann, ist noch zu tun (3)',
      'Sommer im Rathaus → /ausgaben/2025/kw33/#noch-zu-tun-1: ein leeres Feld',
      'Das Rathaus hat neue Fenster → /ausgaben/2025/kw33/erster-beitrag/#noch-zu-tun-1: ein leeres Feld',
      expect.stringMatching(/^Notiz\.md → nowhere: /),
    ]);
  });

  it('what is missing in the drafts of one that is out', () => {
    const [summary, ...entries] = listed(inArticle('summary:\ndraft: true'));
    expect(summary).toBe('In Entwürfen dieser Ausgabe ist noch zu tun (1)');
    expect(entries).toHaveLength(1);
  });

  it('stands nothing where nothing is missing', () => {
    expect(listed(inIndex('draft: true'))).toEqual([undefined]);
    expect(index).toBe(`${issueFolder}/index.md`);
  });
});
