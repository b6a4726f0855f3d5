/** The full text of an article or issue, to be read outside the site: nothing in it needs the page. */
import type { ElementContent } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Article, Issue, Site } from '../model/library.ts';
import { toHtmlText } from '../text/html.ts';
import { feedWords } from '../words/feeds.ts';
import { element, html } from './element.ts';
import { notesAfter, notesBefore, pictureCredits, signature } from './notes.ts';

/** The parts of the text, in the order of the page. `deeper`: levels to push headings down by. */
function articleParts(origin: string, article: Article, deeper = 0): string[] {
  const place = { origin, address: origin + article.path, idPrefix: article.slug, deeper };
  return [
    html(notesBefore(origin, article)),
    bodyHtml(article.body, place),
    html(notesAfter(origin, article)),
    html(pictureCredits(article)),
  ];
}

/** An article with all that its page says about it, but without title and summary, which the entry holds already. */
export function articleHtml(site: Site, origin: string, article: Article): string {
  return joined([...articleParts(origin, article), html(signature(site, origin, article.issue))]);
}

/** An issue: editorial, then each article under a heading. `articles` are those that readers get, in order. */
export function issueHtml(site: Site, origin: string, issue: Issue, articles: readonly Article[]): string {
  const place = { origin, address: origin + issue.path, idPrefix: 'editorial' };
  const parts = articles.flatMap((article) => {
    const link = element('a', { href: origin + article.path }, article.title);
    const head: ElementContent[] = [element('h2', {}, link), element('p', {}, article.summary)];
    return [html(head), ...articleParts(origin, article, 1)];
  });
  const editorial = [bodyHtml(issue.body, place), html(pictureCredits(issue))];
  return joined([...editorial, ...parts, html(signature(site, origin, issue))]);
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

interface Place {
  origin: string;
  /** The page that the text stands on. */
  address: string;
  idPrefix: string;
  deeper?: number;
}

function bodyHtml(body: Root, { address, ...options }: Place): string {
  return withAbsoluteFragments(toHtmlText(withoutPictures(body), options), address);
}

/**
 * Puts a picture's description in its place: the text names a file beside it, which has no address of its own.
 * A picture that only decorates goes.
 */
function withoutPictures(body: Root): Root {
  let hasPictures = false;
  visit(body, (node) => {
    if (node.type === 'image' || node.type === 'imageReference') hasPictures = true;
  });
  if (!hasPictures) return body;
  const copy = structuredClone(body);
  visit(copy, (node, index, parent) => {
    if ((node.type !== 'image' && node.type !== 'imageReference') || !parent || index === undefined) return;
    parent.children[index] = { type: 'text', value: node.alt ? feedWords.picture(node.alt) : '' };
  });
  return copy;
}

/**
 * Links within the text (footnotes) lead to the page: feed readers drop ids, and the RSS profile wants no relative
 * address. Every `<` of text and values is escaped, so that `<a` begins a tag.
 */
function withAbsoluteFragments(text: string, address: string): string {
  return text.replace(/(<a(?: [\w-]+(?:="[^"]*")?)*? href=")#/g, (_, start: string) => `${start}${address}#`);
}
