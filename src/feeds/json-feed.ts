/** JSON Feed 1.1. */
import { momentText } from '../views/date.ts';
import type { Entry, Feed } from './feed.ts';

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

function item({ id, title, url, summary, html, published, updated, authors, categories, enclosures }: Entry) {
  return {
    id,
    url,
    title,
    summary,
    content_html: html,
    date_published: momentText(published),
    ...(!updated.equals(published) && { date_modified: momentText(updated) }),
    authors: authors.map((name) => ({ name })),
    // Two terms of different lists may have one name, and tags are unique.
    tags: [...new Set(categories.map(({ label }) => label))],
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
