import { arrange } from '../model/arrange.ts';
import { contentFolders } from '../model/content-files.ts';
import type { Library, State } from '../model/library.ts';
import type { PlacedFile } from '../model/picture.ts';
import { inReadingOrder, type Problem, type Report, withUnfinished } from '../model/problem.ts';
import type { Release, WorkingTime } from '../model/release.ts';
import { termsSchema } from '../model/terms.ts';
import { finding } from '../words/problems.ts';
import { type AddressBook, makeAddressBook } from './address-book.ts';
import { checkApprovals } from './checks/approval-checks.ts';
import { checkIds, checkLinks, checkNoPictures, checkTerms } from './checks/cross-checks.ts';
import { checkImprintFiles } from './checks/imprint-files.ts';
import { placedLogo } from './checks/logo-check.ts';
import { checkOriginals, type PictureContext, type WithheldPicture } from './checks/picture-checks.ts';
import { checkPlainFiles } from './checks/plain-files.ts';
import { checkRelated } from './checks/related-check.ts';
import { checkRelease } from './checks/release-checks.ts';
import { Composer } from './compose.ts';
import type { ContentFolder } from './files/content-folder.ts';
import { saysDraft } from './files/draft-line.ts';
import { parserWith, rememberFiles } from './files/file-parser.ts';
import { type IssueFolder, isDraftIn, releaseIn, textsOf } from './files/issue-folder.ts';
import { licensedOriginals } from './files/licensed-originals.ts';
import type { ParsedFile } from './files/parsed-file.ts';
import { readSiteFiles } from './files/site-files.ts';
import { noTerms } from './files/terms-file.ts';
import type { TextMemory } from './files/text-memory.ts';
import { readIssueFolders } from './issue-folders.ts';
import type { IssueMemory } from './issue-memory.ts';
import type { KnownContent } from './known-content.ts';
import { tellIssues } from './known-issues.ts';
import { type OwnPageFile, readOwnPages } from './own-pages.ts';
import { articleState, pageState, stateOf } from './states.ts';
import { typesetFields } from './typeset-fields.ts';

/** Day and moment decide what is out already. */
export interface ReadOptions extends WorkingTime {
  /** `preview` shows drafts and what is to come; `publish` knows nothing of them. */
  mode: 'preview' | 'publish';
  /** Refuses example data as well; given as a function, in the files alone of which that says so. */
  release?: boolean | ((file: string) => boolean);
  /** Gives a library also where a legal text is not in order, with what stands in for it: for whoever shows all but that. */
  isLegalStoodIn?: boolean;
}

export interface Reading {
  /** All that can be shown; undefined when the site's own data are missing or wrong. */
  library?: Library;
  problems: Problem[];
  /** Whether a file of `content/` is a draft, or lies in a draft issue. */
  isDraft(file: string): boolean;
  /** Files of pictures that may be published, still to be looked into; those of drafts too. */
  pictures: PlacedFile[];
  /** How much there is that is in order, with drafts and what is to come. */
  all: { issues: number; articles: number; pages: number };
  /** Pictures whose originals are not there. */
  withheld: WithheldPicture[];
  /** Releases with a time of day, drafts left out: what is out changes at them. */
  timed: Release[];
  /** The domain that new ids are minted in, if `site.md` says so. */
  idAuthority?: string;
  /** What a later reading may begin with (`edited-issues.ts`). */
  known(): KnownContent;
}

/**
 * The only reader of `content/`. The function that it returns reads the folder as it is at each call; files that
 * have not changed since the last one are not parsed again.
 */
export function createReader(
  disk: ContentFolder,
  memory?: TextMemory,
  issueMemory?: IssueMemory,
): (options: ReadOptions) => Reading {
  const look = createReaderOfBothModes(disk, memory, issueMemory);
  return ({ mode, ...at }) => look(at)(mode);
}

/** Reads the folder as it is at each call of the first function; the second gives the reading in one mode or the other. */
export type ReaderOfBothModes = (at: Omit<ReadOptions, 'mode'>) => (mode: ReadOptions['mode']) => Reading;

