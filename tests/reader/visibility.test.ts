import { describe, expect, it } from 'vitest';
import { day } from '../../src/model/day.ts';
import type { Library } from '../../src/model/library.ts';
import { contentOnDisk } from '../../src/reader/files/content-folder.ts';
import { createReader } from '../../src/reader/read.ts';
import {
  article,
  type Files,
  inArticle,
  index,
  inIndex,
  issueFolder,
  library,
  like,
  projectWith,
  replaced,
  write,
} from './sample-content.ts';

const second = `${issueFolder}/02-zweiter.md`;

/** Each issue with its articles, and each with its state. */
const shown = ({ issues }: Library) =>
  issues.map(({ key, state, articles }) => [key, state, ...articles.map((one) => `${one.slug} ${one.state}`)]);

describe('a draft', () => {
  const draftArticle = { ...inArticle('draft: true'), ...like(article, second, '') };

  it('of an article is left out, and shown in the preview', () => {
    expect(shown(library(draftArticle))).toEqual([['2025-kw33', 'published', 'zweiter published']]);
    expect(shown(library(draftArticle, { mode: 'preview' }))).toEqual([
      ['2025-kw33', 'published', 'erster-beitrag draft', 'zweiter published'],
    ]);
  });

  it('of an issue is left out with all its articles, and shown in the preview', () => {
    const draftIssue = inIndex('draft: true');
    expect(library(draftIssue)).toMatchObject({ issues: [], articles: [], years: [] });
    expect(shown(library(draftIssue, { mode: 'preview' }))).toEqual([['2025-kw33', 'draft', 'erster-beitrag draft']]);
  });

  it('does not come out by itself, whatever the day', () => {
    expect(library(inIndex('draft: true'), { today: '2099-01-01' }).issues).toEqual([]);
  });
});

describe('what is dated ahead comes out on its day', () => {
  it('an issue with its articles', () => {
    const at = (today: string) => shown(library({}, { today }));
    expect(at('2025-08-13')).toEqual([]);
    expect(at('2025-08-14')).toEqual([['2025-kw33', 'published', 'erster-beitrag published']]);
    expect(shown(library({}, { today: '2025-08-13', mode: 'preview' }))).toEqual([
      ['2025-kw33', 'scheduled', 'erster-beitrag scheduled'],
    ]);
  });

  it('an issue that names no day, on the Thursday of its week', () => {
    const undated = replaced(index, 'publishedOn: 2025-08-14\n', '');
    expect(library(undated, { today: '2025-08-13' }).issues).toEqual([]);
    expect(library(undated, { today: '2025-08-14' }).issues).toHaveLength(1);
  });

  it('an article later than its issue', () => {
    const files = inArticle('publishedOn: 2025-08-20');
    expect(shown(library(files, { today: '2025-08-19' }))).toEqual([['2025-kw33', 'published']]);
    expect(shown(library(files, { today: '2025-08-20' }))).toEqual([
      ['2025-kw33', 'published', 'erster-beitrag published'],
    ]);
    expect(shown(library(files, { today: '2025-08-19', mode: 'preview' }))).toEqual([
      ['2025-kw33', 'published', 'erster-beitrag scheduled'],
    ]);
  });

  it('an article dated before its issue waits for the issue', () => {
    const files = inArticle('publishedOn: 2025-08-12');
    expect(library(files, { today: '2025-08-13' }).articles).toEqual([]);
    expect(library(files, { today: '2025-08-14' }).articles.map(({ publishedOn }) => publishedOn)).toEqual([
      '2025-08-12',
    ]);
  });
});

