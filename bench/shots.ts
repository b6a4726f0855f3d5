/** What the gallery shows: a page of every type, and what has no page of its own. */
import type { PageName } from '../src/model/address.ts';
import type { SeriesName } from '../src/model/site-pages.ts';

export interface Shot {
  /** Its files begin with it. */
  name: string;
  /** One line in the gallery. */
  caption: string;
  /** Paper has one size and no dark side. */
  isPaper?: boolean;
  /** What a window shows at once, not the whole page. */
  isWindow?: boolean;
}

/** By the names that pages have in the list of the site's pages: a page without a shot does not compile. */
export const pageShots: Record<PageName | SeriesName, Shot> = {
  home: { name: 'home', caption: 'Home: the year as a ruler, the newest issue, case studies, earlier issues' },
  issues: { name: 'archive', caption: 'Archive: a ruler a year, then every issue with its headlines' },
  year: { name: 'year', caption: 'Archive of one year' },
  issue: { name: 'issue', caption: 'Issue: lead, editorial, contents, neighbours' },
  article: { name: 'case-study', caption: 'Case study whose picture must not be shown: a drawing stands for it' },
  caseStudies: { name: 'case-studies', caption: 'All case studies' },
  topics: { name: 'topics', caption: 'All topics' },
  topic: { name: 'topic', caption: 'Articles on a topic' },
  municipalities: { name: 'municipalities', caption: 'All municipalities' },
  municipality: { name: 'municipality', caption: 'A municipality with its facts' },
  software: { name: 'software-list', caption: 'All software' },
  program: { name: 'software', caption: 'A software with its facts' },
  search: { name: 'search', caption: 'Search with results' },
  feeds: { name: 'feeds', caption: 'All feeds, and what a feed is' },
  subscribe: { name: 'subscribe', caption: 'The form for the Abo' },
  imprint: { name: 'imprint', caption: 'Imprint' },
  privacy: { name: 'privacy', caption: 'Data protection notice' },
  accessibility: { name: 'accessibility', caption: 'Accessibility statement' },
  easyLanguage: { name: 'easy-language', caption: 'Leichte Sprache' },
  credits: { name: 'credits', caption: 'Every picture with its credit' },
  corrections: { name: 'corrections', caption: 'Everything that was corrected or withdrawn, by year' },
  ownPage: { name: 'own-page', caption: 'A page of the organisation’s own' },
  notFound: { name: 'not-found', caption: 'A page that does not exist' },
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

/** Of the editors' desk; their windows are taken as they stand, without what has to be scrolled to. */
export const deskShots = {
  overview: {
    name: 'desk-overview',
    caption: 'The editors’ desk: the year, and how far every text is',
    isWindow: true,
  },
  imported: {
    name: 'desk-imported',
    caption: 'The desk: what an import recognised, and what is left to do',
    isWindow: true,
  },
  picture: {
    name: 'desk-picture',
    caption: 'The desk: a picture is added, with what has to be known of it',
    isWindow: true,
  },
  writing: {
    name: 'desk-writing',
    caption: 'The desk: a text with its problems, beside what readers will see',
    isWindow: true,
  },
  history: { name: 'desk-history', caption: 'The desk: earlier states, and what has changed', isWindow: true },
} satisfies Record<string, Shot>;
