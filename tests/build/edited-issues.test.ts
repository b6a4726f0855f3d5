import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openIssuePack } from '../../src/build/issue-pack.ts';
import { noteLibrary, readLibrary } from '../../src/build/known-library.ts';
import { openTextPack } from '../../src/build/text-pack.ts';
import { day } from '../../src/model/day.ts';
import type { Library } from '../../src/model/library.ts';
import type { Problem } from '../../src/model/problem.ts';
import { readEdited } from '../../src/reader/edited-issues.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import { createReader } from '../../src/reader/read.ts';
import { article, type Files, inArticle, index, like, projectWith, write } from '../reader/sample-content.ts';

const at = { today: day('2025-09-01') };
const picture = (name: string) => `file: ${name}.jpg, alt: Ein Haus, credit: Foto Muster, licence: stock-standard`;
const second = 'content/issues/2025-kw34/01-zweiter-beitrag.md';

/** Three issues that name each other, with pictures, corrections, a draft and a warning. */
const content = (): Files => ({
  ...inArticle(`title: Eins\nimage: {${picture('haus')}}\nrelated: [../2025-kw34/01-zweiter-beitrag.md]`),
  'content/issues/2025-kw33/haus.jpg': 'jpeg',
  ...like(index, 'content/issues/2025-kw34/index.md', 'publishedOn: 2025-08-21'),
  ...like(
    article,
    second,
    'title: Zwei\nrelated: [../2025-kw33/01-erster-beitrag.md]\nupdatedOn: 2025-08-25\ncorrection: Es war anders.',
    'Mehr steht [dort](/ausgaben/2025/kw33/erster-beitrag/) und [unten](https://muster.example/).\n',
  ),
  ...like(article, 'content/issues/2025-kw34/02-dritter-beitrag.md', 'title: Drei\ntopics: [soziales]'),
  ...like(index, 'content/issues/2025-kw35/index.md', 'publishedOn: 2025-08-28'),
  ...like(article, 'content/issues/2025-kw35/01-vierter-beitrag.md', 'title: Vier', '## Ein Kapitel\n\nText.\n'),
  ...like(article, 'content/issues/2025-kw35/02-entwurf.md', 'title: Ein Entwurf\ndraft: true'),
});

/** All that is told and shown, to the last letter. */
function told({ library, problems }: { library?: Library; problems: Problem[] }): string {
  const names = (things: readonly { path: string }[] | undefined) => things?.map(({ path }) => path);
  const groups = (map: ReadonlyMap<unknown, readonly { path: string }[]> = new Map()) =>
    [...map].map(([key, things]) => [key, names(things)]);
  const shown = library?.issues.map(({ articles, body, ...issue }) => [
    ...[issue, body, library.newer.get(issue as never)?.path],
    articles.map(({ issue: { path }, body: text, ...one }) => [path, one, text, one.textVersion]),
  ]);
  const { site, legal, pages, years, articles, redirects } = library ?? {};
  return JSON.stringify([
    ...[problems, shown, site, legal, pages, years, names(articles), redirects],
    ...[groups(library?.byTopic), groups(library?.issuesOf), groups(library?.articlesOf)],
    library?.corrections.map(({ article: { title }, ...one }) => [title, one]),
    [...(library?.correctionsIn ?? [])].map(([{ path }, some]) => [path, some.map((one) => one.article.title)]),
  ]);
}

/** The keys of the issues of files. */
const keysOf = (files: Files) => [...new Set(Object.keys(files).map((file) => file.split('/')[2] ?? ''))];

/** What is read after an edit of texts, and the texts that were looked into for it. */
function afterEdit(before: Files, edited: Files) {
  const project = projectWith(before);
  mkdirSync(join(project, '.cache'));
  // In the place of what a build knows of its site.
  writeFileSync(join(project, '.cache/site-state'), Buffer.alloc(64));
  const open = () => ({
    texts: openTextPack(join(project, '.cache/texts'), '1'),
    issues: openIssuePack(join(project, '.cache/issues'), '1'),
  });
  const first = open();
  const reading = createReader(contentOnDisk(project), first.texts, first.issues)({ ...at, mode: 'publish' });
  for (const memory of [first.texts, first.issues]) memory.save();
  const built = { asked: 'a build', content: { paths: [''], numbers: new Float64Array(4) } };
  noteLibrary(project, built, reading, (path) => path);
  write(project, edited);
  const known = readLibrary(project, built);
  if (!known) throw new Error('nothing is known of the library');
  const { texts, issues } = open();
  const looked = new Set<string>();
  const find: typeof texts.find = (file) => {
    looked.add(file);
    return texts.find(file);
  };
  const found = readEdited(contentOnDisk(project), { ...texts, find }, issues, at, known, keysOf(edited));
  const afterReading = [...looked].filter((file) => file.startsWith('content/issues/'));
  const all = createReader(contentOnDisk(project))({ ...at, mode: 'publish' });
  return { found, afterReading, all, known, project, built, open };
}

