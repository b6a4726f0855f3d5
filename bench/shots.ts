/** What the gallery shows: a page of every type, and what has no page of its own. */

export interface Shot {
  /** Its files begin with it. */
  name: string;
  /** One line in the gallery. */
  caption: string;
  /** Paper has one size and no dark side. */
  isPaper?: boolean;
}

/** By route, as Astro names it. */
export const routeShots: Record<string, Shot> = {
  '/': { name: 'home', caption: 'Home: the year as a ruler, the newest issue, case studies, earlier issues' },
  '/ausgaben/': { name: 'archive', caption: 'Archive: a ruler a year, then every issue with its headlines' },
  '/ausgaben/[year]/': { name: 'year', caption: 'Archive of one year' },
  '/ausgaben/[year]/[week]/': { name: 'issue', caption: 'Issue: lead, editorial, contents, neighbours' },
  '/ausgaben/[year]/[week]/[slug]': {
    name: 'case-study',
    caption: 'Case study whose picture must not be shown: a drawing stands for it',
  },
  '/praxisberichte/': { name: 'case-studies', caption: 'All case studies' },
  '/themen/': { name: 'topics', caption: 'All topics' },
  '/themen/[topic]': { name: 'topic', caption: 'Articles on a topic' },
  '/kommunen/': { name: 'municipalities', caption: 'All municipalities' },
  '/kommunen/[municipality]': { name: 'municipality', caption: 'A municipality with its facts' },
  '/verfahren/': { name: 'software-list', caption: 'All software' },
  '/verfahren/[software]': { name: 'software', caption: 'A software with its facts' },
  '/suche/': { name: 'search', caption: 'Search with results' },
  '/feeds/': { name: 'feeds', caption: 'All feeds, and what a feed is' },
  '/abo/': { name: 'subscribe', caption: 'The form for the Abo' },
  '/impressum/': { name: 'imprint', caption: 'Imprint' },
  '/datenschutz/': { name: 'privacy', caption: 'Data protection notice' },
  '/barrierefreiheit/': { name: 'accessibility', caption: 'Accessibility statement' },
  '/leichte-sprache/[...page]': { name: 'easy-language', caption: 'Leichte Sprache' },
  '/bildnachweise/': { name: 'credits', caption: 'Every picture with its credit' },
  '/404': { name: 'not-found', caption: 'A page that does not exist' },
};

export const eventShot = { name: 'event', caption: 'Event: its day like a leaf of a calendar' };
export const pictureShot = { name: 'notice', caption: 'Notice with a picture, a table and an attachment' };
export const withdrawnShot = { name: 'withdrawn', caption: 'An article that was withdrawn' };
export const refusedShot = { name: 'abo-refused', caption: 'The Abo service: an address that can’t be one' };
export const confirmShot = {
  name: 'abo-confirm',
  caption: 'The Abo service: confirming with a button, not by the mere link',
};
export const mailShot = { name: 'mail', caption: 'The e-mail edition as HTML' };
export const paperShot = { name: 'paper', caption: 'An issue on paper', isPaper: true };
