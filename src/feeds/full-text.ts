/** The full text of an article or issue, to be read outside the site: nothing in it needs the page. */
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';
import { decodeAddress } from '../model/address.ts';
import type { Article, Issue, Site } from '../model/library.ts';
import { toHtmlTree } from '../text/html.ts';
import { notesAfter, notesBefore, pictureNote, signature } from './notes.ts';

/** The parts of the text, in the order of the page. `deeper`: levels to push headings down by. */
function articleParts(origin: string, article: Article, deeper = 0): string[] {
  const place = { origin, address: origin + article.path, idPrefix: article.slug, deeper };
  return [
    ...ownPicture(origin, article),
    written(notesBefore(origin, article)),
    bodyHtml(article, place),
    written(notesAfter(origin, article)),
  ];
}

/** An article with all that its page says about it, but without title and summary, which the entry holds already. */
export function articleHtml(site: Site, origin: string, article: Article): string {
  return joined([...articleParts(origin, article), written(signature(site, origin, article.issue))]);
}

/** An issue: editorial, then each article under a heading. `articles` are those that readers get, in order. */
export function issueHtml(site: Site, origin: string, issue: Issue, articles: readonly Article[]): string {
  const place = { origin, address: origin + issue.path, idPrefix: 'editorial' };
  const parts = articles.flatMap((article) => {
    const link = h('a', { href: origin + article.path }, article.title);
    return [written([h('h2', link), h('p', article.summary)]), ...articleParts(origin, article, 1)];
  });
  const editorial = [...ownPicture(origin, issue), bodyHtml(issue, place)];
  return joined([...editorial, ...parts, written(signature(site, origin, issue))]);
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
}

function ownPicture(origin: string, { image }: Illustrated): string[] {
  return image ? [written([pictureNote(origin, image)])] : [];
}

function bodyHtml({ body, pictures }: Illustrated, { address, ...options }: Place): string {
  const picture = (url: string) => {
    const found = pictures.find(({ file }) => file === decodeAddress(url));
    return found && pictureNote(options.origin, found);
  };
  const html = toHtmlTree(body, { ...options, picture });
  leadToPage(html, address);
  return toHtml(html);
}

/**
 * Links within the text (footnotes) lead to the page: feed readers drop ids, and the RSS profile wants no relative
 * address.
 */
function leadToPage(html: Root, address: string): void {
  visit(html, 'element', ({ tagName, properties }) => {
    const { href } = properties;
    if (tagName === 'a' && typeof href === 'string' && href.startsWith('#')) properties.href = address + href;
  });
}
