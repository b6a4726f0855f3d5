/** What stands around every page: menus, the box for subscribers, the footer, the head's links to feeds. */
import { addresses, easyLanguageAddress } from '../../model/address.ts';
import type { LegalTexts, Site } from '../../model/library.ts';
import { feedTypes } from '../../model/media-types.ts';
import { followWords } from '../../words/follow.ts';
import { frameWords } from '../../words/frame.ts';
import { commonWords } from '../../words/phrases.ts';
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

/** The header's menu, seen from the page with the path `here`. */
export function mainMenu(here: string): MenuItem[] {
  return [
    item(frameWords.issues, addresses.issues, here),
    item(frameWords.caseStudies, addresses.caseStudies, here),
    item(frameWords.topics, addresses.topics, here),
    item(frameWords.subscribe, addresses.subscribe, here),
    item(frameWords.search, addresses.search, here),
  ];
}

/** The footer's menu. The imprint is one click away and called by its name (§ 5 DDG). */
export function footerMenu(here: string, { leichteSprache }: Pick<LegalTexts, 'leichteSprache'>): MenuItem[] {
  return [
    item(frameWords.imprint, addresses.imprint, here),
    item(frameWords.privacy, addresses.privacy, here),
    item(frameWords.accessibility, addresses.accessibility, here),
    ...(leichteSprache ? [item(frameWords.easyLanguage, easyLanguageAddress, here)] : []),
    item(frameWords.credits, addresses.credits, here),
    item(frameWords.feeds, addresses.feeds, here),
    item(frameWords.municipalities, addresses.municipalities, here),
    item(frameWords.software, addresses.software, here),
  ];
}

/** Who publishes, in one line. */
export function publishedBy({ publishers }: Pick<Site, 'publishers'>): string {
  return frameWords.publishedBy(commonWords.and(publishers.map(({ name }) => name)));
}

/** What a printed page says of its publisher: address, e-mail and where the whole imprint stands (§ 5 DDG). */
export function printImprint({ publishers }: Pick<Site, 'publishers'>, origin: string): string {
  const lines = publishers.map(({ name, address: { street, postalCode, city }, email }) =>
    [name, street, `${postalCode} ${city}`, email].join(', '),
  );
  return [...lines, `${frameWords.imprint}: ${origin}${addresses.imprint}`].join('. ');
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
