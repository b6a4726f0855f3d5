import { articlePath, issuePath } from '../model/address.ts';
import type { Day } from '../model/day.ts';
import { arrange, type Issue, type Library } from '../model/library.ts';
import type { PlacedFile } from '../model/picture.ts';
import { inReadingOrder, isError, type Problem } from '../model/problem.ts';
import { finding } from '../words/problems.ts';
import { makeAddressBook } from './address-book.ts';
import { checkIds, checkLinks, checkNoPictures, checkTerms } from './checks/cross-checks.ts';
import { placedLogo } from './checks/logo-check.ts';
import { checkOriginals, type PictureContext, type WithheldPicture } from './checks/picture-checks.ts';
import { checkRelease } from './checks/release-checks.ts';
import { articleState, Composer, stateOf } from './compose.ts';
import type { ContentFolder } from './files/content-folder.ts';
import { rememberingParser } from './files/file-parser.ts';
import type { IssueFolder } from './files/issue-folder.ts';
import { licensedOriginals } from './files/licensed-originals.ts';
import type { ParsedFile } from './files/parsed-file.ts';
import { noTerms, readSiteFiles, type SiteFiles } from './files/site-files.ts';
import { readIssueFolders } from './issue-folders.ts';
import { typesetTerms } from './typeset-fields.ts';

export interface ReadOptions {
  /** The day that decides what is out already. */
  today: Day;
  /** `preview` shows drafts and what is to come; `publish` knows nothing of them. */
  mode: 'preview' | 'publish';
  /** Refuses example data as well. */
  release?: boolean;
}

export interface Reading {
  /** All that can be shown; undefined when the site's own data are missing or wrong. */
  library?: Library;
  problems: Problem[];
  /** Files of pictures that may be published, still to be looked into; those of drafts too. */
  pictures: PlacedFile[];
  /** Pictures whose originals are not there. */
  withheld: WithheldPicture[];
  /** The domain that new ids are minted in, if `site.md` says so. */
  idAuthority?: string;
}

/**
 * The only reader of `content/`. The function that it returns reads the folder as it is at each call; files that
 * have not changed since the last one are not parsed again.
 */
export function createReader(content: ContentFolder): (options: ReadOptions) => Reading {
  const parse = rememberingParser(content);

  return ({ today, mode, release = false }) => {
    const problems: Problem[] = [];
    const report = (problem: Problem) => {
      problems.push(problem);
    };

    const siteFiles = readSiteFiles(content, parse, today, report);
    const { site, terms } = siteFiles;
    if (site?.usable.example && !release) {
      const place = { file: site.file, line: site.lineOf(['example']), field: 'example' };
      report({ ...place, ...finding('exampleData', {}) });
    }
    const logo = site ? placedLogo(site, content, report) : [];
    const originals = licensedOriginals(content);
    const context: PictureContext = { content, today, originals, report, placed: [], withheld: [], names: new Map() };
    const folders = readIssueFolders(content, parse, context);
    checkOriginals(context);

    const book = makeAddressBook(content, site?.usable.publicUrl, terms, folders);
    book.problems.forEach(report);
    checkIds(folders, report);
    if (terms) checkTerms(folders, terms, report);
    checkAllLinks(siteFiles, folders, book, { today, mode }, report);
    if (release) checkRelease(content, siteFiles, folders, report);

    const broken = new Set(problems.filter(isError).map(({ file }) => file));
    const setTerms = typesetTerms(terms ?? noTerms);
    const composer = new Composer(content, book, setTerms, originals, today);
    const visible = (file: string, state: Issue['state']) =>
      !broken.has(file) && (mode === 'preview' || state === 'published');
    const issues = folders
      .flatMap((folder) => composer.issue(folder, ({ parsed }, state) => visible(parsed.file, state)) ?? [])
      .filter((issue) => visible(issue.file, issue.state));

    const found = {
      problems: inReadingOrder(problems),
      pictures: [...logo, ...context.placed],
      withheld: context.withheld,
      idAuthority: site?.usable.idAuthority,
    };
    const legal = composer.legalTexts(siteFiles.legal);
    if (!site?.value || !legal) return found;
    const library = arrange({
      site: composer.site(site, site.value),
      legal,
      terms: setTerms,
      issues,
    });
    return { ...found, library };
  };
}

function checkAllLinks(
  { site, legal }: SiteFiles,
  folders: readonly IssueFolder[],
  book: ReturnType<typeof makeAddressBook>,
  { today, mode }: ReadOptions,
  report: (problem: Problem) => void,
): void {
  const hidden = new Set<string>();
  const isHidden = new Map<ParsedFile<unknown>, boolean>();
  for (const { index, articles, publishedOn, week } of folders) {
    const issueState = stateOf({ draft: index.usable.draft ?? false, publishedOn }, today);
    const note = (parsed: ParsedFile<unknown>, path: string, state: Issue['state']) => {
      isHidden.set(parsed, state !== 'published');
      if (state !== 'published') hidden.add(path);
    };
    note(index, issuePath(week), issueState);
    for (const { parsed, slug } of articles) {
      const { draft = false, publishedOn: ownDay = publishedOn } = parsed.usable;
      const state = articleState(issueState, { draft, publishedOn: ownDay }, today);
      note(parsed, articlePath(week, slug), state);
    }
  }
  const nothing: ReadonlySet<string> = new Set();
  const texts = [site, ...Object.values(legal), ...isHidden.keys()];
  for (const parsed of texts) {
    if (!parsed) continue;
    if (!isHidden.has(parsed)) checkNoPictures(parsed, report);
    const mayLinkToHidden = mode === 'preview' || isHidden.get(parsed);
    checkLinks(parsed, book, mayLinkToHidden ? nothing : hidden, report);
  }
}
