/** Atom, RFC 4287. */
import type { Element } from 'xast';
import { x } from 'xastscript';
import { addresses } from '../model/address.ts';
import { feedTypes } from '../model/media-types.ts';
import { momentText } from '../views/parts/date.ts';
import type { Entry, Feed } from './feed.ts';
import { writeXml } from './xml.ts';

/** The feed as an Atom document. Archives are RSS, in which RFC 5005 allows them to continue any feed. */
export function renderAtom(feed: Feed): string {
  const { id, title, description, home, self, language, updated, author, entries, history } = feed;
  const root = x('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': language }, [
    x('id', id),
    x('title', title),
    x('subtitle', description),
    x('updated', momentText(updated)),
    x('author', [x('name', author.name), x('email', author.email)]),
    x('link', { rel: 'self', type: feedTypes.Atom, href: self }),
    x('link', { rel: 'alternate', type: 'text/html', href: home }),
    ...(history?.previous ? [x('link', { rel: 'prev-archive', type: feedTypes.RSS, href: history.previous })] : []),
    ...entries.map((entry) => entryElement(entry, author.name)),
  ]);
  return writeXml(root, addresses.feedStyle);
}

/** An entry names its authors only where the feed's isn't the one (RFC 4287, section 4.1.2). */
function entryElement(entry: Entry, feedAuthor: string): Element {
  const { id, title, url, summary, html, published, updated, authors, categories, enclosures } = entry;
  const own = authors.filter((name) => name !== feedAuthor);
  return x('entry', entry.language ? { 'xml:lang': entry.language } : {}, [
    x('id', id),
    x('title', title),
    x('published', momentText(published)),
    x('updated', momentText(updated)),
    ...own.map((name) => x('author', [x('name', name)])),
    x('link', { rel: 'alternate', type: 'text/html', href: url }),
    ...enclosures.map((file) =>
      x('link', { rel: 'enclosure', type: file.mediaType, length: file.bytes, title: file.title, href: file.url }),
    ),
    ...categories.map(({ term, scheme, label }) => x('category', { term, scheme, label })),
    x('summary', summary),
    x('content', { type: 'html' }, html),
  ]);
}
