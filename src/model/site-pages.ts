/**
 * The pages of the site, each declared once. Menus, footer, sitemap, address book, screenshots and the tests of every
 * page type read this list, in its order. A new page needs an address, an entry here and its file in `src/pages/`.
 */
import { frameWords } from '../words/frame.ts';
import type { TermKind } from '../words/terms.ts';
import { issuePath, type PageName, pageAddresses, termPath, yearPath } from './address.ts';
import type { contentFiles } from './content-files.ts';
import type { Day } from './day.ts';
import { articleChange, articlesChange, changesByTerm, issueChange, newest, picturesChange } from './last-change.ts';
import { isPublished, type LegalTexts, type Library } from './library.ts';

/** From where every page links to a page: `-end` is behind the organisation's own pages. */
type Place = 'menu' | 'menu-end' | 'footer' | 'footer-end' | 'nowhere';

/** A page that there is one of. */
export interface SitePage {
  /** What links call it; its own heading may say more. */
  title: string;
  showIn: Place;
  /** The day of its last change; undefined where none is known: better none than a false one. */
  changedOn: (library: Library) => Day | undefined;
  /** Whether search engines may list it. */
  isListed: boolean;
  /** The file in `content/` that it is made of, where there is one. */
  madeOf?: 'site' | (keyof LegalTexts & keyof typeof contentFiles);
  /** That file may be missing, and then there is no page. */
  isOptional?: true;
  /** Whether it has anything to say; until then no menu and no search engine leads to it. */
  hasContent?: (library: Contents) => boolean;
}

/** What decides whether a page has anything to say. */
export type Contents = Pick<Library, 'corrections' | 'byMunicipality' | 'bySoftware'>;

/** Pages that there are many of. */
export interface PageSeries {
  /** As Astro names it. */
  route: `/${string}/`;
  /** Those that search engines may list. */
  listed: (library: Library) => ListedPage[];
}

export interface ListedPage {
  path: string;
  changedOn?: Day;
}

export type SeriesName = 'topic' | 'municipality' | 'program' | 'year' | 'issue' | 'article' | 'ownPage';

const unknown = () => undefined;
const issuesOf = ({ issues }: Library) => issues.filter(isPublished);
const articlesOf = ({ articles }: Library) => articles.filter(isPublished);
const caseStudiesChange = (library: Library) =>
  articlesChange(articlesOf(library).filter(({ kind }) => kind === 'case-study'));

