import { describe, expect, it } from 'vitest';
import { accessibilityStatementSchema } from '../../src/model/accessibility-statement.ts';
import { articlePath, issuePath } from '../../src/model/address.ts';
import { arrange } from '../../src/model/arrange.ts';
import { articleSchema } from '../../src/model/article.ts';
import { day } from '../../src/model/day.ts';
import { issueSchema } from '../../src/model/issue.ts';
import { type Article, articleMoment, type Collection, type Issue } from '../../src/model/library.ts';
import { privacyNoticeSchema } from '../../src/model/privacy-notice.ts';
import { inReadingOrder, type Problem } from '../../src/model/problem.ts';
import { parseIssueKey, thursdayOf } from '../../src/model/week.ts';
import { finding } from '../../src/words/problems.ts';
import { fc } from '../properties.ts';

const nothing: Article['body'] = { type: 'root', children: [] };
const id = 'tag:blatt.example,2025:1';

function issue(key: string, ...articles: ((issue: Issue) => Article)[]): Issue {
  const week = parseIssueKey(key);
  if (!week) throw new Error(key);
  const made: Issue = {
    ...issueSchema.parse({ id, title: key, lead: key }),
    key,
    week,
    path: issuePath(week),
    publishedOn: thursdayOf(week),
    state: 'published',
    articles: [],
    body: nothing,
    file: `content/issues/${key}/index.md`,
  };
  made.articles = articles.map((make) => make(made));
  return made;
}

const article =
  (number: number, slug: string, fields: Partial<Article> = {}) =>
  (of: Issue): Article => ({
    ...articleSchema.parse({ id, title: slug, kind: 'news', summary: slug }),
    number,
    slug,
    path: articlePath(of.week, slug),
    publishedOn: of.publishedOn,
    state: 'published',
    issue: of,
    isRegistrationOver: false,
    topics: [],
    municipality: undefined,
    software: [],
    authors: [],
    attachments: [],
    related: [],
    body: nothing,
    words: 0,
    file: `${slug}.md`,
    ...fields,
  });

const soziales = { name: 'Soziales', slug: 'soziales' };
const recht = { name: 'Recht', slug: 'recht' };
const muster = { name: 'Landkreis Muster', slug: 'landkreis-muster' };
const verfahren = { name: 'Musterverfahren', slug: 'musterverfahren' };

const legal: Collection['legal'] = {
  datenschutz: {
    ...privacyNoticeSchema.parse({
      updatedOn: '2025-01-01',
      state: 'Niedersachsen',
      serverLog: 'none',
      hosting: 'own',
    }),
    body: nothing,
  },
  barrierefreiheit: {
    ...accessibilityStatementSchema.parse({
      state: 'Niedersachsen',
      scope: ['A'],
      status: 'not-compliant',
      gaps: [{ part: 'A', kind: 'non-compliance', reason: 'B' }],
      assessment: { method: 'self-assessment', on: '2025-01-01' },
      createdOn: '2025-01-01',
      reviewedOn: '2025-01-01',
      feedback: { unit: 'A', email: 'a@blatt.example' },
    }),
    body: nothing,
  },
};
const site: Collection['site'] = {
  title: 'Blatt',
  description: 'Blatt',
  publicUrl: 'https://blatt.example',
  idAuthority: 'blatt.example',
  example: false,
  theme: 'kurrende',
  publishers: [],
  responsible: [],
  editors: { name: 'A', email: 'a@blatt.example' },
  security: { contact: 'a@blatt.example', expires: day('2026-01-01') },
  body: nothing,
};
const library = (...issues: Issue[]) =>
  arrange({
    site,
    legal,
    terms: { topics: [soziales, recht], municipalities: [muster], software: [verfahren] },
    issues,
    pages: [],
  });
const slugs = (articles: readonly Article[] | undefined) => articles?.map(({ slug }) => slug);

const old = issue('2024-kw52', article(1, 'alt'));
const first = issue('2025-kw33', article(2, 'zwei'), article(10, 'zehn'), article(1, 'eins'));
const extra = issue('2025-kw33-extra', article(1, 'extra'));
const newest = issue('2026-kw01', article(1, 'neu'));

