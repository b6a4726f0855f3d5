import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { articlesFeed } from '../../src/feeds/articles-feed.ts';
import { issuesFeed } from '../../src/feeds/issues-feed.ts';
import { addresses } from '../../src/model/address.ts';
import { article, type Files, inArticle, library, terms } from '../reader/sample-content.ts';
import { rich } from './sample-articles.ts';
import { edition, mainFeed, parsedJson } from './sample-feeds.ts';

const schema = JSON.parse(
  readFileSync(join(import.meta.dirname, '../fixtures/json-feed/json-feed.schema.json'), 'utf8'),
);
const isJsonFeed = new Ajv().compile(schema);

/** As it comes out of a file: without what is undefined. */
const inJson = (document: object): unknown => JSON.parse(JSON.stringify(document));

/** What the specification has against the document. */
function faults(document: unknown): string[] {
  isJsonFeed(document);
  return (isJsonFeed.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('a JSON Feed is one by version 1.1', () => {
  const contents: [string, Files][] = [
    ['with one article', {}],
    ['with all that an item can say', rich],
    ['with no article', { [article]: undefined }],
  ];

  it.each(contents)('%s', (_, files) => {
    expect(faults(parsedJson(mainFeed(files)))).toEqual([]);
    expect(faults(parsedJson(issuesFeed(library(files), edition)))).toEqual([]);
  });

  const breaking: [string, Record<string, unknown>, RegExp][] = [
    ['of another version', { version: '1.1' }, /^\/version /],
    ['without items', { items: undefined }, /required property 'items'/],
    ['with an address that lacks its host', { feed_url: '/feed/feed.json' }, /^\/feed_url /],
    ['with the language spelt out', { language: 'Deutsch (Deutschland)' }, /^\/language /],
    ['with an author as version 1.0 had it', { author: { name: 'Redaktion' } }, /additional properties/],
  ];

  it.each(breaking)('a feed %s is refused', (_, change, reason) => {
    expect(faults(inJson({ ...parsedJson(mainFeed()), ...change })).join('\n')).toMatch(reason);
  });

  const breakingItem: [string, Record<string, unknown>, RegExp][] = [
    ['with a number for an id', { id: 7 }, /^\/items\/0\/id /],
    ['that says nothing', { content_html: undefined }, /content_text/],
    ['with a day instead of a moment', { date_published: '2025-08-14' }, /date_published/],
    ['with a tag twice', { tags: ['a', 'a'] }, /duplicate/],
    ['with an attachment of no type', { attachments: [{ url: 'https://a.example/' }] }, /mime_type/],
    ['with an extension that is not marked as one', { credits: {} }, /additional properties/],
  ];

  it.each(breakingItem)('a feed with an item %s is refused', (_, change, reason) => {
    const { items, ...feed } = parsedJson(mainFeed());
    const broken = inJson({ ...feed, items: items.map((item) => ({ ...item, ...change })) });
    expect(faults(broken).join('\n')).toMatch(reason);
  });
});

it('says what it is, whose it is and where it is', () => {
  const { items, ...rest } = parsedJson(articlesFeed(library(), edition, addresses.json));
  expect(rest).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Blatt',
    description: 'Nachrichten aus dem Rathaus.',
    home_page_url: 'https://blatt.example/',
    feed_url: 'https://blatt.example/feed/feed.json',
    language: 'de',
    authors: [{ name: 'Redaktion Blatt' }],
  });
  expect(items).toHaveLength(1);
});

it('says all about an article', () => {
  const place = 'https://blatt.example/ausgaben/2025/kw33/erster-beitrag/';
  expect(parsedJson(mainFeed(rich)).items).toEqual([
    {
      id: 'tag:blatt.example,2025-08-14:erster-beitrag',
      url: place,
      title: 'Das Rathaus hat neue Fenster',
      summary: 'Seit dieser Woche zieht es nicht mehr.',
      content_html: expect.stringContaining('<p>Der Text des Beitrags.</p>'),
      date_published: '2025-08-14T07:59:00+02:00',
      date_modified: '2025-08-20T08:00:00+02:00',
      authors: [{ name: 'Ada Muster' }],
      tags: ['Soziales', 'Landkreis Muster', 'Musterverfahren'],
      attachments: [
        { url: `${place}plan.pdf`, mime_type: 'application/pdf', title: 'Der „Plan“ & mehr', size_in_bytes: 10 },
        { url: `${place}zahlen.csv`, mime_type: 'text/csv', title: 'Die Zahlen', size_in_bytes: 3 },
        { url: `${place}Buch.EPUB`, mime_type: 'application/epub+zip', title: 'Das Buch', size_in_bytes: 4 },
      ],
    },
  ]);
});

it('has a tag once, though two lists have a term of that name', () => {
  const files = {
    [terms]: 'topics: [{name: Wohngeld, slug: wohngeld}]\nsoftware: [{name: Wohngeld, slug: wohngeld}]\n',
    ...inArticle('topics: [wohngeld]\nsoftware: [wohngeld]'),
  };
  expect(parsedJson(mainFeed(files)).items[0]?.tags).toEqual(['Wohngeld']);
});
