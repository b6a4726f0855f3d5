import { type ArticleFrontMatter, articleSchema } from '../model/article.ts';
import { contentFolder } from '../model/content-files.ts';
import type { Day } from '../model/day.ts';
import { listOf } from '../model/field.ts';
import type { Image } from '../model/image-credit.ts';
import { issueSchema } from '../model/issue.ts';
import { isGerman } from '../model/language.ts';
import {
  type Article,
  type Attachment,
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
import { mediaTypeOf } from '../model/media-types.ts';
import { ownPageSchema } from '../model/own-page.ts';
import type { Picture } from '../model/picture.ts';
import { releaseOf, type WorkingTime } from '../model/release.ts';
import { type SiteFrontMatter, siteSchema } from '../model/site.ts';
import type { Terms } from '../model/terms.ts';
import { picturesIn } from '../text/body.ts';
import type { AddressBook } from './address-book.ts';
import type { ContentFolder } from './files/content-folder.ts';
import type { ArticleFile, IssueFolder } from './files/issue-folder.ts';
import type { LegalFiles } from './files/legal-files.ts';
import { type LicensedOriginals, originalName } from './files/licensed-originals.ts';
import type { ParsedFile } from './files/parsed-file.ts';
import { draftText, finishedText } from './legible-text.ts';
import type { OwnPageFile } from './own-pages.ts';
import { articleStandIn, issueStandIn, pageStandIn } from './stand-ins.ts';
import { articleState, pageState, stateOf } from './states.ts';
import { withText } from './text-of-thing.ts';
import { typesetFields } from './typeset-fields.ts';

/** Whether a last day is over; without one nothing ever is. */
function isPast(lastDay: Day | undefined, today: Day): boolean {
  return lastDay !== undefined && lastDay < today;
}

/** Makes things of files that were found right. */
export class Composer {
  readonly #content: ContentFolder;
  readonly #book: AddressBook;
  readonly #terms: Terms;
  readonly #originals: LicensedOriginals;
  readonly #at: WorkingTime;
  /** What articles name as related, until all of them are there. */
  readonly #related = new Map<Article, { entries: ArticleFrontMatter['related']; folder: string }>();

  readonly #isShownDraft: (file: string) => boolean;

  /** `isShownDraft` says of which files there may be less than all that is needed. */
  constructor(
    content: ContentFolder,
    book: AddressBook,
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

  /** Undefined if one of the two that every site has is not usable. */
  legalTexts({ datenschutz, barrierefreiheit, leichteSprache }: LegalFiles): LegalTexts | undefined {
    if (!datenschutz?.value || !barrierefreiheit?.value) return undefined;
    return {
      datenschutz: this.#with({ ...(datenschutz.set ?? datenschutz.value) }, datenschutz),
      barrierefreiheit: this.#with({ ...(barrierefreiheit.set ?? barrierefreiheit.value) }, barrierefreiheit),
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
  issue(folder: IssueFolder, isWanted: (article: ArticleFile, state: State) => boolean): Issue | undefined {
    const legible = this.#legible(folder.index, issueStandIn);
    if (!legible) return undefined;
    const { value, text, places } = legible;
    const typesetValue = folder.index.set ?? typesetFields(issueSchema, value);
    const issue: Issue = this.#with(
      {
        ...typesetValue,
        ...this.#pictures(typesetValue, text, folder),
        key: folder.key,
        week: folder.week,
        path: folder.path,
        ...folder.release,
        state: stateOf({ draft: value.draft, ...folder.release }, this.#at),
        articles: [] as Article[],
        file: folder.index.file,
        ...places,
      },
      text,
    );
    for (const file of folder.articles) {
      const article = this.#article(file, folder, issue);
      if (article && isWanted(file, article.state)) issue.articles.push(article);
    }
    return issue;
  }

  #article({ number, slug, path, parsed }: ArticleFile, issueFolder: IssueFolder, issue: Issue): Article | undefined {
    const legible = this.#legible(parsed, articleStandIn);
    if (!legible) return undefined;
    const { value, text, places } = legible;
    const release = value.publishedOn ? releaseOf(value.publishedOn) : issueFolder.release;
    const typesetValue = parsed.set ?? (isGerman(value.lang) ? typesetFields(articleSchema, value) : value);
    const { author, related, ...fields } = typesetValue;
    const article: Article = this.#with(
      {
        ...fields,
        ...this.#pictures(typesetValue, text, issueFolder, slug),
        number,
        slug,
        path,
        ...release,
        state: articleState(issue.state, { draft: value.draft, ...release }, this.#at),
        issue,
        isRegistrationOver: isPast(value.event?.registration?.deadline, this.#at.today),
        topics: this.#terms.topics.filter((topic) => value.topics.includes(topic.slug)),
        municipality: this.#terms.municipalities.find((municipality) => municipality.slug === value.municipality),
        software: this.#terms.software.filter((software) => value.software.includes(software.slug)),
        authors: listOf(author),
        related: [],
        attachments: fields.attachments.map((attachment) => this.#attachment(attachment, issueFolder.folder, path)),
        words: text.words,
        file: parsed.file,
        ...places,
      },
      text,
    );
    this.#related.set(article, { entries: related, folder: issueFolder.folder });
    return article;
  }

  #legible<Value>(parsed: ParsedFile<Value>, standIn: (text: ParsedFile<Value>) => Value) {
    return this.#isShownDraft(parsed.file) ? draftText(parsed, standIn) : finishedText(parsed);
  }

  /** Lets the articles of these issues lead to what they name as related; withdrawn ones have nothing to be read. */
  relate(issues: readonly Issue[]): void {
    const shown = new Map(issues.flatMap(shownArticles).map((article) => [article.path, article]));
    for (const article of issues.flatMap(({ articles }) => articles)) {
      const { entries = [], folder = '' } = this.#related.get(article) ?? {};
      article.related = entries.flatMap((entry): RelatedLink[] => {
        const url = typeof entry === 'string' ? entry : entry.url;
        const found = this.#book.resolve(url, folder);
        const href = 'path' in found ? found.path : url;
        if (typeof entry !== 'string') return [{ title: entry.title, href }];
        const other = shown.get(href);
        return other ? [{ title: other.title, href, ...(other.lang && { lang: other.lang }) }] : [];
      });
    }
  }

  #attachment(
    { file, ...words }: ArticleFrontMatter['attachments'][number],
    folder: string,
    articleAddress: string,
  ): Attachment {
    const onDisk = `${folder}/${file}`;
    return {
      ...words,
      file,
      path: articleAddress + encodeURIComponent(file),
      mediaType: mediaTypeOf(file) ?? 'application/octet-stream',
      bytes: this.#content.size(onDisk) ?? 0,
      location: this.#content.locate(onDisk),
    };
  }

  /** The picture above a text and those in it; a record whose picture the text doesn't show counts for nothing. */
  #pictures(
    { image, pictures }: { image?: Image; pictures: Image[] },
    { references }: ParsedFile<unknown>,
    { key, folder }: IssueFolder,
    slug?: string,
  ): { image?: Picture; pictures: Picture[] } {
    const shown = picturesIn(references);
    return {
      ...(image && { image: this.#picture(image, folder, originalName(key, slug, undefined)) }),
      pictures: pictures
        .filter(({ file }) => file !== undefined && shown.has(file))
        .map((picture) => this.#picture(picture, folder, originalName(key, slug, picture.file))),
    };
  }

  /** An original in `content/licensed/` makes a withheld picture one like any other. */
  #picture({ withheld, ...image }: Image, folder: string, name: string): Picture {
    const file = withheld === undefined ? `${folder}/${image.file}` : this.#originals.find(name);
    return file ? { ...image, original: this.#content.locate(file) } : { ...image, withheld };
  }

  #with<Thing extends object>(thing: Thing, parsed: ParsedFile<unknown>): Thing & Text {
    return withText(thing, parsed, this.#book);
  }
}