const passage = (file: string, from: string | RegExp, to: string): Files => {
  const text = String(content()[file]);
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  return { [file]: changed };
};
const last = 'content/issues/2025-kw34/02-dritter-beitrag.md';

test.each<[string, Files]>([
  ['its text', passage(last, /$/, '\nEin Nachsatz.\n')],
  ['its title and summary', passage(last, /title: .*\n/, 'title: Ein neuer\n')],
  ['the editorial', passage('content/issues/2025-kw34/index.md', /$/, '\nEin Nachsatz.\n')],
  ['what only the text says', passage(last, 'title: Drei', 'title: Drei\nsubtitle: Darunter')],
  ['a title with marks, of which it is warned', passage(last, 'title: Drei', 'title: Drei **fett**')],
])('where an edit changes %s, all is told and shown as by a reading of everything', (_, edited) => {
  const { found, all, afterReading } = afterEdit(content(), edited);
  expect(found && told(found)).toBe(told(all));
  expect(afterReading.every((file) => file.includes('/2025-kw34/'))).toBe(true);
});

test.each<[string, Files]>([
  ['the title of an article that others name', passage(article, 'title: Eins', 'title: Neu')],
  ['where a link leads', passage(second, 'https://muster.example/', '/ausgaben/')],
  ['a heading within the page', passage(last, /$/, '\n[Dorthin](#nirgends)\n')],
  ['its topics', passage(last, 'topics: [soziales]', 'topics: []')],
  ['that it is a draft', passage(last, 'title: Drei', 'title: Drei\ndraft: true')],
  ['that it is withdrawn', passage(last, 'title: Drei', 'title: Drei\nwithdrawn: Es stimmte nicht.')],
  ['what was put right', passage(second, 'Es war anders.', 'Es war ganz anders.')],
  ['its day', passage(last, 'title: Drei', 'title: Drei\npublishedOn: 2025-08-22')],
  ['the id', passage(last, /id: .*/, 'id: tag:blatt.example,2025:anders')],
  ['an address of before', passage(last, 'title: Drei', 'title: Drei\nformerAddresses: [/alt/]')],
  ['an issue with a draft', passage('content/issues/2025-kw35/01-vierter-beitrag.md', 'title: Vier', 'title: Fünf')],
  ['that it is in order', passage(last, 'title: Drei', 'titel: Drei')],
])('where an edit changes %s, everything is read', (_, edited) => {
  expect(afterEdit(content(), edited).found).toBeUndefined();
});

test('an edit that follows another finds the titles of that one', () => {
  const titled = 'content/issues/2025-kw34/index.md';
  const { found, known, project, built, open } = afterEdit(
    content(),
    passage(titled, /title: .*/, 'title: Neuer Titel'),
  );
  if (!found) throw new Error('everything was read');
  known.note(built, found.problems, found.edited, (path) => path);
  const edited = passage('content/issues/2025-kw33/01-erster-beitrag.md', /$/, '\nEin Nachsatz.\n');
  write(project, edited);
  const before = readLibrary(project, built);
  const { texts, issues } = open();
  const next = before && readEdited(contentOnDisk(project), texts, issues, at, before, keysOf(edited));
  expect(next && told(next)).toBe(told(createReader(contentOnDisk(project))({ ...at, mode: 'publish' })));
  expect(next?.library.issues.map(({ title }) => title)).toContain('Neuer Titel');
});

test('what is known belongs to one build, of one content, and to the site that it left', () => {
  const { project } = afterEdit(content(), passage(last, /$/, '\nEin Nachsatz.\n'));
  const states = { paths: [''], numbers: new Float64Array(4) };
  expect(readLibrary(project, { asked: 'a build', content: states })).toBeDefined();
  expect(readLibrary(project, { asked: 'another', content: states })).toBeUndefined();
  const changed = { paths: [''], numbers: Float64Array.of(1, 0, 0, 0) };
  expect(readLibrary(project, { asked: 'a build', content: changed })).toBeUndefined();
  writeFileSync(join(project, '.cache/site-state'), Buffer.alloc(64, 1));
  expect(readLibrary(project, { asked: 'a build', content: states })).toBeUndefined();
});
