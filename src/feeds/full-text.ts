/** The full text of an article or issue, to be read outside the site: nothing in it needs the page. */
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { decodeAddress } from '../model/address.ts';
import type { Article, Issue, Library, Site } from '../model/library.ts';
import { toHtmlTree } from '../text/html.ts';
import { visit } from '../text/visit.ts';
import { articleParts, type OpeningLine } from '../views/article/article-parts.ts';
import { foreignLanguage } from '../views/article/teaser.ts';
import { correctionsIn } from '../views/issue/corrections.ts';
import { feedWords } from '../words/feeds.ts';
import { correctionNotes, notesAfter, notesBefore, openingLines, pictureNote, signature } from './notes.ts';

/** Where an entry says parts of an article as such: as its categories, its title, its summary. */
const inCategories = ['kicker'] as const;
const inEntry = [...inCategories, 'title', 'lead'] as const;

/** An article with all that its page says about it, but without what the entry holds already. */
export function articleHtml(site: Site, origin: string, article: Article): string {
  return joined([
    ...articleBlocks(origin, article, inEntry),
    inOwnLanguage(written(signature(site, origin, article.issue)), foreignLanguage(article)),
  ]);
}

/** The article in the order of the page. `deeper`: levels to push headings down by. */
function articleBlocks(
  origin: string,
  article: Article,
  saidElsewhere: readonly OpeningLine['role'][],
  deeper = 0,
): string[] {
  const parts = articleParts(article);
  const address = origin + article.path;
  return [
    inOwnLanguage(written(openingLines(address, parts, saidElsewhere)), parts.lang),
    ...ownPicture(origin, article),
    inOwnLanguage(written(notesBefore(origin, parts)), parts.lang),
    bodyHtml(article, { origin, address, idPrefix: article.slug, deeper, lang: parts.lang }),
    inOwnLanguage(written(notesAfter(origin, parts)), parts.lang),
  ];
}

/** What we say ourselves, marked as German in the entry of an article that isn't. */
function inOwnLanguage(html: string, lang: string | undefined): string {
  return lang && html ? `<div lang="${feedWords.language}">${html}</div>` : html;
}

/** An issue: editorial, then each article under a heading, then what was wrong in earlier ones. `articles` are those that readers get, in order. */
export function issueHtml(library: Library, origin: string, issue: Issue, articles: readonly Article[]): string {
  const place = { origin, address: origin + issue.path, idPrefix: 'editorial' };
  return joined([
    ...ownPicture(origin, issue),
    bodyHtml(issue, place),
    ...articles.flatMap((article) => articleBlocks(origin, article, inCategories, 1)),
    written(correctionNotes(origin, correctionsIn(library, issue))),
    written(signature(library.site, origin, issue)),
  ]);
}

/** The elements as HTML text, each on a line of its own. */
function written(elements: readonly ElementContent[]): string {
  return elements.map((one) => toHtml(one)).join('\n');
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

type Illustrated = Pick<Article | Issue, 'body' | 'image' | 'pictures'>;

interface Place {
  origin: string;
  /** The page that the text stands on. */
  address: string;
  idPrefix: string;
  deeper?: number;
  /** The language of the text, where it isn't the feed's. */
  lang?: string | undefined;
}

function ownPicture(origin: string, { image }: Illustrated): string[] {
  return image ? [written([pictureNote(origin, image)])] : [];
}

function bodyHtml({ body, pictures }: Illustrated, { address, lang, ...options }: Place): string {
  const picture = (url: string) => {
    const found = pictures.find(({ file }) => file === decodeAddress(url));
    return found && pictureNote(options.origin, found);
  };
  const html = toHtmlTree(body, { ...options, ownLang: lang && feedWords.language, picture });
  forReaders(html, address);
  return toHtml(lang ? h('div', { lang }, html.children as ElementContent[]) : html);
}

/**
 * Links within the text (footnotes) lead to the page: feed readers drop ids, and the RSS profile wants no relative
 * address. A note's words say what it is; feed readers drop roles, and validators warn of them.
 */
function forReaders(html: Root, address: string): void {
  visit(html, 'element', ({ tagName, properties }) => {
    delete properties.role;
    delete properties.ariaLabel;
    const { href } = properties;
    if (tagName === 'a' && typeof href === 'string' && href.startsWith('#')) properties.href = address + href;
  });
}
