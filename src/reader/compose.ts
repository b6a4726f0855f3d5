import type { ArticleFrontMatter } from '../model/article.ts';
import { contentFolder } from '../model/content-files.ts';
import {
  type Article,
  type Issue,
  type LegalTexts,
  type OwnPage,
  type RelatedLink,
  type Site,
  type State,
  shownArticles,
  type Text,
} from '../model/library.ts';
import type { Logo } from '../model/logo.ts';
import { ownPageSchema } from '../model/own-page.ts';
import type { WorkingTime } from '../model/release.ts';
import { type SiteFrontMatter, siteSchema } from '../model/site.ts';
import type { Terms } from '../model/terms.ts';
import type { LinkResolver } from './address-book.ts';
import type { ContentFolder } from './files/content-folder.ts';
import { type IssueFolder, textsOf } from './files/issue-folder.ts';
import type { LegalFiles } from './files/legal-files.ts';
import type { LicensedOriginals } from './files/licensed-originals.ts';
import type { ParsedFile } from './files/parsed-file.ts';
import { type ArticleFacts, issueFacts, type ToldFolder, type ToldIssue } from './issue-facts.ts';
import { asFarAsRead, draftText, finishedText } from './legible-text.ts';
import type { OwnPageFile } from './own-pages.ts';
import { pageStandIn, privacyStandIn, statementStandIn } from './stand-ins.ts';
import { pageState } from './states.ts';
import { withText } from './text-of-thing.ts';
import { typesetFields } from './typeset-fields.ts';

/** Makes things of files that were found right. */
export class Composer {
  readonly #content: ContentFolder;
  readonly #book: LinkResolver;
  readonly #terms: Terms;
  readonly #originals: LicensedOriginals;
  readonly #at: WorkingTime;
  /** What articles name as related, until all of them are there. */
  readonly #related = new Map<Article, { entries: ArticleFrontMatter['related']; folder: string }>();

  readonly #isShownDraft: (file: string) => boolean;

  /** `isShownDraft` says of which files there may be less than all that is needed. */
  constructor(
    content: ContentFolder,
    book: LinkResolver,
    terms: Terms,
    originals: LicensedOriginals,
    at: WorkingTime,
    isShownDraft: (file: string) => boolean,
  ) {
    this.#content = content;
    this.#book = book;
    this.#terms = terms;
    this.#originals = originals;
    this.#at = at;
    this.#isShownDraft = isShownDraft;
  }

  site(parsed: ParsedFile<SiteFrontMatter>, value: SiteFrontMatter): Site {
    const { logo, ...fields } = parsed.set ?? typesetFields(siteSchema, value);
    return this.#with({ ...fields, ...(logo && { logo: this.#logo(logo) }) }, parsed);
  }

