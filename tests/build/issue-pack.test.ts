import { readdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openIssuePack } from '../../src/build/issue-pack.ts';
import { day } from '../../src/model/day.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import type { IssueMemory } from '../../src/reader/issue-memory.ts';
import { createReader, type Reading, type ReadOptions } from '../../src/reader/read.ts';
import { article, inArticle, like, projectWith, terms, write } from '../reader/sample-content.ts';

const folder = 'content/issues/2025-kw33';
const withheld = 'withheld: Nicht geklärt., credit: Foto Muster, licence: stock-standard, alt: Ein Saal';
const event = (deadline: string) =>
  `kind: event\nevent:\n  start: 2025-10-01T10:00\n  place: Rathaus\n  registration:\n    url: https://anmeldung.example/5\n    text: Platz sichern\n    deadline: ${deadline}`;

type When = Partial<Omit<ReadOptions, 'today'>> & { today?: string };

/** All that a reading tells and shows, to the last letter. */
function told({ problems, library, withheld: missing, pictures, all, timed }: Reading): string {
  const shown = library?.issues.map(({ articles, body, ...issue }) => [
    issue,
    body,
    articles.map(({ issue: _, body: text, ...one }) => [one, text, one.textVersion]),
  ]);
  return JSON.stringify({ problems, missing, pictures, all, timed, shown, redirects: library?.redirects });
}

/**
 * Reads a project as a command does that ends after it, and expects it to be told and shown as by one that remembers
 * nothing. Returns the reading and the folders that were looked into anew.
 */
function run(project: string, { today = '2025-09-01', now, mode = 'publish' }: When = {}) {
  const options: ReadOptions = { today: day(today), now, mode };
  const pack = openIssuePack(join(project, '.cache/issues'), '1');
  const anew: string[] = [];
  const memory: IssueMemory = {
    find(name, state) {
      const found = pack.find(name, state);
      if (!found) anew.push(name);
      return found;
    },
    keep: (...kept) => pack.keep(...kept),
  };
  const reading = createReader(contentOnDisk(project), undefined, memory)(options);
  pack.save();
  expect(told(reading)).toBe(told(createReader(contentOnDisk(project))(options)));
  return { rules: reading.problems.map(({ rule }) => rule), library: reading.library, anew };
}

const otherIssue = {
  ...like('content/issues/2025-kw33/index.md', 'content/issues/2025-kw34/index.md', 'publishedOn: 2025-08-21'),
  ...like(
    article,
    'content/issues/2025-kw34/01-zweiter-beitrag.md',
    'title: Zwei\nrelated: [../2025-kw33/01-erster-beitrag.md]',
  ),
};

test('an issue that nobody touched is told and shown as before, without being looked into', () => {
  const project = projectWith({ ...inArticle(`image: {${withheld}}`), ...otherIssue });
  expect(run(project).anew).toEqual([folder, 'content/issues/2025-kw34']);
  expect(run(project).anew).toEqual([]);
});

test('an edited text has its own issue looked into, and the others know of its new title', () => {
  const project = projectWith(otherIssue);
  run(project);
  write(project, inArticle('title: Neue Türen'));
  const { anew, library } = run(project);
  expect(anew).toEqual([folder]);
  expect(library?.issues[0]?.articles[0]?.related).toMatchObject([{ title: 'Neue Türen' }]);
});

test('a file that comes beside the texts, another size of an attachment and a folder are noticed', () => {
  const attached = inArticle('attachments: [{file: plan.pdf, title: Ein Plan}]');
  const project = projectWith({ ...attached, [`${folder}/plan.pdf`]: '%PDF-1.7 eins' });
  run(project);
  write(project, { [`${folder}/plan.pdf`]: '%PDF-1.7 eins und zwei' });
  expect(run(project).library?.articles[0]?.attachments[0]?.bytes).toBe(22);
  write(project, { [`${folder}/fremd.pdf`]: '%PDF-1.7' });
  expect(run(project).rules).toContain('unusedFile');
  write(project, { [`${folder}/innen/notiz.txt`]: 'Notiz' });
  expect(run(project).rules).toContain('folderInIssue');
  rmSync(join(project, folder, 'plan.pdf'));
  expect(run(project).rules).toContain('fileNotFound');
});

test('the original of a withheld picture is shown when it comes, and no more when it goes', () => {
  const original = 'content/licensed/2025-kw33-erster-beitrag.jpg';
  const project = projectWith(inArticle(`image: {${withheld}}`));
  const shownOf = () => run(project).library?.articles[0]?.image?.original;
  expect(shownOf()).toBeUndefined();
  write(project, { [original]: 'jpeg' });
  expect(shownOf()).toBe(join(project, original));
  rmSync(join(project, original));
  expect(shownOf()).toBeUndefined();
});

