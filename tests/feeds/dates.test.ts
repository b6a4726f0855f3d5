import { describe, expect, it } from 'vitest';
import { articlesFeed } from '../../src/feeds/articles-feed.ts';
import { renderAtom } from '../../src/feeds/atom.ts';
import { renderJsonFeed } from '../../src/feeds/json-feed.ts';
import { renderRss } from '../../src/feeds/rss.ts';
import { type Files, inArticle, inIndex, library, problems } from '../reader/sample-content.ts';
import { articlesOfOneDay, issueOf } from './sample-articles.ts';
import { editionOn, inAtom, inEveryFormat, inRss, mainFeed, parsedJson } from './sample-feeds.ts';
import { textOf } from './xml-tree.ts';

const texts = (parents: Parameters<typeof textOf>[0][], name: string) => parents.map((one) => textOf(one, name));

describe('when an article appeared', () => {
  it('is written in the form of each format, eight in the morning in Berlin less its number in minutes', async () => {
    const feed = mainFeed();
    expect(texts((await inRss(feed)).items, 'pubDate')).toEqual(['Thu, 14 Aug 2025 05:59:00 GMT']);
    expect(texts(inAtom(feed).entries, 'published')).toEqual(['2025-08-14T07:59:00+02:00']);
    expect(parsedJson(feed).items[0]?.date_published).toBe('2025-08-14T07:59:00+02:00');
  });

  it('is the time of day where it has one, within its minute in the order of numbers', async () => {
    const feed = mainFeed({
      ...issueOf('2025-kw34', '2025-08-21 10:00', 2),
      ...issueOf('2025-kw35', '2025-08-28 09:30', 1),
    });
    expect(texts((await inRss(feed)).items, 'pubDate').slice(0, 3)).toEqual([
      'Thu, 28 Aug 2025 07:30:58 GMT',
      'Thu, 21 Aug 2025 08:00:58 GMT',
      'Thu, 21 Aug 2025 08:00:57 GMT',
    ]);
    expect(texts(inAtom(feed).entries, 'published')[1]).toBe('2025-08-21T10:00:58+02:00');
    const corrected = mainFeed({
      ...inIndex('publishedOn: 2025-08-14 10:00'),
      ...inArticle('updatedOn: 2025-08-14\ncorrection: Es sind zwölf.'),
    });
    // Nothing changes before it is there.
    expect(texts(inAtom(corrected).entries, 'updated')).toEqual(['2025-08-14T10:00:58+02:00']);
  });

  it('heeds that clocks are set back in winter', async () => {
    const feed = mainFeed(issueOf('2025-kw06', '2025-02-06'));
    expect(texts((await inRss(feed)).items, 'pubDate').at(-1)).toBe('Thu, 06 Feb 2025 06:59:00 GMT');
    expect(texts(inAtom(feed).entries, 'published').at(-1)).toBe('2025-02-06T07:59:00+01:00');
  });

  it('is never read as an American date: a German one is refused, and the eleventh of August stays it', async () => {
    expect(problems(inArticle('publishedOn: 11.08.2025')).map(({ rule }) => rule)).toEqual(['germanDate']);
    const feed = mainFeed({ ...inIndex('publishedOn: 2025-08-11'), ...inArticle('publishedOn: 2025-08-11') });
    expect(texts((await inRss(feed)).items, 'pubDate')).toEqual(['Mon, 11 Aug 2025 05:59:00 GMT']);
  });

  it('differs between the articles of a day, so that programs keep their order', async () => {
    const told = await inEveryFormat(mainFeed(articlesOfOneDay(12)));
    for (const entries of Object.values(told)) {
      const moments = entries.map(({ published }) => published);
      expect(moments).toEqual(moments.toSorted((a, b) => b - a));
      expect(new Set(moments).size).toBe(12);
    }
  });
});

describe('a correction', () => {
  const corrected = (updatedOn: string) => inArticle(`updatedOn: ${updatedOn}\ncorrection: Es sind acht Fenster.`);

  it('is the last change of its article and of the feed', async () => {
    const feed = mainFeed(corrected('2025-08-20'));
    const { root, entries } = inAtom(feed);
    expect(texts([root, ...entries], 'updated')).toEqual(['2025-08-20T08:00:00+02:00', '2025-08-20T08:00:00+02:00']);
    expect(parsedJson(feed).items[0]?.date_modified).toBe('2025-08-20T08:00:00+02:00');
    expect(textOf((await inRss(feed)).channel, 'lastBuildDate')).toBe('Wed, 20 Aug 2025 06:00:00 GMT');
  });

  it('of several articles on one day is a moment of its own for each, the newest article’s the last', () => {
    const fields = 'updatedOn: 2025-08-20\ncorrection: Es sind acht Fenster.';
    const feed = mainFeed({ ...corrected('2025-08-20'), ...issueOf('2025-kw32', '2025-08-07', 3, fields) });
    const { root, entries } = inAtom(feed);
    const moments = ['03', '02', '01', '00'].map((seconds) => `2025-08-20T08:00:${seconds}+02:00`);
    expect(texts([root, ...entries], 'updated')).toEqual([moments[0], ...moments]);
  });

  it('does not move the day on which the article appeared', async () => {
    const told = await inEveryFormat(mainFeed(corrected('2025-08-20')));
    for (const entries of Object.values(told)) {
      expect(entries.map(({ published }) => published)).toEqual([Date.parse('2025-08-14T07:59:00+02:00')]);
    }
  });

  it('is never before the article itself', () => {
    expect(problems(corrected('2025-08-13')).map(({ rule }) => rule)).toEqual(['updatedEarly']);
    for (const { published, updated } of mainFeed(corrected('2025-08-14')).entries) {
      expect(updated.epochMilliseconds).toBeGreaterThanOrEqual(published.epochMilliseconds);
    }
  });

  it('is told by no article that has none', () => {
    const feed = mainFeed();
    expect(texts(inAtom(feed).entries, 'updated')).toEqual(['2025-08-14T07:59:00+02:00']);
    expect(parsedJson(feed).items[0]).not.toHaveProperty('date_modified');
  });
});

describe('the last change of a feed', () => {
  const updated = (files: Files) => textOf(inAtom(mainFeed(files)).root, 'updated');

  it('is that of its newest entry, wherever it stands', () => {
    expect(updated(issueOf('2025-kw34', '2025-08-21'))).toBe('2025-08-21T07:59:00+02:00');
    const files = inArticle('updatedOn: 2025-08-30\ncorrection: Es sind acht Fenster.');
    expect(updated({ ...issueOf('2025-kw34', '2025-08-21'), ...files })).toBe('2025-08-30T08:00:00+02:00');
  });

  it('is not the time of the build: another day with the same articles gives the same document', async () => {
    const on = (today: string) => articlesFeed(library({}, { today }), editionOn(today));
    const [first, second] = [on('2025-09-01'), on('2025-11-30')];
    expect(await renderRss(second)).toBe(await renderRss(first));
    expect(renderAtom(second)).toBe(renderAtom(first));
    expect(renderJsonFeed(second)).toBe(renderJsonFeed(first));
  });
});