describe('a withdrawn article', () => {
  const files: Files = {
    ...inArticle('withdrawn: Die Zahlen waren falsch.\ntopics: [soziales]\nformerAddresses: [/alt/]'),
    ...like(article, second, 'topics: [soziales]\nmunicipality: landkreis-muster\nsoftware: [musterverfahren]'),
  };

  it('stays in its issue, so that its address can say so', () => {
    const { issues, redirects } = library(files);
    expect(issues[0]?.articles.map(({ slug, withdrawn }) => [slug, withdrawn])).toEqual([
      ['erster-beitrag', 'Die Zahlen waren falsch.'],
      ['zweiter', undefined],
    ]);
    expect(redirects).toEqual([{ from: '/alt/', to: '/ausgaben/2025/kw33/erster-beitrag/' }]);
  });

  it('is in no list', () => {
    const lists = library(files);
    const { articles, articlesOf, byTopic, byMunicipality, bySoftware } = lists;
    for (const list of [
      articles,
      articlesOf.get(2025),
      byTopic.get('soziales'),
      byMunicipality.get('landkreis-muster'),
      bySoftware.get('musterverfahren'),
    ]) {
      expect(list?.map(({ slug }) => slug)).toEqual(['zweiter']);
    }
  });
});

describe('a file with an error', () => {
  it('is left out while the others stay, a warning leaves nothing out', () => {
    const files = {
      ...inArticle('', '# Titel\n'),
      ...like(article, second, '', 'Nach dem TMG.\n'),
    };
    for (const mode of ['publish', 'preview'] as const) {
      expect(shown(library(files, { mode }))).toEqual([['2025-kw33', 'published', 'zweiter published']]);
    }
  });

  it('takes its articles along when it is an index', () => {
    expect(library(inIndex('', '# Titel\n'))).toMatchObject({ issues: [], articles: [] });
  });
});

describe('reading again', () => {
  it('sees what has changed, and keeps what has not', () => {
    const project = projectWith({
      ...inArticle('formerAddresses: [/eins/]'),
      ...like(article, second, 'formerAddresses: [/zwei/]'),
    });
    const read = createReader(contentOnDisk(project));
    const articles = () => read({ today: day('2025-09-01'), mode: 'publish' }).library?.articles ?? [];
    const [first, other] = articles();

    write(project, inArticle('title: Neu\nformerAddresses: [/eins/]'));
    const [changed, unchanged] = articles();
    expect(changed?.title).toBe('Neu');
    // Equal values that are not the same object were parsed once more.
    expect(changed?.formerAddresses).toEqual(first?.formerAddresses);
    expect(changed?.formerAddresses).not.toBe(first?.formerAddresses);
    expect(unchanged?.formerAddresses).toBe(other?.formerAddresses);
  });

  it('sees what has been added, taken away and mended', () => {
    const project = projectWith(inArticle('kind: neues'));
    const read = createReader(contentOnDisk(project));
    const now = () => {
      const { library: current, problems } = read({ today: day('2025-09-01'), mode: 'publish' });
      return [problems.length, current?.articles.map(({ slug }) => slug)];
    };
    expect(now()).toEqual([1, []]);
    write(project, inArticle('kind: news'));
    expect(now()).toEqual([0, ['erster-beitrag']]);
    write(project, like(article, second, ''));
    expect(now()).toEqual([0, ['erster-beitrag', 'zweiter']]);
    write(project, { [second]: '' });
    expect(now()).toEqual([1, ['erster-beitrag']]);
  });

  it('depends on the day that it is asked for, not on the first one', () => {
    const read = createReader(contentOnDisk(projectWith()));
    const issuesOn = (today: string) => read({ today: day(today), mode: 'publish' }).library?.issues.length;
    expect([issuesOn('2025-08-14'), issuesOn('2025-08-13'), issuesOn('2025-08-14')]).toEqual([1, 0, 1]);
  });

  it('gives links that follow the files they lead to, in files that have not changed', () => {
    const project = projectWith(inIndex('', 'Siehe [den Beitrag](01-erster-beitrag.md).\n'));
    const read = createReader(contentOnDisk(project));
    const rules = () => read({ today: day('2025-09-01'), mode: 'publish' }).problems.map(({ rule }) => rule);
    expect(rules()).toEqual([]);
    write(project, inArticle('draft: true'));
    expect(rules()).toEqual(['linkToHidden']);
  });
});