describe('issues', () => {
  it('stand newest first, whatever order they are read in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([old, first, extra, newest], { minLength: 4 }), (issues) => {
        const { issues: arranged, years } = library(...issues);
        expect(arranged.map(({ key }) => key)).toEqual(['2026-kw01', '2025-kw33-extra', '2025-kw33', '2024-kw52']);
        expect(years).toEqual([2026, 2025, 2024]);
      }),
    );
  });

  it('belong to the year in which their week is counted', () => {
    const turn = issue('2026-kw01', article(1, 'silvester'));
    const { issuesOf, articlesOf } = library(turn, old);
    expect(turn.publishedOn).toBe('2026-01-01');
    const earlier = { ...turn, publishedOn: day('2025-12-30') };
    expect(library(earlier).years).toEqual([2026]);
    expect(issuesOf.get(2026)?.map(({ key }) => key)).toEqual(['2026-kw01']);
    expect(slugs(articlesOf.get(2026))).toEqual(['silvester']);
    expect(slugs(articlesOf.get(2024))).toEqual(['alt']);
  });

  it('know their neighbours, the first and the last only one', () => {
    const { newer, older } = library(old, first, newest);
    expect([newer.get(old)?.key, older.get(old)?.key]).toEqual(['2025-kw33', undefined]);
    expect([newer.get(first)?.key, older.get(first)?.key]).toEqual(['2026-kw01', '2024-kw52']);
    expect([newer.get(newest)?.key, older.get(newest)?.key]).toEqual([undefined, '2025-kw33']);
  });
});

describe('articles', () => {
  it('stand newest first, those of one day by issue and then by number', () => {
    expect(slugs(library(old, first, extra, newest).articles)).toEqual(['neu', 'extra', 'eins', 'zwei', 'zehn', 'alt']);
  });

  it('stand by their own day where they have one', () => {
    const late = issue('2025-kw20', article(1, 'nachgereicht', { publishedOn: day('2025-12-01') }));
    expect(slugs(library(first, late).articles)).toEqual(['nachgereicht', 'eins', 'zwei', 'zehn']);
  });

  it('have moments in the same order', () => {
    const { articles } = library(old, first, newest);
    const moments = articles.map((one) => articleMoment(one).epochMilliseconds);
    expect(moments).toEqual(moments.toSorted((a, b) => b - a));
    expect(new Set(moments).size).toBe(moments.length);
  });
});

describe('groups', () => {
  const withTerms = issue(
    '2025-kw40',
    article(1, 'beides', { topics: [soziales, recht], municipality: muster, software: [verfahren] }),
    article(2, 'eines', { topics: [soziales] }),
    article(3, 'keines'),
  );
  const later = issue('2025-kw41', article(1, 'spaeter', { topics: [soziales], municipality: muster }));

  it('hold the articles of each term, newest first', () => {
    const { byTopic, byMunicipality, bySoftware } = library(withTerms, later);
    expect([...byTopic].map(([slug, articles]) => [slug, slugs(articles)])).toEqual([
      ['soziales', ['spaeter', 'beides', 'eines']],
      ['recht', ['beides']],
    ]);
    expect(slugs(byMunicipality.get('landkreis-muster'))).toEqual(['spaeter', 'beides']);
    expect(slugs(bySoftware.get('musterverfahren'))).toEqual(['beides']);
  });

  it('lose withdrawn articles, which stay in their issue', () => {
    const withdrawn = issue(
      '2025-kw42',
      article(1, 'weg', { topics: [recht], withdrawn: 'Falsch.' }),
      article(2, 'da'),
    );
    const { articles, byTopic, articlesOf, issues } = library(withdrawn);
    expect(slugs(articles)).toEqual(['da']);
    expect(slugs(articlesOf.get(2025))).toEqual(['da']);
    expect(byTopic.has('recht')).toBe(false);
    expect(slugs(issues[0]?.articles)).toEqual(['weg', 'da']);
  });
});

it('former addresses lead to the present ones', () => {
  const moved = {
    ...issue('2025-kw33', article(1, 'eins', { formerAddresses: ['/a/', '/b/'] })),
    formerAddresses: ['/c/'],
  };
  expect(library(moved).redirects).toEqual([
    { from: '/c/', to: '/ausgaben/2025/kw33/' },
    { from: '/a/', to: '/ausgaben/2025/kw33/eins/' },
    { from: '/b/', to: '/ausgaben/2025/kw33/eins/' },
  ]);
});

it('nothing is made of nothing', () => {
  expect(library()).toMatchObject({ issues: [], articles: [], years: [], redirects: [] });
});

it('problems stand in the order in which somebody mends them', () => {
  const at = (file: string, line: number): Problem => ({ file, line, ...finding('empty', {}) });
  const sorted = inReadingOrder([at('b.md', 2), at('a.md', 10), at('b.md', 1), at('a.md', 9)]);
  expect(sorted.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.md:9', 'a.md:10', 'b.md:1', 'b.md:2']);
});
