import GithubSlugger, { slug } from 'github-slugger';
import type { Element, ElementContent, Root as HtmlRoot } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { toString as plainText } from 'hast-util-to-string';
import type { Paragraph, Root } from 'mdast';
import { defaultHandlers, type State, toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { footnoteWords } from '../words/de.ts';
import { holdsOnlyPictures } from './body.ts';

export interface HtmlOptions {
  /** Makes the ids of headings and footnotes unique on a page that holds several texts. */
  idPrefix?: string;
  /** Origin to put before paths, where the text is read outside the site: feeds and mail. */
  origin?: string;
  /** The element for a picture in the text, by the address that the text gives; undefined leaves it out. */
  picture?: (url: string) => ElementContent | undefined;
  /** Levels to push headings down by, for a text below another heading. */
  deeper?: number;
}

/**
 * A text as HTML: ids on headings, scopes on table heads (WCAG 1.3.1), German footnotes, no style attribute.
 * `tree` must have gone through `prepareBody`, so that it holds no HTML of its own.
 */
export function toHtmlText(tree: Root, options: HtmlOptions = {}): string {
  return toHtml(toHtmlTree(tree, options), { closeSelfClosing: false });
}

function toHtmlTree(tree: Root, { idPrefix = '', origin, deeper = 0, picture }: HtmlOptions): HtmlRoot {
  const prefix = idPrefix && `${idPrefix}-`;
  const html = toHast(tree, {
    handlers: picture ? { paragraph: paragraphHandler(picture) } : {},
    clobberPrefix: prefix,
    footnoteLabel: footnoteWords.title,
    footnoteLabelTagName: `h${Math.min(6, 2 + deeper)}`,
    footnoteLabelProperties: {},
    footnoteBackContent: '↩',
    footnoteBackLabel: (reference, again) => footnoteWords.back(reference + 1, again),
  }) as HtmlRoot;
  const slugger = new GithubSlugger();
  visit(html, 'element', (element) => {
    const { tagName, properties } = element;
    if (/^h[2-6]$/.test(tagName)) {
      element.tagName = `h${Math.min(6, Number(tagName[1]) + (properties.id ? 0 : deeper))}`;
      properties.id = prefix + (properties.id ?? slugger.slug(headingName(plainText(element))));
    }
    if (tagName === 'th') properties.scope = 'col';
    if (properties.align) {
      properties.className = [`align-${properties.align}`];
      delete properties.align;
    }
    if (properties.ariaDescribedBy) properties.ariaDescribedBy = [`${prefix}footnote-label`];
    if (origin) makeAbsolute(element, origin);
  });
  return html;
}

/** A paragraph of pictures becomes its pictures: a figure can't stand in a paragraph. */
function paragraphHandler(picture: NonNullable<HtmlOptions['picture']>) {
  return (state: State, node: Paragraph): ElementContent | ElementContent[] => {
    if (!holdsOnlyPictures(node)) return defaultHandlers.paragraph(state, node);
    return node.children.flatMap((child) => {
      if (child.type === 'image') return picture(child.url) ?? [];
      if (child.type !== 'imageReference') return [];
      const definition = state.definitionById.get(child.identifier.toUpperCase());
      return (definition && picture(definition.url)) ?? [];
    });
  };
}

/** Of a heading that has but signs, such as "§§", no id could be made. */
function headingName(text: string): string {
  return slug(text) === '' ? 'abschnitt' : text;
}

function makeAbsolute({ properties }: Element, origin: string): void {
  for (const name of ['href', 'src'] as const) {
    const value = properties[name];
    if (typeof value === 'string' && value.startsWith('/')) properties[name] = origin + value;
  }
}
