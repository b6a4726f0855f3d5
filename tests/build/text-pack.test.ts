import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTextPack } from '../../src/build/text-pack.ts';
import { day } from '../../src/model/day.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import { createReader, type Reading } from '../../src/reader/read.ts';
import { article, inText, like, projectWith, terms, write } from '../reader/sample-content.ts';

const other = 'content/issues/2025-kw34/01-zweiter-beitrag.md';
const otherIssue = {
  ...like('content/issues/2025-kw33/index.md', 'content/issues/2025-kw34/index.md', 'publishedOn: 2025-08-21'),
  ...like(article, other, 'title: Zwei'),
};

/** Reads a project as a command does that ends after it; `parsed` are the texts that nobody remembered. */
function run(project: string, version = '1'): Reading & { parsed: number; told: string[] } {
  let parsed = 0;
  const pack = openTextPack(join(project, '.cache/texts'), version, () => {
    parsed += 1;
  });
  const reading = createReader(contentOnDisk(project), pack)({ today: day('2025-09-01'), mode: 'publish' });
  pack.save();
  return { ...reading, parsed, told: reading.problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`) };
}

/** What one reading shows of an article, to the last letter. */
function shown({ library }: Reading, slug: string): string {
  const found = library?.articles.find((one) => one.slug === slug);
  return JSON.stringify([found?.body, found?.textVersion, found?.title, found?.words]);
}

test('what is remembered is told and shown as on the first time', async () => {
  const project = projectWith({
    ...inText('## Anlass\n\nSiehe [hier oben](#anlass), [dort](#nichts) und [weg](/weg/).\n\nDas TMG gilt.\n'),
    ...otherIssue,
  });
  const first = run(project);
  // Files so young are looked into again, as they may change once more unseen.
  await new Promise((resolve) => setTimeout(resolve, 150));
  const [second, third] = [run(project), run(project)];
  expect([first.parsed > 5, second.parsed, third.parsed]).toEqual([true, 0, 0]);
  expect(first.told).toEqual([
    `${article}:10 anchorNotFound`,
    `${article}:10 linkNotFound`,
    `${article}:12 lawOutOfDate`,
  ]);
  expect([second.problems, third.problems]).toEqual([first.problems, first.problems]);
  expect(shown(third, 'zweiter-beitrag')).toBe(shown(first, 'zweiter-beitrag'));
});

test('a link in a text that nobody touched is told when its target goes, and no more when it comes back', () => {
  const project = projectWith({ ...inText('Siehe [dort](../2025-kw34/01-zweiter-beitrag.md).\n'), ...otherIssue });
  expect(run(project).told).toEqual([]);
  const linked = shown(run(project), 'erster-beitrag');
  expect(linked).toContain('/ausgaben/2025/kw34/zweiter-beitrag/');

  const text = readFileSync(join(project, other));
  rmSync(join(project, other));
  const without = run(project);
  expect([without.told, without.parsed]).toEqual([[`${article}:8 linkNotFound`], 0]);

  writeFileSync(join(project, other), text);
  const again = run(project);
  expect([again.told, shown(again, 'erster-beitrag')]).toEqual([[], linked]);
});

test('a link in a text that nobody touched is told when its target is a draft again', () => {
  const project = projectWith({ ...inText('Siehe [dort](/ausgaben/2025/kw34/zweiter-beitrag/).\n'), ...otherIssue });
  expect(run(project).told).toEqual([]);
  write(project, like(article, other, 'title: Zwei\ndraft: true'));
  expect(run(project).told).toEqual([`${article}:8 linkToHidden`]);
});

test('a text that nobody touched is told of when its topic goes, and every mistake in the terms each time', () => {
  const project = projectWith({ ...like(article, article, 'topics: [soziales]') });
  expect(run(project).told).toEqual([]);
  writeFileSync(join(project, terms), 'topics:\n  - name: Recht\n    slug: recht\n    farbe: rot\n');
  const told = [`${terms}:4 unknownField`, `${article}:6 unknownTerm`];
  expect([run(project).told.toSorted(), run(project).told.toSorted()]).toEqual([told.toSorted(), told.toSorted()]);
});

test('another version of the product and a damaged file remember nothing', () => {
  const project = projectWith();
  const { parsed } = run(project);
  expect([run(project).parsed, run(project, '2').parsed]).toEqual([0, parsed]);
  truncateSync(join(project, '.cache/texts/texts-since'), 100);
  expect(run(project, '2').parsed).toBe(parsed);
  appendFileSync(join(project, article), '\nEin Nachsatz.\n');
  expect(run(project, '2').parsed).toBe(1);
});

test('what readings that were killed left is cleared away by the next one, and nothing of one that still runs', () => {
  const project = projectWith(otherIssue);
  run(project);
  const texts = join(project, '.cache/texts');
  const { pid: ended } = spawnSync(process.execPath, ['--version']);
  const names = { ended: `unfinished-${ended}`, running: `unfinished-${process.ppid}`, foreign: 'unfinished-fremd' };
  for (const name of Object.values(names)) writeFileSync(join(texts, name), 'ein halber Text');
  appendFileSync(join(project, article), '\nNoch ein Satz.\n');
  expect(run(project).parsed).toBe(1);
  const left = readdirSync(texts).filter((name) => name.startsWith('unfinished-'));
  expect(left.sort()).toEqual([names.running, names.foreign].sort());
});