test('a file that comes back under the other form of its umlauts is found where it lies then', () => {
  const [picture, plan, original] = [
    `${folder}/Bürgersaal.jpg`,
    `${folder}/Pläne.pdf`,
    'content/licensed/2025-kw33-erster-beitrag-türen.jpg',
  ];
  const fields = [
    'image: {file: Bürgersaal.jpg, alt: Ein Haus, credit: Foto Muster, licence: stock-standard}',
    'attachments: [{file: Pläne.pdf, title: Ein Plan}]',
    `pictures: [{file: türen.jpg, ${withheld}}]`,
  ];
  const project = projectWith({
    ...inArticle(fields.join('\n'), '![Türen](türen.jpg)\n'),
    ...{ [picture]: 'jpeg', [plan]: '%PDF-1.7 eins', [original]: 'jpeg' },
  });
  const shown = () => {
    const [article] = run(project).library?.articles ?? [];
    return [article?.image?.original, article?.attachments[0]?.location];
  };
  expect(shown()).toEqual([picture, plan].map((file) => join(project, file)));
  for (const file of [picture, plan]) renameSync(join(project, file), join(project, file.normalize('NFD')));
  expect(shown()).toEqual([picture, plan].map((file) => join(project, file.normalize('NFD'))));
  renameSync(join(project, original), join(project, original.normalize('NFD')));
  expect(run(project).anew).toEqual([folder]);
});

test('two issues that have the same name for an original are told of it, whichever of them is new', () => {
  const project = projectWith(inArticle(`pictures: [{file: saal.jpg, ${withheld}}]`, '![Saal](saal.jpg)\n'));
  expect(run(project).rules).not.toContain('originalShared');
  write(project, like(article, `${folder}/02-erster-beitrag-saal.md`, `image: {${withheld}}`));
  expect([run(project).rules, run(project).rules]).toEqual([
    expect.arrayContaining(['originalShared']),
    expect.arrayContaining(['originalShared']),
  ]);
});

test('a topic that gets another name or goes is seen in issues that nobody touched', () => {
  const project = projectWith(inArticle('topics: [soziales]'));
  run(project);
  write(project, { [terms]: 'topics:\n  - name: Neues Soziales\n    slug: soziales\n' });
  const renamed = run(project);
  expect([renamed.anew, renamed.library?.articles[0]?.topics[0]?.name]).toEqual([[], 'Neues Soziales']);
  write(project, { [terms]: 'topics:\n  - name: Recht\n    slug: recht\n' });
  expect(run(project).rules).toContain('unknownTerm');
});

test('what hangs on the day is looked for anew on another day, forward and back', () => {
  const image =
    'image: {file: haus.jpg, alt: Ein Haus, credit: Foto Muster, licence: stock-standard, expiresOn: 2025-09-10}';
  const project = projectWith({ ...inArticle(`${event('2025-09-05')}\n${image}`), [`${folder}/haus.jpg`]: 'jpeg' });
  const isOver = (today: string) => run(project, { today }).library?.articles[0]?.isRegistrationOver;
  expect([isOver('2025-09-05'), isOver('2025-09-06'), isOver('2025-09-05')]).toEqual([false, true, false]);
  expect(run(project, { today: '2025-09-11' }).rules).toContain('licenceExpired');
  expect(run(project, { today: '2025-09-10' }).rules).not.toContain('licenceExpired');
});

test('what is to come comes with its day and its time, and goes where the day is set back', () => {
  const project = projectWith({
    ...inArticle('publishedOn: 2025-08-15 10:00'),
    ...like(article, `${folder}/02-zweiter-beitrag.md`, 'publishedOn: 2025-08-16'),
  });
  const shownAt = (today: string, time = '23:00') => {
    const now = Temporal.PlainDateTime.from(`${today}T${time}`).toZonedDateTime('Europe/Berlin').toInstant();
    return run(project, { today, now }).library?.articles.map(({ slug }) => slug);
  };
  expect(shownAt('2025-08-14')).toEqual([]);
  expect(shownAt('2025-08-15', '09:59')).toEqual([]);
  expect(shownAt('2025-08-15', '10:00')).toEqual(['erster-beitrag']);
  expect(shownAt('2025-08-16')).toEqual(['zweiter-beitrag', 'erster-beitrag']);
  expect(shownAt('2025-09-20')).toEqual(['zweiter-beitrag', 'erster-beitrag']);
  expect(shownAt('2025-08-14')).toEqual([]);
});

test('a preview shows drafts, and a build after it none', () => {
  const project = projectWith(inArticle('draft: true'));
  const count = (mode: 'preview' | 'publish') => run(project, { mode }).library?.articles.length;
  expect([count('publish'), count('preview'), count('publish')]).toEqual([0, 1, 0]);
});

test('a damaged memory is as good as none', () => {
  const project = projectWith();
  run(project);
  const [name = ''] = readdirSync(join(project, '.cache/issues'));
  truncateSync(join(project, '.cache/issues', name), 60);
  expect(run(project).anew).toEqual([folder]);
  writeFileSync(join(project, '.cache/issues', name), 'kein Gedächtnis');
  expect(run(project).anew).toEqual([folder]);
});
