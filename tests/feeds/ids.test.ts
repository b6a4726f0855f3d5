import { describe, expect, it } from 'vitest';
import { archiveFeed } from '../../src/feeds/archive-feed.ts';
import { articlesFeed, topicFeed } from '../../src/feeds/articles-feed.ts';
import { issuesFeed } from '../../src/feeds/issues-feed.ts';
import { article, inArticle, inSite, issueFolder, library, like } from '../reader/sample-content.ts';
import { issueOf } from './sample-articles.ts';
import { edition, editionOn, inAtom, inEveryFormat, mainFeed, origin } from './sample-feeds.ts';
import { textOf } from './xml-tree.ts';

const id = 'tag:blatt.example,2025-08-14:erster-beitrag';
const ids = (feed: { entries: readonly { id: string }[] }) => feed.entries.map((entry) => entry.id);

describe('the id of an article', () => {
  it('is the same in every format', async () => {
    const told = await inEveryFormat(mainFeed());
    for (const entries of Object.values(told)) expect(entries.map((entry) => entry.id)).toEqual([id]);
  });

  it('stays when title, address and site change', () => {
    expect(ids(mainFeed(inArticle('title: Ein anderer Titel\nsummary: Anders.')))).toEqual([id]);
    const moved = { [article]: undefined, ...like(article, `${issueFolder}/07-neuer-name.md`, `id: ${id}`) };
    expect(ids(mainFeed(moved))).toEqual([id]);
    const elsewhere = { ...edition, origin: 'https://neu.example' };
    expect(ids(articlesFeed(library(inSite('publicUrl: https://neu.example')), elsewhere))).toEqual([id]);
  });

  it('is the same in each feed that holds the article', () => {
    const content = library({ ...inArticle('topics: [soziales]'), ...issueOf('2026-kw02', '2026-01-08') });
    const later = editionOn('2026-01-09');
    const [topic] = content.terms.topics;
    expect(topic && ids(topicFeed(content, later, topic))).toEqual([id]);
    expect(ids(archiveFeed(content, later, 2025))).toEqual([id]);
  });
});

describe('the id of a feed', () => {
  it('is a name that no build, day or address makes anew', () => {
    const content = library();
    const { root } = inAtom(articlesFeed(content, edition));
    expect(textOf(root, 'id')).toBe('tag:blatt.example,2025:feed/beitraege');
    const elsewhere = { ...editionOn('2031-05-05'), origin: 'https://neu.example' };
    expect(articlesFeed(content, elsewhere).id).toBe('tag:blatt.example,2025:feed/beitraege');
  });

  it('differs from feed to feed, and is one for main feed and archives', () => {
    const content = library({ ...inArticle('topics: [soziales]') });
    const [topic] = content.terms.topics;
    const main = articlesFeed(content, edition).id;
    const other = [issuesFeed(content, edition).id, topic && topicFeed(content, edition, topic).id];
    expect(new Set([main, ...other]).size).toBe(3);
    expect(archiveFeed(content, editionOn('2026-02-02'), 2025).id).toBe(main);
  });
});

it('an address is that of the site that the feed is made for, though it was made for another before', () => {
  const content = library();
  const urls = (at: string) => articlesFeed(content, { ...edition, origin: at }).entries.map(({ url }) => url);
  const path = '/ausgaben/2025/kw33/erster-beitrag/';
  expect(urls(origin)).toEqual([origin + path]);
  expect(urls('http://127.0.0.1:4321')).toEqual([`http://127.0.0.1:4321${path}`]);
});