/** The same reader for whoever wants both modes of one state of the folder. */
export function createReaderOfBothModes(
  disk: ContentFolder,
  memory?: TextMemory,
  issueMemory?: IssueMemory,
): ReaderOfBothModes {
  const remember = rememberFiles(disk, memory);
  const parse = parserWith(remember);

  return ({ today, now, release: released = false, isLegalStoodIn = false }) => {
    const release = released !== false;
    const isReleased = typeof released === 'function' ? released : () => released;
    const content = disk.listedOnce();
    const at: WorkingTime = { today, now };
    const ofBothModes: Problem[] = [];
    const report: Report = (problem) => {
      ofBothModes.push(problem);
    };

    checkPlainFiles(content, report);
    checkImprintFiles(content, report);
    const siteFiles = readSiteFiles(content, parse, remember, today, report);
    const { site, terms } = siteFiles;
    if (site?.usable.example && !release) {
      const place = { file: site.file, line: site.lineOf(['example']), field: 'example' };
      report({ ...place, ...finding('exampleData', {}) });
    }
    const logo = site ? placedLogo(site, content, report) : [];
    const originals = licensedOriginals(content);
    const context: PictureContext = { content, today, originals, report, placed: [], withheld: [], names: new Map() };
    const read = readIssueFolders(content, parse, report);
    const firstOfFolders = ofBothModes.length;
    const folders = tellIssues(read, context, at, issueMemory);
    const ofFolders = new Set(ofBothModes.slice(firstOfFolders));
    checkOriginals(context);
    const pageFiles = readOwnPages(content, parse, report);

    const book = makeAddressBook(content, site?.usable.publicUrl, terms, folders, pageFiles);
    book.problems.forEach(report);
    checkIds(folders, report);
    if (terms) checkTerms(folders, terms, report);
    const siteTexts = [site, ...Object.values(siteFiles.legal)].filter((parsed) => parsed !== undefined);
    const ownTexts = [...siteTexts, ...pageFiles.map(({ parsed }) => parsed)];
    for (const parsed of ownTexts) checkNoPictures(parsed, report);
    const placed = placedTexts(folders, pageFiles, at);
    const { fourEyesSince } = site?.usable ?? {};
    const isDraft = draftTest(content, folders, pageFiles);
    const setTerms = typesetFields(termsSchema, terms ?? noTerms);

    return (mode) => {
      const problems = [...ofBothModes];
      const report: Report = (problem) => {
        problems.push(problem);
      };
      const hiddenFrom = hiddenPaths(placed, mode);
      checkAllLinks(siteTexts, placed, book, hiddenFrom, report);
      checkRelated(folders, book, hiddenFrom, report);
      if (release) checkRelease(content, ownTexts, folders, isReleased, report);
      if (fourEyesSince) checkApprovals(content, fourEyesSince, at, folders, release, report);

      const isShownDraft = (file: string) => mode === 'preview' && isDraft(file);
      const broken = new Set(problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
      const composer = new Composer(content, book, setTerms, originals, at, isShownDraft);
      // A draft whose address another has can't be shown at it.
      const homeless = new Set(problems.filter(isAboutAddress).map(({ file }) => file));
      const visible = (file: string, state: State) =>
        (!broken.has(file) || (isShownDraft(file) && !homeless.has(file))) &&
        (mode === 'preview' || state === 'published');
      const issues = folders
        .flatMap((folder) => composer.issue(folder, visible) ?? [])
        .filter((issue) => visible(issue.file, issue.state));

      composer.relateAll(issues);

      const found = {
        problems: inReadingOrder(withUnfinished(problems, isDraft)),
        isDraft,
        pictures: [...logo, ...context.placed],
        withheld: context.withheld,
        all: countAll(
          folders,
          pageFiles,
          ({ listed, file }) => (listed.isWhole && !broken.has(file)) || (isDraft(file) && !homeless.has(file)),
        ),
        timed: timedReleases(folders),
        idAuthority: site?.usable.idAuthority,
        known: (): KnownContent => ({
          shared: new Map(folders.map(({ folder, shared }) => [folder, shared])),
          addresses: book.addresses,
          related: relatedPaths(folders, book),
          ofFolders,
        }),
      };
      const legal = composer.legalTexts(siteFiles.legal, isLegalStoodIn);
      if (!site?.value || !legal) return found;
      const library = arrange({
        site: composer.site(site, site.value),
        legal,
        terms: setTerms,
        issues,
        pages: pageFiles
          .filter(({ parsed }) => visible(parsed.file, pageState({ draft: parsed.isDraft })))
          .flatMap((file) => composer.page(file) ?? []),
      });
      return { ...found, library };
    };
  };
}

/** Where articles lead whose titles others show. */
function relatedPaths(folders: readonly IssueFolder[], book: AddressBook): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const { folder, articles } of folders) {
    for (const entry of articles.flatMap(({ parsed }) => parsed.listed.related ?? [])) {
      const found = typeof entry === 'string' ? book.resolve(entry, folder) : undefined;
      if (found && 'path' in found) paths.add(found.path);
    }
  }
  return paths;
}