  #logo(logo: NonNullable<SiteFrontMatter['logo']>): Logo {
    const locate = (file: string) => this.#content.locate(`${contentFolder}/${file}`);
    return { ...logo, originals: { light: locate(logo.file), ...(logo.dark && { dark: locate(logo.dark) }) } };
  }

  /** Undefined if one of the two that every site has is not usable; `isStoodIn`: if it is not there at all. */
  legalTexts(
    { datenschutz, barrierefreiheit, leichteSprache }: LegalFiles,
    isStoodIn: boolean,
  ): LegalTexts | undefined {
    if (!datenschutz || !barrierefreiheit) return undefined;
    const notice = datenschutz.set ?? datenschutz.value ?? (isStoodIn ? privacyStandIn(datenschutz) : undefined);
    const statement =
      barrierefreiheit.set ?? barrierefreiheit.value ?? (isStoodIn ? statementStandIn(barrierefreiheit) : undefined);
    if (!notice || !statement) return undefined;
    return {
      datenschutz: this.#with({ ...notice }, datenschutz),
      barrierefreiheit: this.#with({ ...statement }, barrierefreiheit),
      ...(leichteSprache?.value && { leichteSprache: this.#with({ ...leichteSprache.value }, leichteSprache) }),
    };
  }

  /** Undefined if the page's file is not usable. */
  page({ slug, path, parsed }: OwnPageFile): OwnPage | undefined {
    const legible = this.#legible(parsed, pageStandIn);
    if (!legible) return undefined;
    const { value, text, places } = legible;
    const fields = parsed.set ?? typesetFields(ownPageSchema, value);
    return this.#with({ ...fields, slug, path, state: pageState(value), file: parsed.file, ...places }, text);
  }

  /** The issue with those of its articles that `isWanted`; undefined if its own file is not usable. */
  issue(folder: ToldFolder, isWanted: (file: string, state: State) => boolean): Issue | undefined {
    const told = this.#told(folder);
    if (!told) return undefined;
    const { facts, version } = told;
    const issue: Issue = this.#with({ ...facts.issue, articles: [] as Article[] }, this.#textOf(folder.index));
    if (version !== undefined) Object.defineProperty(issue, 'factsVersion', { value: version });
    const parsed = new Map(folder.articles.map((article) => [article.parsed.file, article.parsed]));
    for (const article of facts.articles) {
      const text = isWanted(article.file, article.state) && parsed.get(article.file);
      if (text) issue.articles.push(this.#article(article, text, folder, issue));
    }
    return issue;
  }

  #told(folder: ToldFolder): ToldIssue | undefined {
    if (!textsOf(folder).some(({ file }) => this.#isShownDraft(file))) return folder.finished();
    const place = { content: this.#content, originals: this.#originals, at: this.#at };
    const facts = issueFacts(folder, place, (parsed, standIn) => this.#legible(parsed, standIn));
    return facts && { facts };
  }

  #article(
    { named, ...facts }: ArticleFacts,
    parsed: ParsedFile<unknown>,
    { folder }: IssueFolder,
    issue: Issue,
  ): Article {
    const { topics, municipalities, software } = this.#terms;
    const article: Article = this.#with(
      {
        ...facts,
        issue,
        topics: named.topics.length > 0 ? topics.filter(({ slug }) => named.topics.includes(slug)) : [],
        municipality: municipalities.find(({ slug }) => slug === named.municipality),
        software: named.software.length > 0 ? software.filter(({ slug }) => named.software.includes(slug)) : [],
        related: [],
      },
      this.#textOf(parsed),
    );
    if (named.related.length > 0) this.#related.set(article, { entries: named.related, folder });
    return article;
  }

  #legible<Value>(parsed: ParsedFile<Value>, standIn: (text: ParsedFile<Value>) => Value) {
    return this.#isShownDraft(parsed.file) ? draftText(parsed, standIn) : finishedText(parsed);
  }

  /** The text of a file as it is shown. */
  #textOf(parsed: ParsedFile<unknown>): ParsedFile<unknown> {
    return this.#isShownDraft(parsed.file) ? asFarAsRead(parsed) : parsed;
  }

  /** Lets the articles of these issues lead to what they name as related; withdrawn ones have nothing to be read. */
  relateAll(issues: readonly Issue[]): void {
    if (this.#related.size === 0) return;
    const shown = new Map(issues.flatMap(shownArticles).map((article) => [article.path, article]));
    this.relate(issues, (path) => shown.get(path));
  }

  /** The same where `shownAt` gives the article that is shown at a path. */
  relate(issues: readonly Pick<Issue, 'articles'>[], shownAt: (path: string) => Article | undefined): void {
    for (const article of issues.flatMap(({ articles }) => articles)) {
      const { entries = [], folder = '' } = this.#related.get(article) ?? {};
      article.related = entries.flatMap((entry): RelatedLink[] => {
        const url = typeof entry === 'string' ? entry : entry.url;
        const found = this.#book.resolve(url, folder);
        const href = 'path' in found ? found.path : url;
        if (typeof entry !== 'string') return [{ title: entry.title, href }];
        const other = shownAt(href);
        return other ? [{ title: other.title, href, ...(other.lang && { lang: other.lang }) }] : [];
      });
    }
  }

  #with<Thing extends object>(thing: Thing, parsed: ParsedFile<unknown>): Thing & Text {
    return withText(thing, parsed, this.#book);
  }
}
