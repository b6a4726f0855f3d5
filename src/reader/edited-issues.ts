/**
 * The content after texts of some issues were edited and nothing else was. Where an edit changes nothing that the rest of the
 * content has to know, the rest is as it was: no other text is read until somebody asks for what is in it.
 */
import { contentFolders } from '../model/content-files.ts';
import { type Article, type Issue, isShown, type Library, type State } from '../model/library.ts';
import { inReadingOrder, type Problem, type Report } from '../model/problem.ts';
import type { WorkingTime } from '../model/release.ts';
import { termsSchema } from '../model/terms.ts';
import { linkResolver } from './address-book.ts';
import type { PictureContext } from './checks/picture-checks.ts';
import { Composer } from './compose.ts';
import type { ContentFolder } from './files/content-folder.ts';
import { parserWith, rememberFiles } from './files/file-parser.ts';
import { isDraftIn, textsOf } from './files/issue-folder.ts';
import { licensedOriginals } from './files/licensed-originals.ts';
import { readSiteFiles } from './files/site-files.ts';
import type { TextMemory } from './files/text-memory.ts';
import type { ToldFolder } from './issue-facts.ts';
import { readIssueFolder } from './issue-folders.ts';
import type { IssueMemory } from './issue-memory.ts';
import { type KeptLibrary, lazyLibrary } from './kept-library.ts';
import type { KnownContent } from './known-content.ts';
import { tellIssues } from './known-issues.ts';
import { readOwnPages } from './own-pages.ts';
import { pageState } from './states.ts';
import { typesetFields } from './typeset-fields.ts';

/** What is known of the content before the edit: of a reading for readers, on the same day, in which nothing was wrong. */
export interface ContentBefore {
  library: KeptLibrary;
  /** Of articles that others name as related, by their paths: what these show of them ({@link shownElsewhere}). */
  related: ReadonlyMap<string, string>;
  /** What others have to know of an issue, by its key. */
  sharedOf(key: string): string | undefined;
  /** Asked for where a link leads within the site. */
  addresses(): KnownContent['addresses'];
  problems: readonly Problem[];
  /** Puts into an issue that was read again what was added to it since it was read the last time. */
  complete(issue: Issue): void;
  /** The files that are named by problems that are about more than one issue. */
  blamed: ReadonlySet<string>;
}

export interface EditedReading {
  library: Library;
  problems: Problem[];
  /** Of the library: those with edited texts. */
  edited: Issue[];
}

/** Undefined where it takes a reading of all: what was edited has drafts or errors, or the rest has to know of it. */
export function readEdited(
  disk: ContentFolder,
  texts: TextMemory,
  issues: IssueMemory,
  at: WorkingTime,
  before: ContentBefore,
  keys: readonly string[],
): EditedReading | undefined {
  const content = disk.listedOnce();
  const remember = rememberFiles(content, texts);
  const parse = parserWith(remember);
  // What is wrong with them is known.
  const { site, terms, legal: legalFiles } = readSiteFiles(content, parse, remember, at.today, nobody);
  if (!site?.value || !terms || site.usable.fourEyesSince) return undefined;
  const pages = readOwnPages(content, parse, nobody);
  const originals = licensedOriginals(content);
  const resolver = linkResolver(content, site.usable.publicUrl, true, () => before.addresses());
  const setTerms = typesetFields(termsSchema, terms);
  const composer = new Composer(content, resolver, setTerms, originals, at, () => false);
  const broken = new Set(before.problems.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  const visible = (file: string, state: State) => !broken.has(file) && state === 'published';

  const toldFolder = (key: string, report: Report): ToldFolder | undefined => {
    const context: PictureContext = {
      ...{ content, today: at.today, originals, report },
      ...{ placed: [], withheld: [], names: new Map() },
    };
    const folder = readIssueFolder(content, key, parse, report);
    return folder && tellIssues([folder], context, at, issues)[0];
  };
  const composed = (folder: ToldFolder | undefined) => folder && composer.issue(folder, visible);

  const known = new Set(before.library.issues.map(({ key }) => key));
  const found: Problem[] = [];
  const ready = new Map<string, Issue>();
  for (const key of keys) {
    const folder = toldFolder(key, (problem) => found.push(problem));
    if (!known.has(key) || !folder || !isApart(folder, before)) return undefined;
    const issue = composed(folder);
    if (!issue || folder.shared === undefined || folder.shared !== before.sharedOf(key)) return undefined;
    const isShownOtherwise = (article: Article) => {
      const known = before.related.get(article.path);
      return known !== undefined && known !== shownElsewhere(article);
    };
    if (issue.articles.some(isShownOtherwise)) return undefined;
    ready.set(key, issue);
  }
  if (found.some(({ severity }) => severity === 'error')) return undefined;

  const compose = (key: string) => {
    const edited = ready.get(key);
    const issue = edited ?? composed(toldFolder(key, nobody));
    if (!issue) throw new Error(`${key} is not there any more`);
    if (!edited) before.complete(issue);
    return issue;
  };
  const legal = composer.legalTexts(legalFiles, false);
  if (!legal) return undefined;
  const told = before.library.issues.map((issue) => ({ ...issue, title: ready.get(issue.key)?.title ?? issue.title }));
  const library = lazyLibrary(
    { ...before.library, issues: told },
    {
      site: composer.site(site, site.value),
      legal,
      terms: setTerms,
      pages: pages
        .filter(({ parsed }) => visible(parsed.file, pageState({ draft: parsed.isDraft })))
        .flatMap((file) => composer.page(file) ?? []),
    },
    compose,
    (issue) => composer.relate([issue], shownAt),
  );
  let byPath: Map<string, Article> | undefined;
  function shownAt(path: string): Article | undefined {
    byPath ??= new Map(library.issues.flatMap(({ articles }) => articles).map((article) => [article.path, article]));
    const article = byPath.get(path);
    return article && isShown(article) ? article : undefined;
  }

  const edited = new Set(keys);
  return {
    library,
    problems: inReadingOrder([...before.problems.filter(({ file }) => !edited.has(keyOf(file) ?? '')), ...found]),
    edited: library.issues.filter(({ key }) => edited.has(key)),
  };
}

/** What an article shows of another that it names as related. */
export function shownElsewhere({ title, lang }: Pick<Article, 'title' | 'lang'>): string {
  return `${lang ?? ''} ${title}`;
}

/** Whether nothing of an issue is to be said that depends on others, and none of it is a draft. */
function isApart(folder: ToldFolder, { blamed }: ContentBefore): boolean {
  return textsOf(folder).every(
    (parsed) =>
      !isDraftIn(folder, parsed) &&
      !blamed.has(parsed.file) &&
      // Whether there is such a heading is looked for with all links.
      !parsed.references.some(({ url }) => url.startsWith('#')),
  );
}

/** The key of the issue that a file of the content belongs to. */
function keyOf(file: string): string | undefined {
  return file.startsWith(`${contentFolders.issues}/`) ? file.split('/')[2] : undefined;
}

function nobody(): void {}