export const sitePages: Record<PageName, SitePage> & Record<SeriesName, PageSeries> = {
  home: {
    title: frameWords.home,
    showIn: 'nowhere',
    changedOn: (library) => newest([...issuesOf(library).slice(0, 1).map(issueChange), caseStudiesChange(library)]),
    isListed: true,
    madeOf: 'site',
  },
  issues: {
    title: frameWords.issues,
    showIn: 'menu',
    changedOn: (library) => newest(issuesOf(library).map(issueChange)),
    isListed: true,
  },
  caseStudies: { title: frameWords.caseStudies, showIn: 'menu', changedOn: caseStudiesChange, isListed: true },
  topics: { title: frameWords.topics, showIn: 'menu', changedOn: termsChange('topics'), isListed: true },
  topic: { route: '/themen/[topic]/', listed: termPages('topics') },
  municipalities: {
    title: frameWords.municipalities,
    showIn: 'footer-end',
    changedOn: termsChange('municipalities'),
    isListed: true,
    hasContent: ({ byMunicipality }) => byMunicipality.size > 0,
  },
  municipality: { route: '/kommunen/[municipality]/', listed: termPages('municipalities') },
  software: {
    title: frameWords.software,
    showIn: 'footer-end',
    changedOn: termsChange('software'),
    isListed: true,
    hasContent: ({ bySoftware }) => bySoftware.size > 0,
  },
  program: { route: '/verfahren/[software]/', listed: termPages('software') },
  year: {
    route: '/ausgaben/[year]/',
    listed: (library) =>
      [...Map.groupBy(issuesOf(library), ({ week }) => week.year)].map(([year, issues]) => ({
        path: yearPath(year),
        changedOn: newest(issues.map(issueChange)),
      })),
  },
  issue: {
    route: '/ausgaben/[year]/[week]/',
    listed: (library) =>
      issuesOf(library).map((issue) => ({ path: issuePath(issue.week), changedOn: issueChange(issue) })),
  },
  article: {
    route: '/ausgaben/[year]/[week]/[slug]/',
    listed: (library) =>
      articlesOf(library).map((article) => ({ path: article.path, changedOn: articleChange(article) })),
  },
  ownPage: {
    route: '/[page]/',
    listed: ({ pages }) => pages.filter(isPublished).map(({ path, updatedOn }) => ({ path, changedOn: updatedOn })),
  },
  /** One click away from everywhere, and called by its name (§ 5 DDG). */
  imprint: { title: frameWords.imprint, showIn: 'footer', changedOn: unknown, isListed: true },
  privacy: {
    title: frameWords.privacy,
    showIn: 'footer',
    changedOn: ({ legal }) => legal.datenschutz.updatedOn,
    isListed: true,
    madeOf: 'datenschutz',
  },
  accessibility: {
    title: frameWords.accessibility,
    showIn: 'footer',
    changedOn: ({ legal }) => legal.barrierefreiheit.reviewedOn,
    isListed: true,
    madeOf: 'barrierefreiheit',
  },
  easyLanguage: {
    title: frameWords.easyLanguage,
    showIn: 'footer',
    changedOn: ({ legal }) => legal.leichteSprache?.updatedOn,
    isListed: true,
    madeOf: 'leichteSprache',
    isOptional: true,
  },
  credits: {
    title: frameWords.credits,
    showIn: 'footer',
    changedOn: (library) => newest(issuesOf(library).map(picturesChange)),
    isListed: true,
  },
  corrections: {
    title: frameWords.corrections,
    showIn: 'footer-end',
    changedOn: ({ corrections }) => newest(corrections.map(({ day }) => day)),
    isListed: true,
    hasContent: ({ corrections }) => corrections.length > 0,
  },
  feeds: { title: frameWords.feeds, showIn: 'footer', changedOn: unknown, isListed: true },
  subscribe: { title: frameWords.subscribe, showIn: 'menu-end', changedOn: unknown, isListed: true },
  search: { title: frameWords.search, showIn: 'menu-end', changedOn: unknown, isListed: true },
  notFound: { title: frameWords.notFound, showIn: 'nowhere', changedOn: unknown, isListed: false },
};

const all = Object.entries<SitePage | PageSeries>(sitePages);

/** Each page that there is one of, with its address, in the order of the list. */
export const singlePages: readonly (SitePage & { path: string })[] = all.flatMap(([name, page]) =>
  'route' in page ? [] : [{ ...page, path: pageAddresses[name as PageName] }],
);

/** Whether the site has the page and it says something. */
export function isThere({ madeOf, hasContent }: SitePage, library: { legal: LegalTexts } & Contents): boolean {
  if (hasContent && !hasContent(library)) return false;
  return madeOf === undefined || madeOf === 'site' || library.legal[madeOf] !== undefined;
}

/**
 * Every page that search engines may list, in the order of the list. Left out: withdrawn articles, redirects, the error
 * page, pages of terms that no article has, and what is not published yet.
 */
export function listedPages(library: Library): ListedPage[] {
  return all.flatMap(([name, page]) => {
    if ('route' in page) return page.listed(library);
    if (!page.isListed || !isThere(page, library)) return [];
    return [{ path: pageAddresses[name as PageName], changedOn: page.changedOn(library) }];
  });
}

function termsChange(kind: TermKind): SitePage['changedOn'] {
  return (library) => newest(changesByTerm(articlesOf(library), kind).values());
}

function termPages(kind: TermKind): PageSeries['listed'] {
  return (library) =>
    [...changesByTerm(articlesOf(library), kind)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([slug, changedOn]) => ({ path: termPath(kind, slug), changedOn }));
}
