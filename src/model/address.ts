import type { TermKind } from '../words/terms.ts';
import { type IssueWeek, weekSegment } from './week.ts';

/**
 * The pages that there is one of each. What they are called, where they are linked and when they have changed is in
 * `site-pages.ts`.
 */
export const pageAddresses = {
  home: '/',
  issues: '/ausgaben/',
  caseStudies: '/praxisberichte/',
  topics: '/themen/',
  municipalities: '/kommunen/',
  software: '/verfahren/',
  feeds: '/feeds/',
  subscribe: '/abo/',
  search: '/suche/',
  imprint: '/impressum/',
  privacy: '/datenschutz/',
  accessibility: '/barrierefreiheit/',
  easyLanguage: '/leichte-sprache/',
  credits: '/bildnachweise/',
  corrections: '/berichtigungen/',
  notFound: '/404.html',
} as const;

export type PageName = keyof typeof pageAddresses;

/** Files that programs read. */
export const documentAddresses = {
  accessibilityData: '/barrierefreiheit.json',
  rss: '/feed/rss.xml',
  atom: '/feed/atom.xml',
  json: '/feed/feed.json',
  issuesFeed: '/feed/ausgaben.xml',
  opml: '/feed/feeds.opml',
  feedStyle: '/feed/feed.css',
  sitemap: '/sitemap-index.xml',
  houseStyle: '/haus.css',
  sign: '/zeichen.svg',
} as const;

/**
 * Every address of the site as a path. They are promises to readers and never change once published:
 * add, don't rename.
 */
export const addresses = { ...pageAddresses, ...documentAddresses } as const;

/** Folder of the search engine's files, made at the end of a build. */
export const searchIndexFolder = '/pagefind/';

/** Folder of the prepared pictures. */
export const picturesPath = '/bilder/';

/** Folder of what only the preview shows. */
export const previewPath = '/vorschau/';

/** A page of the organisation's own. */
export function ownPagePath(slug: string): string {
  return `/${slug}/`;
}

export function yearPath(year: number): string {
  return `${addresses.issues}${year}/`;
}

export function issuePath(week: IssueWeek): string {
  return `${yearPath(week.year)}${weekSegment(week)}/`;
}

export function articlePath(week: IssueWeek, slug: string): string {
  return `${issuePath(week)}${slug}/`;
}

/** Calendar file of an event. */
export function calendarPath(articleAddress: string): string {
  return `${articleAddress}termin.ics`;
}

export function termPath(kind: TermKind, slug: string): string {
  return `${addresses[kind]}${slug}/`;
}

export function topicFeedPath(slug: string): string {
  return `${termPath('topics', slug)}rss.xml`;
}

/** A file of a prepared picture. Its name holds a hash of content and credit, so that it never changes. */
export function pictureFilePath(name: string): string {
  return `${picturesPath}${name}`;
}

/** What the Abo service answers: the form's target, the service's health, and all that follows. */
export const serviceAddresses = {
  signUp: `${addresses.subscribe}anmelden/`,
  health: `${addresses.subscribe}health`,
  metrics: `${addresses.subscribe}metrics`,
  /** Where one asks for the link to leave. */
  leave: `${addresses.subscribe}abmelden/`,
} as const;

/** The frame of the service's pages; only the preview shows it. */
export const shellPath = `${addresses.subscribe}huelle/`;

/** Where a request is confirmed. */
export function confirmPath(token: string): string {
  return `${addresses.subscribe}bestaetigen/${token}/`;
}

/** Where a subscriber ends the subscription, by page and by one click (RFC 8058). */
export function unsubscribePath(token: string): string {
  return `${addresses.subscribe}abmelden/${token}/`;
}

/** The folders below `/abo/` that the Abo service answers, and not the site; web servers hand them on. */
export const serviceSegments = ['anmelden', 'bestaetigen', 'abmelden', 'health'] as const;

const servicePath = new RegExp(`^/abo/(?:${serviceSegments.join('|')})(?:/|$)`);

/** Whether the Abo service answers a path, and not the site. */
export function isServicePath(path: string): boolean {
  return servicePath.test(path);
}

/** The e-mail edition of an issue, as only the preview shows it. */
export function mailPreviewPath(key: string): string {
  return `${previewPath}mail/${key}/`;
}

/** Archive document of a year (RFC 5005). */
export function archiveFeedPath(year: number): string {
  return `/feed/archiv/${year}.xml`;
}

/** Percent decoding that leaves what is no valid encoding as it is; letters as in the names of files. */
export function decodeAddress(url: string): string {
  try {
    return decodeURIComponent(url).normalize('NFC');
  } catch {
    return url;
  }
}
