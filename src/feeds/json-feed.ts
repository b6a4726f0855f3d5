/** JSON Feed 1.1. */

import { digitalSourceUrl } from '../model/picture.ts';
import { momentText } from '../views/parts/date.ts';
import type { Entry, EntryPicture, Feed } from './feed.ts';

/** The feed as a JSON document. */
export function renderJsonFeed(feed: Feed): string {
  const { title, description, home, self, language, author, entries } = feed;
  const document = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description,
    home_page_url: home,
    feed_url: self,
    language,
    authors: [{ name: author.name }],
    items: entries.map(item),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function item(entry: Entry) {
  const { id, title, url, summary, html, published, updated, authors, categories, pictures, enclosures } = entry;
  const [picture] = pictures;
  return {
    id,
    url,
    title,
    summary,
    content_html: html,
    date_published: momentText(published),
    ...(!updated.equals(published) && { date_modified: momentText(updated) }),
    authors: authors.map((name) => ({ name })),
    language: entry.language,
    // Two terms of different lists may have one name, and tags are unique.
    tags: [...new Set(categories.map(({ label }) => label))],
    ...(picture && { image: picture.url, _bildnachweis: { bilder: pictures.map(creditOf) } }),
    ...(enclosures.length > 0 && {
      attachments: enclosures.map((file) => ({
        url: file.url,
        mime_type: file.mediaType,
        title: file.title,
        size_in_bytes: file.bytes,
      })),
    }),
  };
}

/** JSON Feed knows no credits; its extensions are objects whose names begin with an underscore. */
function creditOf({
  url,
  line,
  alt,
  creator,
  credit,
  copyright,
  licence,
  licenceUrl,
  sourceUrl,
  ...rest
}: EntryPicture) {
  return {
    url,
    alt,
    line,
    creator,
    credit,
    copyright,
    licence,
    licence_url: licenceUrl,
    source_url: sourceUrl,
    digital_source_type: digitalSourceUrl(rest),
  };
}
