/** Feeds of the sample content, and what readers' programs get from each format of one. */
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import type { Element } from 'xast';
import { articlesFeed } from '../../src/feeds/articles-feed.ts';
import { renderAtom } from '../../src/feeds/atom.ts';
import type { Feed, FeedContext } from '../../src/feeds/feed.ts';
import { renderJsonFeed } from '../../src/feeds/json-feed.ts';
import { renderRss } from '../../src/feeds/rss.ts';
import { day } from '../../src/model/day.ts';
import type { FeedFormat } from '../../src/model/media-types.ts';
import { type Files, library } from '../reader/sample-content.ts';
import { elements, only, rootOf, textIn, textOf } from './xml-tree.ts';

export const origin = 'https://blatt.example';

/** Feeds as a build on that day makes them. */
export function editionOn(today: string): FeedContext {
  return { origin, today: day(today) };
}

export const edition = editionOn('2025-09-01');

/** The main feed of the sample content with these changes. */
export function mainFeed(files: Files = {}): Feed {
  return articlesFeed(library(files), edition);
}

/** The channel of a feed in RSS and its items. */
export async function inRss(feed: Parameters<typeof renderRss>[0]): Promise<{ channel: Element; items: Element[] }> {
  const channel = only(rootOf(await renderRss(feed)), 'channel');
  return { channel, items: elements(channel, 'item') };
}

/** A feed in Atom and its entries. */
export function inAtom(feed: Feed): { root: Element; entries: Element[] } {
  const root = rootOf(renderAtom(feed));
  return { root, entries: elements(root, 'entry') };
}

/** What each format says about an entry. */
export interface Told {
  id: string;
  title: string;
  url: string | null | undefined;
  summary: string;
  html: string;
  /** Milliseconds since 1970. */
  published: number;
  authors: string[];
  categories: (string | null | undefined)[];
}

/** The entries of a feed as programs read them in each format. */
export async function inEveryFormat(feed: Feed): Promise<Record<FeedFormat, Told[]>> {
  const { items } = await inRss(feed);
  const { root, entries } = inAtom(feed);
  return {
    RSS: items.map((item) => ({
      id: textOf(item, 'guid'),
      title: textOf(item, 'title'),
      url: textOf(item, 'link'),
      summary: plainText(fromHtml(textOf(item, 'description'), { fragment: true })),
      html: textOf(item, 'content:encoded'),
      published: Date.parse(textOf(item, 'pubDate')),
      authors: elements(item, 'dc:creator').map(textIn),
      categories: elements(item, 'category').map(textIn),
    })),
    Atom: entries.map((entry) => ({
      id: textOf(entry, 'id'),
      title: textOf(entry, 'title'),
      url: elements(entry, 'link').find(({ attributes }) => attributes.rel === 'alternate')?.attributes.href,
      summary: textOf(entry, 'summary'),
      html: textOf(entry, 'content'),
      published: Date.parse(textOf(entry, 'published')),
      authors: elements(elements(entry, 'author').length > 0 ? entry : root, 'author').map((one) =>
        textOf(one, 'name'),
      ),
      categories: elements(entry, 'category').map(({ attributes }) => attributes.label),
    })),
    'JSON Feed': parsedJson(feed).items.map((item) => ({
      id: item.id,
      title: item.title,
      url: item.url,
      summary: item.summary,
      html: item.content_html,
      published: Date.parse(item.date_published),
      authors: item.authors.map(({ name }) => name),
      categories: item.tags,
    })),
  };
}

interface JsonItem extends Record<'id' | 'title' | 'url' | 'summary' | 'content_html' | 'date_published', string> {
  date_modified?: string;
  authors: { name: string }[];
  tags: string[];
  attachments?: { url: string; mime_type: string; title: string; size_in_bytes: number }[];
}

/** The feed in JSON, as far as tests look at it. */
export function parsedJson(feed: Feed): Record<string, unknown> & { items: JsonItem[] } {
  return JSON.parse(renderJsonFeed(feed));
}
