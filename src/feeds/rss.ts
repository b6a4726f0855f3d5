/** RSS 2.0 after the RSS Advisory Board's profile, with Dublin Core, Media RSS, Atom links and RFC 5005 as extensions. */
import { toHtml } from 'hast-util-to-html';
import type { Element } from 'xast';
import { x } from 'xastscript';
import { addresses } from '../model/address.ts';
import { feedTypes } from '../model/media-types.ts';
import type { ArchivedEntry, Entry, Feed } from './feed.ts';
import { mediaContent, mediaName, mediaNamespace } from './media-rss.ts';
import { rfc822 } from './moment.ts';
import { writeElement, writeXml } from './xml.ts';

/** The feed as an RSS document. */
export function renderRss(feed: Feed<Entry | ArchivedEntry>): string {
  const { title, description, home, entries } = feed;
  const items = entries.map((entry) => ('written' in entry ? entry.written(writtenItem) : writtenItem(entry)));
  const channel = x('channel', [
    x('title', title),
    x('description', description),
    x('link', new URL(home).href),
    ...channelElements(feed),
    { type: 'raw', value: items.join('') },
  ]);
  return writeXml(x('rss', { version: '2.0', ...namespaces(feed, items) }, channel), addresses.feedStyle);
}

function namespaces({ history }: Feed<unknown>, items: readonly string[]): Record<string, string> {
  return {
    'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
    'xmlns:atom': 'http://www.w3.org/2005/Atom',
    'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
    ...(items.some((item) => item.includes(`<${mediaName} `)) && { 'xmlns:media': mediaNamespace }),
    ...(history?.isArchive && { 'xmlns:fh': 'http://purl.org/syndication/history/1.0' }),
  };
}

function channelElements({ language, updated, author, publisher, self, history }: Feed<unknown>): Element[] {
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

function writtenItem(entry: Entry): string {
  return writeElement(item(entry));
}

/**
 * The permanent id instead of the address, and the authors' names as Dublin Core: `author` would have to be an e-mail
 * address. The description comes before the full text: some readers take the last. They show it as HTML, so that a `<` of
 * the summary has to be escaped; titles are plain text.
 */
function item({ id, title, url, summary, html, published, authors, language, categories, pictures, ...rest }: Entry) {
  // The profile allows one enclosure: the picture, since the full text links to all attachments.
  const [file] = rest.enclosures;
  return x('item', [
    x('title', title),
    x('link', url),
    x('guid', { isPermaLink: 'false' }, id),
    ...(summary ? [x('description', toHtml({ type: 'text', value: summary }))] : []),
    x('pubDate', new Date(published.epochMilliseconds).toUTCString()),
    x('content:encoded', html || undefined),
    ...categories.map(({ label }) => x('category', label)),
    ...(file ? [x('enclosure', { url: file.url, length: file.bytes, type: file.mediaType })] : []),
    ...authors.map((name) => x('dc:creator', name)),
    ...(language ? [x('dc:language', language)] : []),
    ...pictures.map(mediaContent),
  ]);
}
