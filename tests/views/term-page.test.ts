import { describe, expect, it } from 'vitest';
import { feedTopics } from '../../src/feeds/articles-feed.ts';
import { termIndex, termPage } from '../../src/views/site/term-page.ts';
import type { TermKind } from '../../src/words/terms.ts';
import { inArticle, library, terms } from '../reader/sample-content.ts';
import { anotherIssue } from './sample-page.ts';

function pageOf(kind: TermKind, ...changes: Parameters<typeof library>) {
  const read = library(...changes);
  const [term] = read.terms[kind];
  if (!term) throw new Error(`no ${kind}`);
  return { page: termPage(read, kind, term), feeds: feedTopics(read).map(({ slug }) => slug) };
}

describe('the directory of a kind of terms', () => {
  const files = {
    [terms]: `topics:
  - {name: Wohnen, slug: wohnen}
  - {name: Ämter, slug: aemter, description: Wer wofür zuständig ist.}
  - {name: Bauen, slug: bauen}
  - {name: Niemand, slug: niemand}
`,
    ...inArticle('topics: [wohnen, aemter, bauen]'),
    ...anotherIssue('2025-kw32', 'publishedOn: 2025-08-07', { '01-alt': 'topics: [aemter]' }),
  };

  it('lists what has articles, in German alphabetical order', () => {
    const { title, path, terms: listed } = termIndex(library(files), 'topics');
    expect([title, path]).toEqual(['Themen', '/themen/']);
    expect(listed).toEqual([
      { name: 'Ämter', path: '/themen/aemter/', description: 'Wer wofür zuständig ist.', count: '2\u00A0Beiträge' },
      { name: 'Bauen', path: '/themen/bauen/', description: undefined, count: '1\u00A0Beitrag' },
      { name: 'Wohnen', path: '/themen/wohnen/', description: undefined, count: '1\u00A0Beitrag' },
    ]);
  });

  it('leads to the other two where there are any', () => {
    expect(termIndex(library(), 'municipalities').others).toEqual([]);
    const both = library(inArticle('topics: [soziales]\nsoftware: [musterverfahren]'));
    expect(termIndex(both, 'municipalities').others).toEqual([
      { text: 'Themen', path: '/themen/' },
      { text: 'Verfahren', path: '/verfahren/' },
    ]);
  });

  it.each([
    ['topics', 'Noch ist kein Beitrag einem Thema zugeordnet.'],
    ['municipalities', 'Noch ist kein Beitrag über eine Kommune erschienen.'],
    ['software', 'Noch ist kein Beitrag zu einem Verfahren erschienen.'],
  ] as const)('of %s says so if nothing has appeared', (kind, none) => {
    const nothing = library(inArticle('topics: []'));
    expect(termIndex(nothing, kind)).toMatchObject({ terms: [], none });
  });
});

describe('the page of a term', () => {
  it('shows all that is known of a municipality', () => {
    const known = `municipalities:
  - name: Landkreis Muster
    slug: landkreis-muster
    description: Ein Kreis an der Küste.
    seat: Musterstadt
    state: Niedersachsen
    inhabitants: {count: 92345, asOf: "2024", source: "https://www.statistik.example/kreise"}
    website: https://landkreis-muster.example/
`;
    const { page } = pageOf('municipalities', { [terms]: known, ...inArticle('municipality: landkreis-muster') });
    expect(page).toMatchObject({
      kicker: 'Kommune',
      name: 'Landkreis Muster',
      path: '/kommunen/landkreis-muster/',
      index: '/kommunen/',
      pageDescription: 'Ein Kreis an der Küste.',
      articles: [{ title: 'Das Rathaus hat neue Fenster' }],
    });
    expect(page.facts).toEqual([
      { name: 'Sitz', values: [{ text: 'Musterstadt' }] },
      { name: 'Land', values: [{ text: 'Niedersachsen' }] },
      { name: 'Einwohnerzahl', values: [{ text: '92\u202F345, Stand 2024' }] },
      {
        name: 'Quelle der Zahl',
        values: [{ text: 'statistik.example', href: 'https://www.statistik.example/kreise' }],
      },
      { name: 'Website', values: [{ text: 'landkreis-muster.example', href: 'https://landkreis-muster.example/' }] },
    ]);
  });

  it('does not part a number of four digits', () => {
    const village = 'municipalities:\n  - {name: Dorf, slug: dorf, inhabitants: {count: 9234, asOf: "2024"}}\n';
    expect(pageOf('municipalities', { [terms]: village }).page.facts).toEqual([
      { name: 'Einwohnerzahl', values: [{ text: '9234, Stand 2024' }] },
    ]);
  });

  it('stands before anything has appeared, and says so', () => {
    expect(pageOf('software').page).toMatchObject({
      kicker: 'Verfahren',
      pageDescription: 'Alle Beiträge zum Verfahren Musterverfahren.',
      facts: [],
      articles: [],
      none: 'Zu diesem Verfahren ist noch kein Beitrag erschienen.',
    });
  });
});

describe('the feed of a topic', () => {
  const onTopic = inArticle('topics: [soziales]');

  it('is offered on its page and in the head of the page', () => {
    const { page, feeds } = pageOf('topics', onTopic);
    expect(page.feed).toEqual({ text: 'Das Thema Soziales als RSS-Feed', path: '/themen/soziales/rss.xml' });
    expect(page.feeds).toEqual([
      { type: 'application/rss+xml', title: 'Das Thema Soziales als RSS-Feed', path: '/themen/soziales/rss.xml' },
    ]);
    expect(feeds).toEqual(['soziales']);
  });

  it.each([
    ['there is no article', {}, {}],
    ['the only article is withdrawn', inArticle('topics: [soziales]\nwithdrawn: Falsch.'), {}],
    ['the only article is a draft', inArticle('topics: [soziales]\ndraft: true'), { mode: 'preview' }],
    ['the only article is dated ahead', onTopic, { mode: 'preview', today: '2025-08-01' }],
  ] as const)('is not offered, and does not exist, while %s', (_, files, options) => {
    const { page, feeds } = pageOf('topics', files, options);
    expect([page.feed, page.feeds, feeds]).toEqual([undefined, [], []]);
  });

  it('belongs to topics alone, also where a municipality has the same address', () => {
    const same = 'topics:\n  - {name: A, slug: a}\nmunicipalities:\n  - {name: A, slug: a}\n';
    const { page } = pageOf('municipalities', { [terms]: same, ...inArticle('topics: [a]\nmunicipality: a') });
    expect([page.feed, page.feeds]).toEqual([undefined, []]);
  });
});
