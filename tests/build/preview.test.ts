import { globSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { describeChanges, openPreview, type Preview } from '../../src/build/preview.ts';
import { day } from '../../src/model/day.ts';
import { organisation } from '../cli/command-line.ts';
import { photograph } from '../images/photograph.ts';
import {
  article,
  inArticle,
  index,
  issueFolder,
  like,
  projectWith,
  site,
  terms,
  write,
} from '../reader/sample-content.ts';
import { until } from '../until.ts';

const settings = { BUILD_DATE: day('2025-09-01') };

interface Watched {
  project: string;
  preview: Preview;
  printed: () => string;
  reloads: () => number;
}

async function watched(files: Parameters<typeof projectWith>[0] = {}): Promise<Watched> {
  const project = projectWith(files);
  let said = '';
  let reloads = 0;
  const surroundings = {
    root: project,
    settings,
    now: Temporal.Instant.from('2025-09-01T10:00:00Z'),
    uuid: () => '',
    print: (text: string) => {
      said += `${stripVTControlCharacters(text)}\n`;
    },
    printError: () => {},
  };
  const preview = openPreview(0, surroundings);
  onTestFinished(
    await describeChanges(preview, () => {
      reloads += 1;
    }),
  );
  // Files so young are looked at each time: what is remembered is what is to be tested.
  await wait(200);
  preview.changed([]);
  await preview.reading();
  return { project, preview, printed: () => said, reloads: () => reloads };
}

/** What a preview shows, and what is said of it, from nothing: by one that has just been opened. */
async function fromNothing({ preview }: Watched) {
  const fresh = openPreview(0, { ...preview.surroundings, settings });
  return whatIs(fresh);
}

async function whatIs(preview: Preview) {
  const { library, problems } = await preview.reading();
  return {
    problems: problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`),
    titles: library?.issues.map(({ title, articles }) => [title, ...articles.map(({ path, title }) => path + title)]),
    texts: library?.articles.map(({ body }) => JSON.stringify(body)),
    terms: library?.terms,
    site: library?.site.title,
    told: await preview.describe(),
  };
}

const edit = (project: string, file: string, change: (text: string) => string) =>
  writeFileSync(join(project, file), change(readFileSync(join(project, file), 'utf8')));

const inIssue = (name: string) => `${issueFolder}/${name}`;

const second = inIssue('02-zweiter-beitrag.md');

const changes: Record<string, (project: string) => void> = {
  'a text': (project) => edit(project, article, (text) => `${text}\nNoch ein Absatz.\n`),
  'a title, saved beside and put in its place': (project) => {
    const beside = join(project, inIssue('.01.swp'));
    writeFileSync(beside, readFileSync(join(project, article), 'utf8').replace(/title: .*/, 'title: Anders'));
    renameSync(beside, join(project, article));
  },
  'a link to nowhere': (project) => edit(project, article, (text) => `${text}\nSiehe [dort](/gibt-es-nicht/).\n`),
  'a new article': (project) => write(project, like(article, second, 'title: Zwei')),
  'a renamed article': (project) =>
    renameSync(join(project, article), join(project, inIssue('01-unter-anderem-namen.md'))),
  'an article that is gone': (project) => rmSync(join(project, article)),
  'a new issue': (project) =>
    write(project, {
      ...like(index, 'content/issues/2025-kw34/index.md', 'publishedOn: 2025-08-21'),
      ...like(article, 'content/issues/2025-kw34/01-neu.md', 'title: Neu'),
    }),
  'a renamed issue': (project) => renameSync(join(project, issueFolder), join(project, 'content/issues/2025-kw32')),
  'an issue that is gone': (project) => rmSync(join(project, issueFolder), { recursive: true }),
  'terms.yaml': (project) => rmSync(join(project, terms), { force: true }),
  'site.md': (project) => edit(project, site, (text) => text.replace('title: Blatt', 'title: Bote')),
  'a page of the house': (project) =>
    write(project, { 'content/seiten/wir.md': '---\ntitle: Wir\ndescription: Wer wir sind.\n---\n\nGuten Tag.\n' }),
  'a file that nobody names': (project) => write(project, { [inIssue('foto.jpg')]: 'kein Bild' }),
};

test.each(Object.entries(changes))(
  '%s: the preview shows and tells what one opened afterwards does',
  async (_, change) => {
    const running = await watched();
    const before = await whatIs(running.preview);
    const reloads = running.reloads();
    change(running.project);
    await until(() => running.reloads() > reloads);
    // Whatever of it is told a moment later.
    await wait(100);
    const after = await whatIs(running.preview);
    expect(after).toEqual(await fromNothing(running));
    expect(after).not.toEqual(before);
    await until(() => running.printed().includes(stripVTControlCharacters(after.told)));
  },
);

test('changes in a folder that came while the preview runs are seen too', async () => {
  const running = await watched();
  write(running.project, like(index, 'content/issues/2025-kw34/index.md', 'publishedOn: 2025-08-21'));
  await until(async () => (await running.preview.reading()).library?.issues.length === 2);
  await wait(200);
  write(running.project, like(article, 'content/issues/2025-kw34/01-neu.md', 'title: Neu'));
  await until(async () => (await running.preview.reading()).library?.articles.some(({ title }) => title === 'Neu'));
});

test('the whole content, taken away and put back, is seen', async () => {
  const running = await watched();
  const [content, away] = ['content', 'anderswo'].map((name) => join(running.project, name)) as [string, string];
  renameSync(content, away);
  await until(async () => (await running.preview.reading()).library === undefined);
  renameSync(away, content);
  await until(async () => (await running.preview.reading()).library !== undefined);
  await wait(200);
  edit(running.project, article, (text) => text.replace(/title: .*/, 'title: Wieder da'));
  await until(async () => (await running.preview.reading()).library?.articles[0]?.title === 'Wieder da');
});

test('a picture that is replaced under its name is shown and judged anew', async () => {
  const file = inIssue('fenster.jpg');
  const running = await watched({
    ...inArticle('image: {file: fenster.jpg, alt: Ein Fenster, credit: Stadtarchiv, licence: stock-standard}'),
    [file]: await photograph({ width: 60, height: 40 }),
  });
  const shown = async () => (await running.preview.reading()).library?.articles[0]?.image?.shown?.jpeg.path;
  const before = await shown();
  expect(before).toBeDefined();
  write(running.project, { [file]: await photograph({ width: 80, height: 40 }) });
  await until(async () => (await shown()) !== before);
  expect(await shown()).toBeDefined();
  write(running.project, { [file]: 'kein Bild' });
  await until(() => running.printed().includes(`${article}:`));
  expect(await shown()).toBeUndefined();
});

test('pages come before the pictures that have to be made, and are shown again with all of them', async () => {
  const folder = organisation();
  const surroundings = {
    root: folder,
    settings: { BUILD_DATE: day('2026-11-24') },
    now: Temporal.Instant.from('2026-11-24T10:00:00Z'),
    uuid: () => '',
    print: () => {},
    printError: (text: string) => expect.fail(text),
  };
  const preview = openPreview(0, surroundings);
  let ready = 0;
  preview.onPictures(() => {
    ready += 1;
  });
  const without = async () => {
    const { library } = await preview.reading();
    const pages = library?.issues.flatMap((issue) => [issue, ...issue.articles]) ?? [];
    const pictures = pages.flatMap(({ image, pictures: inText }) => [...(image ? [image] : []), ...inText]);
    return [pictures.length, pictures.filter(({ shown }) => !shown).length] as const;
  };
  const [all, missing] = await without();
  expect(all).toBeGreaterThan(10);
  expect([missing > 0, ready]).toEqual([true, 0]);
  await until(() => ready === 1);
  expect(await without()).toEqual([all, 0]);
  // The next preview has them from the first page on.
  const { library } = await openPreview(0, surroundings).reading();
  expect(library?.issues.every(({ image }) => !image || image.shown)).toBe(true);
});

test('a picture that turns out to be broken while it is made in the background is told of, and the preview goes on', async () => {
  const folder = organisation();
  const told: string[] = [];
  const preview = openPreview(0, {
    root: folder,
    settings: { BUILD_DATE: day('2026-11-24') },
    now: Temporal.Instant.from('2026-11-24T10:00:00Z'),
    uuid: () => '',
    print: () => {},
    printError: (text) => told.push(text),
  });
  const pictures = globSync('content/issues/*/*.{jpg,png}', { cwd: folder }).map((name) => join(folder, name));
  const then = 1_700_000_000;
  for (const picture of pictures) utimesSync(picture, then, then);
  await preview.reading();
  const putBack = pictures.map((picture) => {
    const bytes = readFileSync(picture);
    writeFileSync(picture, Buffer.alloc(bytes.length));
    // Nobody looks into it again who has found it whole.
    utimesSync(picture, then, then);
    return () => writeFileSync(picture, bytes);
  });
  await until(() => told.length > 0);
  expect(told[0]).toContain('die Vorschau läuft weiter');
  for (const put of putBack) put();
  preview.changed(['content']);
  expect((await preview.reading()).library?.issues.length).toBeGreaterThan(1);
});
