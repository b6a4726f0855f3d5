import { describe, expect, it } from 'vitest';
import { archiveFeed } from '../../src/feeds/archive-feed.ts';
import { archiveYears } from '../../src/feeds/archive-years.ts';
import { articlesFeed, feedTopics, topicFeed } from '../../src/feeds/articles-feed.ts';
import type { Feed } from '../../src/feeds/feed.ts';
import { day } from '../../src/model/day.ts';
import { article, type Files, inArticle, issueFolder, library, like, terms } from '../reader/sample-content.ts';
import { articlesOfOneDay, issueOf } from './sample-articles.ts';
import { edition, editionOn, inEveryFormat, inRss, mainFeed } from './sample-feeds.ts';
import { links, textOf } from './xml-tree.ts';

const second = `${issueFolder}/02-zweiter.md`;
const slugs = (feed: Pick<Feed<{ url: string }>, 'entries'>) => feed.entries.map(({ url }) => url.split('/').at(-2));

describe('what readers shall not see is in no format', () => {
  const hidden: [string, Files][] = [
    ['a withdrawn article', inArticle('withdrawn: Die Zahlen waren falsch.')],
    ['a draft', inArticle('draft: true')],
    ['an article of a day to come', inArticle('publishedOn: 2025-09-02')],
  ];

  it.each(hidden)('%s', async (_, files) => {
    for (const mode of ['publish', 'preview'] as const) {
      const content = library({ ...files, ...like(article, second, 'topics: [soziales]') }, { mode });
      const told = await inEveryFormat(articlesFeed(content, edition));
      for (const entries of Object.values(told)) {
        expect(entries.map(({ url }) => url)).toEqual([expect.stringMatching(/\/zweiter\/$/)]);
      }
    }
  });

  it.each(hidden)('%s, in the feed of its topic and in the archive either', (_, files) => {
    const [text] = Object.values(files);
    const ofTopic = String(text).replace('kind: news', 'kind: news\ntopics: [soziales]');
    const today = '2026-01-01';
    const seen = (shown: Files) => {
      const content = library(shown, { mode: 'preview', today });
      const feeds = feedTopics(content).map((topic) => topicFeed(content, editionOn(today), topic));
      const archives = archiveYears(content, day(today)).map((year) => archiveFeed(content, editionOn(today), year));
      return [...feeds, ...archives].map(slugs);
    };
    const hiddenOne = { [article]: ofTopic.replace('2025-09-02', '2026-01-02') };
    expect(seen(hiddenOne)).toEqual([]);
    expect(seen({ ...hiddenOne, ...like(article, second, 'topics: [soziales]') })).toEqual([['zweiter'], ['zweiter']]);
  });
});

describe('the main feed', () => {
  it('holds the twenty newest articles, newest first', () => {
    const feed = mainFeed({ ...articlesOfOneDay(19), ...issueOf('2025-kw32', '2025-08-07', 3) });
    expect(feed.entries).toHaveLength(20);
    expect(slugs(feed).at(0)).toBe('erster-beitrag');
    expect(slugs(feed).at(-1)).toBe('beitrag-01');
  });

  it('brings an older article back once it is corrected, for nobody looks for it in an archive', () => {
    const old = (updatedOn: string) =>
      issueOf('2024-kw10', '2024-03-07', 1, `updatedOn: ${updatedOn}\ncorrection: Es sind acht Fenster.`);
    expect(mainFeed({ ...articlesOfOneDay(20), ...old('2025-08-13') }).entries).toHaveLength(20);
    const feed = mainFeed({ ...articlesOfOneDay(20), ...old('2025-08-14') });
    expect(slugs(feed)).toHaveLength(21);
    expect(slugs(feed).at(-1)).toBe('beitrag-01');
  });
});

describe('the feed of a topic', () => {
  const two = `topics:
  - {name: Soziales, slug: soziales, description: Von Wohngeld bis Kita.}
  - {name: 'Bauen & Wohnen', slug: bauen}
  - {name: Umwelt, slug: umwelt}
`;
  const content = () =>
    library({
      [terms]: two,
      ...inArticle('topics: [soziales, bauen]'),
      ...like(article, second, 'topics: [soziales]'),
      ...like(article, `${issueFolder}/03-dritter.md`, ''),
    });

  it('exists for each topic that has an article', () => {
    expect(feedTopics(content()).map(({ slug }) => slug)).toEqual(['soziales', 'bauen']);
  });

  it('holds the articles on the topic, and no way to archives', async () => {
    const some = content();
    const feeds = feedTopics(some).map((topic) => topicFeed(some, edition, topic));
    expect(feeds.map(slugs)).toEqual([['erster-beitrag', 'zweiter'], ['erster-beitrag']]);
    for (const feed of feeds) expect(feed.history).toBeUndefined();
  });

  it('says which topic it is for, and where it is', async () => {
    const some = content();
    const channels = await Promise.all(
      feedTopics(some).map(async (topic) => (await inRss(topicFeed(some, edition, topic))).channel),
    );
    expect(channels.map((one) => ['title', 'description', 'link'].map((name) => textOf(one, name)))).toEqual([
      ['Blatt – Thema Soziales', 'Von Wohngeld bis Kita.', 'https://blatt.example/themen/soziales/'],
      ['Blatt – Thema Bauen & Wohnen', 'Beiträge zum Thema Bauen & Wohnen.', 'https://blatt.example/themen/bauen/'],
    ]);
    expect(channels.map((one) => links(one, 'atom:link'))).toEqual([
      { self: 'https://blatt.example/themen/soziales/rss.xml' },
      { self: 'https://blatt.example/themen/bauen/rss.xml' },
    ]);
  });

  it('holds twenty of them at most', () => {
    const many = library(issueOf('2025-kw32', '2025-08-07', 23, 'topics: [soziales]'));
    const [topic] = feedTopics(many);
    expect(topic && topicFeed(many, edition, topic).entries).toHaveLength(20);
  });
});
