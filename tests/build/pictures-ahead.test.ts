import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type BegunPictures, beginPictures } from '../../src/build/pictures-ahead.ts';
import { openProject, openStore } from '../../src/build/project.ts';
import { titledIssues } from '../../src/images/jobs.ts';
import { pictureFolder } from '../../src/images/picture-folder.ts';
import { preparePictures } from '../../src/images/prepare.ts';
import { day } from '../../src/model/day.ts';
import type { Library } from '../../src/model/library.ts';
import { issueKey, thursdayOf, weeksIn } from '../../src/model/week.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import type { Reading } from '../../src/reader/read.ts';
import type { TellProgress } from '../../src/settings/progress.ts';
import type { Step } from '../../src/words/progress.ts';
import { article, type Files, index, inSite, like, projectWith, readIn, write } from '../reader/sample-content.ts';

/** Weeks of two and a half years up to the week before the sample's own. */
const weeks = [2023, 2024, 2025]
  .flatMap((year) => Array.from({ length: weeksIn(year) }, (_, at) => ({ year, week: at + 1 })))
  .filter(({ year, week }) => year < 2025 || week < 33);

const folderOf = (week: (typeof weeks)[number]) => `content/issues/${issueKey(week)}`;

/** An issue with an article for each of these weeks. */
function issues(of: typeof weeks): Files {
  const files = of.map((week) => ({
    ...like(index, `${folderOf(week)}/index.md`, `title: Woche ${week.week}\npublishedOn: ${thursdayOf(week)}`),
    ...like(article, `${folderOf(week)}/01-beitrag.md`, `title: Beitrag der Woche ${week.week}/${week.year}`),
  }));
  return Object.assign({}, ...files);
}

const at = { today: day('2025-09-01') };

const surroundingsOf = (root: string) => ({
  root,
  settings: {},
  now: Temporal.Instant.from('2025-09-01T10:00:00Z'),
  uuid: () => '',
  print: () => {},
  printError: () => {},
});

const begin = (root: string, progress?: TellProgress): Promise<BegunPictures | undefined> =>
  beginPictures({ ...surroundingsOf(root), progress }, contentOnDisk(root), at);

function shownIn({ library }: Reading): Library {
  if (!library) throw new Error('the content is not in order');
  return library;
}

/** What a reading shows of each article, to the last letter. */
const shown = (reading: Reading) =>
  shownIn(reading).articles.map(({ path, body, textVersion, title, words }) =>
    JSON.stringify([path, body, textVersion, title, words]),
  );

/** How many pictures of the project are still to be made. */
async function missing(root: string): Promise<number> {
  return preparePictures(shownIn(readIn(root)), await openStore(surroundingsOf(root)), { keptOnly: true });
}

function kept(root: string): [string, string][] {
  const folder = join(root, pictureFolder);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile() && !file.startsWith('originals-'))
    .map((file): [string, string] => [file, readFileSync(join(folder, file), 'latin1')])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

test('pictures of the newest issues are the ones that are wanted when everything has been read', async () => {
  const root = projectWith(issues(weeks));
  // An issue and its article each.
  expect(await missing(root)).toBe(2 * titledIssues);
  await (await begin(root))?.made;
  expect(await missing(root)).toBe(0);
  expect(await begin(root)).toBeUndefined();

  const other = projectWith(issues(weeks));
  await preparePictures(shownIn(readIn(other)), await openStore(surroundingsOf(other)));
  expect(kept(root)).toEqual(kept(other));
});

test('drafts and issues to come among the newest leave no picture to be made later', async () => {
  const root = projectWith(issues(weeks));
  for (const week of weeks.slice(-3)) {
    const draft = like(index, `${folderOf(week)}/index.md`, `publishedOn: ${thursdayOf(week)}\ndraft: true`);
    write(root, draft);
  }
  await (await begin(root))?.made;
  expect(await missing(root)).toBe(0);
});

test('another name of the site, which stands in each of them, has them begun anew', async () => {
  const root = projectWith(issues(weeks));
  await (await begin(root))?.made;
  write(root, inSite('title: Amtsblatt'));
  expect(await missing(root)).toBe(2 * titledIssues);
  await (await begin(root))?.made;
  expect(await missing(root)).toBe(0);
});

test('what was read for them is neither read again nor shown otherwise than without them', async () => {
  const root = projectWith(issues(weeks));
  /** Reads everything; `parsed` are the texts that nobody remembered. */
  const run = () => {
    let parsed = 0;
    const progress = (step: Step) => {
      parsed += Number(step === 'texts');
    };
    const reading = openProject({ ...surroundingsOf(root), progress })({ ...at, mode: 'publish' });
    return { ...reading, parsed };
  };
  const begun = await begin(root);
  // Files so young are looked into again, as they may change once more unseen.
  const [first, second] = [run(), run()];
  await begun?.made;
  rmSync(join(root, '.cache'), { recursive: true });
  const without = run();
  expect(second.parsed).toBe(0);
  // Of the newest folders each issue and its article, and what the site itself says.
  expect(without.parsed - first.parsed).toBeGreaterThanOrEqual(2 * titledIssues);
  for (const reading of [first, second]) {
    expect(shown(reading)).toEqual(shown(without));
    expect(reading.problems).toEqual(without.problems);
  }
});

test('few issues, and content of which nothing can be shown, begin none', async () => {
  expect(await begin(projectWith(issues(weeks.slice(-50))))).toBeUndefined();
  const broken = projectWith(issues(weeks));
  writeFileSync(join(broken, 'content/site.md'), 'kein Kopf');
  expect(await begin(broken)).toBeUndefined();
});

test('a store that cannot be used is for the build itself to say', async () => {
  const root = projectWith({ ...issues(weeks), [pictureFolder]: 'kein Ordner' });
  expect(await begin(root)).toBeUndefined();
});

test('pictures that nobody wants any more are not made to the end', async () => {
  const root = projectWith(issues(weeks));
  const begun = await begin(root);
  begun?.stop();
  await begun?.made;
  expect(await missing(root)).toBeGreaterThan(0);
});

test('of pictures that nobody wants any more nothing is told, also where some are made already', async () => {
  const root = projectWith(issues(weeks));
  let told = 0;
  const begun = await begin(root, () => {
    told += 1;
  });
  const before = told;
  // As while everything is read: there is no moment in which one could hear of them.
  const moment = new Int32Array(new SharedArrayBuffer(4));
  const folder = join(root, pictureFolder);
  const isMade = (name: string) => /^[0-9a-f]{12}$/.test(name);
  while (!(existsSync(folder) && readdirSync(folder).some(isMade))) Atomics.wait(moment, 0, 0, 20);
  begun?.stop();
  await begun?.made;
  expect(told).toBe(before);
});