function timedReleases(folders: readonly IssueFolder[]): Release[] {
  const all = folders.flatMap((folder) =>
    textsOf(folder)
      .filter((parsed) => !isDraftIn(folder, parsed))
      .map((parsed) => releaseIn(parsed.listed, folder)),
  );
  return all.filter(({ publishedTime }) => publishedTime !== undefined);
}

function countAll(
  folders: readonly IssueFolder[],
  pages: readonly OwnPageFile[],
  isInOrder: (parsed: ParsedFile<unknown>) => boolean,
): Reading['all'] {
  const issues = folders.filter(({ index }) => isInOrder(index));
  return {
    issues: issues.length,
    articles: issues.reduce((sum, { articles }) => sum + articles.filter(({ parsed }) => isInOrder(parsed)).length, 0),
    pages: pages.filter(({ parsed }) => isInOrder(parsed)).length,
  };
}

/** Whether a text can't have the address that it would have: another has it. */
function isAboutAddress({ rule, field }: Problem): boolean {
  return field === undefined && (rule === 'duplicateAddress' || rule === 'pageNameTaken');
}

function draftTest(
  content: ContentFolder,
  folders: readonly IssueFolder[],
  pages: readonly OwnPageFile[],
): Reading['isDraft'] {
  const draftFolders = folders.filter(({ index }) => index.isDraft).map(({ folder }) => `${folder}/`);
  const texts = [...folders.flatMap(textsOf), ...pages.map(({ parsed }) => parsed)];
  const known = new Map(texts.map(({ file, isDraft }) => [file, isDraft]));
  // A text under a wrong name is none yet, but may say of itself that it is a draft.
  const saysSo = (file: string) => {
    const isInFolder =
      folders.some(({ folder }) => file.startsWith(`${folder}/`)) || file.startsWith(`${contentFolders.pages}/`);
    const bytes = isInFolder && content.size(file) !== undefined ? content.read(file) : undefined;
    return bytes !== undefined && saysDraft(bytes);
  };
  return (file) => draftFolders.some((folder) => file.startsWith(folder)) || (known.get(file) ?? saysSo(file));
}

/** A text with an address of its own, which readers may not see yet. */
interface PlacedText {
  parsed: ParsedFile<unknown>;
  path: string;
  isHidden: boolean;
}

function placedTexts(folders: readonly IssueFolder[], pages: readonly OwnPageFile[], at: WorkingTime): PlacedText[] {
  const place = (parsed: ParsedFile<unknown>, path: string, state: State): PlacedText => ({
    parsed,
    path,
    isHidden: state !== 'published',
  });
  const issueTexts = folders.flatMap((folder) => {
    const { index, articles, release, path } = folder;
    const issueState = stateOf({ draft: index.isDraft, ...release }, at);
    return [
      place(index, path, issueState),
      ...articles.map((article) => {
        const own = { draft: article.parsed.isDraft, ...releaseIn(article.parsed.listed, folder) };
        return place(article.parsed, article.path, articleState(issueState, own, at));
      }),
    ];
  });
  return [...issueTexts, ...pages.map(({ parsed, path }) => place(parsed, path, pageState({ draft: parsed.isDraft })))];
}

/**
 * The pages that readers of a text don't see yet, by the text's own path: none where it isn't out itself, and none in a
 * preview.
 */
function hiddenPaths(placed: readonly PlacedText[], mode: ReadOptions['mode']): (from?: string) => ReadonlySet<string> {
  const nothing: ReadonlySet<string> = new Set();
  const hidden = mode === 'preview' ? nothing : new Set(placed.filter((text) => text.isHidden).map(({ path }) => path));
  return (from) => (from !== undefined && hidden.has(from) ? nothing : hidden);
}

/** `always` are the texts that readers see whatever the day. */
function checkAllLinks(
  always: readonly ParsedFile<unknown>[],
  placed: readonly PlacedText[],
  book: AddressBook,
  hiddenFrom: ReturnType<typeof hiddenPaths>,
  report: Report,
): void {
  for (const parsed of always) checkLinks(parsed, book, hiddenFrom(), report);
  for (const { parsed, path } of placed) checkLinks(parsed, book, hiddenFrom(path), report);
}
