/** OPML 2.0: a list of feeds that readers' programs take in at once. */
import { x } from 'xastscript';
import type { Library } from '../model/library.ts';
import { legal } from '../text/characters.ts';
import { feedWords } from '../words/feeds.ts';
import type { FeedContext } from './feed.ts';
import { feedList } from './feed-list.ts';
import { writeXml } from './xml.ts';

/** All feeds as an OPML document, each once: a program that takes the list in would follow every format of it. */
export function renderOpml(library: Library, { origin }: FeedContext): string {
  const { site } = library;
  const feeds = legal(feedList(library).filter(({ format }) => format === 'RSS'));
  const outlines = feeds.map(({ title, description, path, home }) =>
    x('outline', {
      type: 'rss',
      version: 'RSS2',
      text: title,
      title,
      description,
      language: feedWords.language,
      xmlUrl: origin + path,
      htmlUrl: origin + home,
    }),
  );
  return writeXml(
    x('opml', { version: '2.0' }, [
      x('head', [x('title', legal(feedWords.opmlTitle(site.title))), x('ownerName', legal(site.editors.name))]),
      x('body', outlines),
    ]),
  );
}
