import { describe, expect, it } from 'vitest';
import { archiveFeed } from '../../src/feeds/archive-feed.ts';
import { archiveYears } from '../../src/feeds/archive-years.ts';
import { articlesFeed } from '../../src/feeds/articles-feed.ts';
import { day } from '../../src/model/day.ts';
import type { Library } from '../../src/model/library.ts';
import { article, type Files, library } from '../reader/sample-content.ts';
import { issueOf } from './sample-articles.ts';
import { edition, editionOn, inAtom, inRss } from './sample-feeds.ts';
import { elements, links, only, textOf } from './xml-tree.ts';

const threeYears: Files = { ...issueOf('2024-kw10', '2024-03-07', 2), ...issueOf('2022-kw10', '2022-03-10') };
const yearsOn = (today: string, files: Files) => archiveYears(library(files, { today }), day(today));
const archive = async (content: Library, year: number) => (await inRss(archiveFeed(content, edition, year))).channel;

describe('the years that have an archive', () => {
  it('are the past ones with articles, newest first', () => {
    expect(yearsOn('2025-09-01', threeYears)).toEqual([2024, 2022]);
    expect(yearsOn('2025-12-28', threeYears)).toEqual([2024, 2022]);
    expect(yearsOn('2025-12-29', threeYears)).toEqual([2025, 2024, 2022]);
    expect(yearsOn('2025-09-01', {})).toEqual([]);
  });

  it('are counted by weeks: an issue of week 1 is of the new year, though it came out in the old', () => {
    const newYear = issueOf('2026-kw01', '2025-12-29');
    expect(yearsOn('2025-12-29', newYear)).toEqual([2025]);
    expect(yearsOn('2026-12-31', newYear)).toEqual([2025]);
    expect(yearsOn('2027-01-04', newYear)).toEqual([2026, 2025]);
  });

  it('do not include a year whose articles are withdrawn', () => {
    const files = issueOf('2024-kw10', '2024-03-07', 1, 'withdrawn: Die Zahlen waren falsch.');
    expect(yearsOn('2025-09-01', files)).toEqual([]);
  });

  it('include the current one only when it has more than the main feed can hold', () => {
    const current = (count: number) => yearsOn('2025-09-01', issueOf('2025-kw32', '2025-08-07', count));
    expect(current(19)).toEqual([]);
    expect(current(20)).toEqual([2025]);
  });
});

describe('an archive', () => {
  it('holds all articles of its year, however many, and stays the same on later days', async () => {
    const many = issueOf('2024-kw10', '2024-03-07', 25);
    const on = async (today: string) => {
      const channel = (await inRss(archiveFeed(library(many, { today }), editionOn(today), 2024))).channel;
      return elements(channel, 'item').map((item) => textOf(item, 'guid'));
    };
    const ids = await on('2025-09-01');
    expect(ids).toHaveLength(25);
    expect(await on('2025-09-02')).toEqual(ids);
    expect(await on('2026-09-01')).toEqual(ids);
  });

  it('is marked as one, in the namespace of RFC 5005, and says which year it is of', async () => {
    const channel = await archive(library(threeYears), 2024);
    expect(only(channel, 'fh:archive').children).toEqual([]);
    expect(['title', 'description', 'link'].map((name) => textOf(channel, name))).toEqual([
      'Blatt – Archiv 2024',
      'Alle Beiträge aus den Ausgaben des Jahres 2024.',
      'https://blatt.example/ausgaben/2024/',
    ]);
    expect(textOf(channel, 'lastBuildDate')).toBe('Thu, 07 Mar 2024 06:59:00 GMT');
  });

  it('leads to the main feed and to its neighbours', async () => {
    const content = library({ ...threeYears, ...issueOf('2023-kw10', '2023-03-09') });
    const at = (name: string) => `https://blatt.example/feed/${name}.xml`;
    const current = at('rss');
    const [newest, middle, oldest] = [at('archiv/2024'), at('archiv/2023'), at('archiv/2022')];
    expect(links(await archive(content, 2024), 'atom:link')).toEqual({
      self: newest,
      current,
      'prev-archive': middle,
    });
    expect(links(await archive(content, 2023), 'atom:link')).toEqual({
      self: middle,
      current,
      'prev-archive': oldest,
      'next-archive': newest,
    });
    expect(links(await archive(content, 2022), 'atom:link')).toEqual({
      self: oldest,
      current,
      'next-archive': middle,
    });
  });

  it('does not exist for a year without articles, nor for the current one', () => {
    for (const year of [2023, 2025]) {
      expect(() => archiveFeed(library(threeYears), edition, year)).toThrow(RangeError);
    }
  });
});

describe('the main feed', () => {
  it('leads to the newest archive, but is none', async () => {
    const feed = articlesFeed(library(threeYears), edition);
    const { channel } = await inRss(feed);
    const newest = 'https://blatt.example/feed/archiv/2024.xml';
    expect(links(channel, 'atom:link')).toEqual({
      self: 'https://blatt.example/feed/rss.xml',
      'prev-archive': newest,
    });
    expect(elements(channel, 'fh:archive')).toEqual([]);
    expect(links(inAtom(feed).root)['prev-archive']).toBe(newest);
  });

  it.each([
    ['few articles in the current year', { ...threeYears }],
    ['more than it can hold', { ...threeYears, ...issueOf('2025-kw32', '2025-08-07', 30) }],
    ['none in the current year', { ...threeYears, [article]: undefined }],
  ])('and its archives together hold every article, with %s', async (_, files) => {
    const content = library(files);
    const seen = new Set(articlesFeed(content, edition).entries.map(({ id }) => id));
    let { history } = articlesFeed(content, edition);
    while (history?.previous) {
      const year = Number(/(\d+)\.xml$/.exec(history.previous)?.[1]);
      const next = archiveFeed(content, edition, year);
      expect(next.self).toBe(history.previous);
      for (const { id } of next.entries) seen.add(id);
      history = next.history;
    }
    expect(seen).toEqual(new Set(content.articles.map(({ id }) => id)));
  });
});
