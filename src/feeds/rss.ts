/** RSS 2.0 after the RSS Advisory Board's profile, with Dublin Core, Media RSS, Atom links and RFC 5005 as extensions. */
import { getRssString, type RSSFeedItem } from '@astrojs/rss';
import { toHtml } from 'hast-util-to-html';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { x } from 'xastscript';
import { addresses } from '../model/address.ts';
import { feedTypes } from '../model/media-types.ts';
import type { Entry, Feed } from './feed.ts';
import { mediaContent, mediaNamespace } from './media-rss.ts';
import { rfc822 } from './moment.ts';
import { writeXml } from './xml.ts';

/** The feed as an RSS document. Throws if `@astrojs/rss` refuses it or writes anything else than a channel. */
export async function renderRss(feed: Feed): Promise<string> {
  const written = await getRssString({
    title: feed.title,
    description: feed.description,
    site: feed.home,
    items: feed.entries.map(item),
  });
  return writeXml(completed(written, feed), addresses.feedStyle);
}

/**
 * An item as far as `@astrojs/rss` knows it. The description comes before the full text: some readers take the last.
 * RSS readers show it as HTML, so that a `<` of the summary has to be escaped; titles are plain text.
 */
function item({ title, url, summary, html, published, categories, enclosures }: Entry): RSSFeedItem {
  // The profile allows one enclosure: the picture, since the full text links to all attachments.
  const [enclosure] = enclosures;
  return {
    title,
    link: url,
    description: toHtml({ type: 'text', value: summary }),
    content: html,
    pubDate: new Date(published.epochMilliseconds),
    categories: categories.map(({ label }) => label),
    ...(enclosure && { enclosure: { url: enclosure.url, length: enclosure.bytes, type: enclosure.mediaType } }),
  };
}

/**
 * The document with what `@astrojs/rss` doesn't write, all of it here. Its own way for additions, `customData`, reads
 * `007` as a number, trims texts and escapes twice; so the tree of its output is changed instead.
 */
function completed(written: string, feed: Feed): Element {
  const rss = child(fromXml(written), 'rss');
  Object.assign(rss.attributes, {
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    ...(feed.entries.some(({ pictures }) => pictures.length > 0) && { 'xmlns:media': mediaNamespace }),
    ...(feed.history?.isArchive && { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' }),
  });
  const channel = child(rss, 'channel');
  const items = children(channel, 'item');
  channel.children.splice(channel.children.length - items.length, 0, ...channelElements(feed));
  items.forEach((one, index) => {
    const entry = feed.entries[index];
    if (entry) completeItem(one, entry);
  });
  return rss;
}

function channelElements({ language, updated, author, publisher, self, history }: Feed): Element[] {
  const link = (rel: string, href: string | undefined) =>
    href === undefined ? [] : [x('atom:link', { rel, href, type: feedTypes.RSS })];
  return [
    x('language', language),
    x('lastBuildDate', rfc822(updated)),
    // The profile wants the address first, then the name in brackets.
    x('managingEditor', `${author.email} (${author.name})`),
    x('dc:publisher', publisher),
    ...link('self', self),
    ...(history?.isArchive ? [x('fh:archive')] : []),
    ...link('current', history?.current),
    ...link('prev-archive', history?.previous),
    ...link('next-archive', history?.next),
  ];
}

/** The permanent id instead of the address, and the author's name: `author` would have to be an e-mail address. */
function completeItem(one: Element, { id, authors, language, pictures }: Entry): void {
  const guid = child(one, 'guid');
  guid.attributes = { isPermaLink: 'false' };
  guid.children = [{ type: 'text', value: id }];
  one.children.push(
    ...authors.map((name) => x('dc:creator', name)),
    ...(language ? [x('dc:language', language)] : []),
    ...pictures.map(mediaContent),
  );
}

function children({ children: all }: Pick<Element, 'children'>, name: string): Element[] {
  return all.filter((node): node is Element => node.type === 'element' && node.name === name);
}

function child(parent: { children: unknown[] }, name: string): Element {
  const [found] = children(parent as Element, name);
  if (!found) throw new Error(`@astrojs/rss has written no <${name}>`);
  return found;
}
