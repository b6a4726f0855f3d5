/** What stands around every page: menus, the box for subscribers, the footer, the head's links to feeds. */
import { addresses } from '../../model/address.ts';
import type { Library, OwnPage, Site } from '../../model/library.ts';
import { feedTypes } from '../../model/media-types.ts';
import { publisherNames } from '../../model/publisher.ts';
import { recall } from '../../model/remembered.ts';
import { type Contents, isThere, singlePages } from '../../model/site-pages.ts';
import { followWords } from '../../words/follow.ts';
import { frameWords } from '../../words/frame.ts';
import type { Link } from '../article/teaser.ts';

export interface MenuItem extends Link {
  /** `page` is the page itself, `true` one below it (ARIA `aria-current`). */
  current: 'page' | 'true' | undefined;
}

export interface FeedLink {
  type: string;
  title: string;
  path: string;
}

function item(text: string, path: string, here: string): MenuItem {
  return { text, path, current: here === path ? 'page' : here.startsWith(path) ? 'true' : undefined };
}

/** What decides which pages there are to link to. */
type Menus = Pick<Library, 'legal' | 'pages'> & Contents;

/** The header's menu, seen from the page with the path `here`. */
export function mainMenu(here: string, library: Menus): MenuItem[] {
  return menu('menu', here, library);
}

/** The footer's menu. */
export function footerMenu(here: string, library: Menus): MenuItem[] {
  return menu('footer', here, library);
}

/** The organisation's own pages stand behind the publication's, and before what belongs at the end. */
function linksIn(place: NonNullable<OwnPage['showIn']>, library: Menus): Link[] {
  const ofTheSite = (showIn: string) => singlePages.filter((page) => page.showIn === showIn && isThere(page, library));
  const own = library.pages.filter(({ showIn }) => showIn === place);
  return [...ofTheSite(place), ...own, ...ofTheSite(`${place}-end`)].map(({ title, path }) => ({ text: title, path }));
}

function menu(place: NonNullable<OwnPage['showIn']>, here: string, library: Menus): MenuItem[] {
  const links = recall(library, linksIn, place, () => linksIn(place, library));
  return links.map(({ text, path }) => item(text, path, here));
}

/** Who publishes, in one line. */
export function publishedBy(site: { publishers: readonly { name: string }[] }): string {
  return frameWords.publishedBy(publisherNames(site));
}

/** A piece of a line; some stand there on paper only. */
export interface FooterPiece {
  text: string;
  isOnPaper?: true;
}

/**
 * Who publishes, each named once; behind each on paper the address and e-mail, and at the end where the whole imprint
 * stands (§ 5 DDG).
 */
export function footerLine(site: Pick<Site, 'publishers'>, origin: string): FooterPiece[] {
  return recall(site, makeFooterLine, origin, () => makeFooterLine(site, origin));
}

function makeFooterLine({ publishers }: Pick<Site, 'publishers'>, origin: string): FooterPiece[] {
  const pieces = frameWords.publishedByEach(publishers.map(({ name }) => name)).flatMap(({ text, index }) => {
    const publisher = index === undefined ? undefined : publishers[index];
    if (!publisher) return [{ text }];
    const { address, email } = publisher;
    const where = [address.street, `${address.postalCode} ${address.city}`, email].join(', ');
    return [{ text }, { text: ` (${where})`, isOnPaper: true as const }];
  });
  return [...pieces, { text: `. ${frameWords.imprint}: ${origin}${addresses.imprint}`, isOnPaper: true }];
}

/** How often issues appear, as the box for subscribers says it. */
export function frequencyText({ frequency }: Pick<Site, 'frequency'>): string | undefined {
  return frequency && followWords.frequency(frequency);
}

/** The newest articles in each format, for readers' programs to find. */
export function feedLinks({ title }: Pick<Site, 'title'>): FeedLink[] {
  return [
    { type: feedTypes.RSS, title: frameWords.feedTitle(title, 'RSS'), path: addresses.rss },
    { type: feedTypes.Atom, title: frameWords.feedTitle(title, 'Atom'), path: addresses.atom },
    { type: feedTypes['JSON Feed'], title: frameWords.feedTitle(title, 'JSON Feed'), path: addresses.json },
  ];
}
