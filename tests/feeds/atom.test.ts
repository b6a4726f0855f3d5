import { describe, expect, it } from 'vitest';
import { articlesFeed } from '../../src/feeds/articles-feed.ts';
import { renderAtom } from '../../src/feeds/atom.ts';
import { issuesFeed } from '../../src/feeds/issues-feed.ts';
import { addresses } from '../../src/model/address.ts';
import { article, type Files, inArticle, issueFolder, library, like } from '../reader/sample-content.ts';
import { atomFaults } from './atom-schema.ts';
import { issueOf, rich } from './sample-articles.ts';
import { edition, inAtom, mainFeed } from './sample-feeds.ts';
import { elements, links, only, textIn, textOf } from './xml-tree.ts';

const several: Files = {
  ...rich,
  ...like(article, `${issueFolder}/02-zweiter.md`, ''),
  ...issueOf('2024-kw10', '2024-03-07', 2),
};

describe('a feed in Atom is one by RFC 4287', () => {
  const contents: [string, Files][] = [
    ['with one article', {}],
    ['with all that an entry can say', several],
    ['with no article', { [article]: undefined }],
  ];

  it.each(contents)('%s', (_, files) => {
    expect(atomFaults(renderAtom(articlesFeed(library(files), edition, addresses.atom)))).toEqual([]);
    expect(atomFaults(renderAtom(issuesFeed(library(files), edition)))).toEqual([]);
  });

  const breaking: [string, RegExp, string, RegExp][] = [
    ['without an id', /<id>.*?<\/id>/, '', /feed/],
    ['with two titles', /<title>.*?<\/title>/, '$&$&', /title/],
    ['without the day of its last change', /<updated>.*?<\/updated>/, '', /feed/],
    ['with a day in German form', /<updated>.*?<\/updated>/, '<updated>14.8.2025</updated>', /dateTime/],
    ['with an author who is an address only', /<name>.*?<\/name>/, '', /author/],
    ['with an e-mail address that is none', /<email>.*?<\/email>/, '<email>Redaktion</email>', /email/],
    ['with an element that Atom does not know', /<entry>/, '$&<pubDate/>', /entry/],
    ['with a link that leads nowhere', /(<link[^>]*) href="[^"]*"/, '$1', /link/],
    ['with metadata after the entries', /<subtitle>.*?<\/subtitle>(.*)<\/feed>/s, '$1<subtitle/></feed>', /feed/],
    ['with content of no known type', /type="html"/, 'type="markdown"', /content/],
    ['with an entry whose author is unknown', /<author>.*?<\/author>/, '', /without an author/],
    ['with two pages of one kind', /<link rel="alternate"[^>]*>/, '$&$&', /two alternate links/],
    ['with an entry twice', /<entry>.*<\/entry>/s, '$&$&', /one id/],
  ];

  it.each(breaking)('a feed %s is refused', (_, part, by, reason) => {
    const whole = renderAtom(mainFeed());
    const broken = whole.replace(part, by);
    expect(broken).not.toBe(whole);
    expect(atomFaults(broken).join('\n')).toMatch(reason);
  });

  it('a feed whose entries name their authors needs none of its own', () => {
    const xml = renderAtom(mainFeed(inArticle('author: {name: Ada Muster}')));
    expect(atomFaults(xml.replace(/<author>.*?<\/author>/, ''))).toEqual([]);
  });
});

describe('a feed in Atom', () => {
  it('says what it is, whose it is and where it is', () => {
    const { root } = inAtom(articlesFeed(library(), edition, addresses.atom));
    expect(root.attributes).toEqual({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'de' });
    expect(['title', 'subtitle'].map((name) => textOf(root, name))).toEqual(['Blatt', 'Nachrichten aus dem Rathaus.']);
    expect(elements(only(root, 'author')).map(textIn)).toEqual(['Redaktion Blatt', 'redaktion@blatt.example']);
    expect(links(root)).toEqual({
      self: 'https://blatt.example/feed/atom.xml',
      alternate: 'https://blatt.example/',
    });
  });

  it('names an author in an entry only where the editors are not the one', () => {
    const { entries } = inAtom(mainFeed(several));
    const authors = entries.slice(0, 2).map((entry) => elements(entry, 'author').map((one) => textOf(one, 'name')));
    expect(authors).toEqual([['Ada Muster'], []]);
  });

  it('gives all attachments of an entry, with their sizes in bytes', () => {
    const [entry] = inAtom(mainFeed(several)).entries;
    const place = 'https://blatt.example/ausgaben/2025/kw33/erster-beitrag/';
    const files = entry && elements(entry, 'link').filter(({ attributes }) => attributes.rel === 'enclosure');
    expect(files?.map(({ attributes: { href, type, length, title } }) => [href, type, length, title])).toEqual([
      [`${place}plan.pdf`, 'application/pdf', '10', 'Der „Plan“ & mehr'],
      [`${place}zahlen.csv`, 'text/csv', '3', 'Die Zahlen'],
      [`${place}Buch.EPUB`, 'application/epub+zip', '4', 'Das Buch'],
    ]);
  });

  it('gives the terms of an entry with the list that each is from', () => {
    const [entry] = inAtom(mainFeed(several)).entries;
    expect(entry && elements(entry, 'category').map(({ attributes }) => attributes)).toEqual([
      { term: 'soziales', scheme: 'https://blatt.example/themen/', label: 'Soziales' },
      { term: 'landkreis-muster', scheme: 'https://blatt.example/kommunen/', label: 'Landkreis Muster' },
      { term: 'musterverfahren', scheme: 'https://blatt.example/verfahren/', label: 'Musterverfahren' },
    ]);
  });

  it('gives the full text as HTML, the summary as plain text', () => {
    const [entry] = inAtom(mainFeed(several)).entries;
    expect(entry && only(entry, 'content').attributes).toEqual({ type: 'html' });
    expect(entry && only(entry, 'summary').attributes).toEqual({});
  });
});
