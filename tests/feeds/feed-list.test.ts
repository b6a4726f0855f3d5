import { describe, expect, it } from 'vitest';
import { articlesFeed, feedTopics, topicFeed } from '../../src/feeds/articles-feed.ts';
import { feedList } from '../../src/feeds/feed-list.ts';
import { issuesFeed } from '../../src/feeds/issues-feed.ts';
import { renderOpml } from '../../src/feeds/opml.ts';
import { renderStyleSheet } from '../../src/feeds/style-sheet.ts';
import { addresses } from '../../src/model/address.ts';
import { inArticle, inSite, library, replaced, terms } from '../reader/sample-content.ts';
import { issueOf } from './sample-articles.ts';
import { edition, origin } from './sample-feeds.ts';
import { elements, only, rootOf, textOf } from './xml-tree.ts';

const content = () =>
  library({
    ...inArticle('topics: [soziales]'),
    ...issueOf('2024-kw10', '2024-03-07'),
    ...replaced(terms, '  - name: Soziales', '  - {name: Umwelt, slug: umwelt}\n  - name: Soziales & "mehr"'),
  });

describe('the list of feeds', () => {
  it('names the main feed in three formats, the issues and each topic that has articles, but no archives', () => {
    expect(feedList(content()).map(({ path, format, type }) => [path, format, type])).toEqual([
      ['/feed/rss.xml', 'RSS', 'application/rss+xml'],
      ['/feed/atom.xml', 'Atom', 'application/atom+xml'],
      ['/feed/feed.json', 'JSON Feed', 'application/feed+json'],
      ['/feed/ausgaben.xml', 'RSS', 'application/rss+xml'],
      ['/themen/soziales/rss.xml', 'RSS', 'application/rss+xml'],
    ]);
  });

  it('says of each feed what the feed says of itself', () => {
    const some = content();
    const feeds = [
      ...[addresses.rss, addresses.atom, addresses.json].map((path) => articlesFeed(some, edition, path)),
      issuesFeed(some, edition),
      ...feedTopics(some).map((topic) => topicFeed(some, edition, topic)),
    ];
    expect(
      feedList(some).map(({ title, description, path, home }) => [title, description, origin + path, origin + home]),
    ).toEqual(feeds.map(({ title, description, self, home }) => [title, description, self, home]));
  });
});

describe('the list as OPML', () => {
  const opml = () => rootOf(renderOpml(content(), edition));

  it('says whose it is', () => {
    const { name, attributes } = opml();
    expect([name, attributes.version]).toEqual(['opml', '2.0']);
    const head = only(opml(), 'head');
    expect([textOf(head, 'title'), textOf(head, 'ownerName')]).toEqual(['Blatt – alle Feeds', 'Redaktion Blatt']);
  });

  it('holds each feed in one format, since a program would follow all', () => {
    const outlines = elements(only(opml(), 'body')).map(({ name, attributes }) => ({ name, ...attributes }));
    expect(outlines).toEqual(
      [
        ['Blatt', 'Nachrichten aus dem Rathaus.', '/feed/rss.xml', '/'],
        [
          'Blatt – ganze Ausgaben',
          'Jede Ausgabe als Ganzes: Editorial und alle Beiträge im vollen Text.',
          '/feed/ausgaben.xml',
          '/ausgaben/',
        ],
        [
          'Blatt – Thema Soziales & „mehr“',
          'Beiträge zum Thema Soziales & „mehr“.',
          '/themen/soziales/rss.xml',
          '/themen/soziales/',
        ],
      ].map(([title, description, path, home]) => ({
        name: 'outline',
        type: 'rss',
        version: 'RSS2',
        text: title,
        title,
        description,
        language: 'de',
        xmlUrl: `${origin}${path}`,
        htmlUrl: `${origin}${home}`,
      })),
    );
  });

  it('is well formed with any characters in its names', () => {
    const files = inSite(
      'editors: {name: "Redak\\uD83Dtion", email: redaktion@blatt.example}\ntitle: "Bl\\uFFFEatt ]]>"',
    );
    const root = rootOf(renderOpml(library(files), edition));
    const head = only(root, 'head');
    expect([textOf(head, 'title'), textOf(head, 'ownerName')]).toEqual(['Blatt ]]> – alle Feeds', 'Redaktion']);
    expect(elements(only(root, 'body'))[0]?.attributes.title).toBe('Blatt ]]>');
  });
});

it('the style sheet says in a browser what a feed is, after its rules', () => {
  const css = renderStyleSheet('@namespace "http://www.w3.org/2005/Atom";');
  expect(css).toMatch(/^@namespace "[^"]+";\n:root \{\n {2}--hint: "Das ist ein Feed: [^"]+";\n\}\n$/);
});
