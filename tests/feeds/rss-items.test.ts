import { describe, expect, it } from 'vitest';
import { article, inArticle, issueFolder, replaced } from '../reader/sample-content.ts';
import { rich } from './sample-articles.ts';
import { inEveryFormat, inRss, mainFeed, origin } from './sample-feeds.ts';
import { counts, elements, only, textOf } from './xml-tree.ts';

describe('an item', () => {
  it('has each of its elements once, whoever wrote it, but for categories', async () => {
    const [item] = (await inRss(mainFeed(rich))).items;
    expect(item && counts(item)).toEqual([
      '1 content:encoded',
      '1 dc:creator',
      '1 description',
      '1 enclosure',
      '1 guid',
      '1 link',
      '1 pubDate',
      '1 title',
      '3 category',
    ]);
  });

  it('says all about an article', async () => {
    const [item] = (await inEveryFormat(mainFeed(rich))).RSS;
    expect(item).toMatchObject({
      id: 'tag:blatt.example,2025-08-14:erster-beitrag',
      title: 'Das Rathaus hat neue Fenster',
      url: 'https://blatt.example/ausgaben/2025/kw33/erster-beitrag/',
      summary: 'Seit dieser Woche zieht es nicht mehr.',
      authors: ['Ada Muster'],
      categories: ['Soziales', 'Landkreis Muster', 'Musterverfahren'],
    });
    expect(item?.html).toContain('<p>Der Text des Beitrags.</p>');
  });

  it('has a guid that is an id and no address', async () => {
    for (const item of (await inRss(mainFeed(rich))).items) {
      expect(only(item, 'guid').attributes).toEqual({ isPermaLink: 'false' });
    }
  });

  it('has its summary before the full text, since some programs take the last of them', async () => {
    for (const item of (await inRss(mainFeed(rich))).items) {
      const names = elements(item).map(({ name }) => name);
      expect(names.indexOf('description')).toBeLessThan(names.indexOf('content:encoded'));
    }
  });

  it('has the first attachment alone as its enclosure, with its size in bytes, and links to all in the text', async () => {
    const [item] = (await inRss(mainFeed(rich))).items;
    const place = `${origin}/ausgaben/2025/kw33/erster-beitrag`;
    expect(item && only(item, 'enclosure').attributes).toEqual({
      url: `${place}/plan.pdf`,
      length: '10',
      type: 'application/pdf',
    });
    const text = item && textOf(item, 'content:encoded');
    expect(text).toContain(`<a href="${place}/plan.pdf">Der „Plan“ &#x26; mehr</a>`);
    expect(text).toContain(`<a href="${place}/zahlen.csv">Die Zahlen</a>`);
  });

  it('has an enclosure of no bytes for an empty file', async () => {
    const [item] = (await inRss(mainFeed({ ...rich, [`${issueFolder}/plan.pdf`]: '' }))).items;
    expect(item && only(item, 'enclosure').attributes.length).toBe('0');
  });

  it('names the editors where it has no author of its own', async () => {
    const [item] = (await inRss(mainFeed())).items;
    expect(item && textOf(item, 'dc:creator')).toBe('Redaktion Blatt');
    expect(item && elements(item, 'author')).toEqual([]);
  });

  it('escapes signs of HTML in the summary, which is shown as HTML', async () => {
    const files = replaced(article, 'Seit dieser Woche zieht es nicht mehr.', "'Aus <b> wird &amp; und <strong>.'");
    const { items } = await inRss(mainFeed(files));
    expect(items.map((item) => textOf(item, 'description'))).toEqual([
      'Aus &#x3C;b> wird &#x26;amp; und &#x3C;strong>.',
    ]);
  });

  it('is well formed without a text', async () => {
    const [item] = (await inRss(mainFeed(inArticle('', '\n')))).items;
    expect(item && textOf(item, 'content:encoded')).not.toBe('');
    const feed = mainFeed();
    const { items } = await inRss({ ...feed, entries: feed.entries.map((entry) => ({ ...entry, html: '' })) });
    expect(items.map((one) => textOf(one, 'content:encoded'))).toEqual(['']);
  });
});

it('an address keeps its form in every format, with dots in its last part too', async () => {
  const url = `${origin}/newsletter/33.-kw-2025`;
  const feed = mainFeed();
  const told = await inEveryFormat({ ...feed, entries: feed.entries.map((entry) => ({ ...entry, url })) });
  for (const entries of Object.values(told)) expect(entries.map((entry) => entry.url)).toEqual([url]);
});
