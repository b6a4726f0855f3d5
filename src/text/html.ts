import type { Element, Root as HtmlRoot } from 'hast';
import { toString as plainText } from 'hast-util-to-string';
import type { Root } from 'mdast';
import { type State, toHast } from 'mdast-util-to-hast';
import { footnoteWords } from '../words/text.ts';
import { definitionsIn } from './definitions.ts';
import { type PictureRenderer, paragraphHandler } from './figures.ts';
import { headingIds } from './heading-ids.ts';
import { visit } from './visit.ts';

export interface HtmlOptions {
  /** Makes the ids of headings and footnotes unique on a page that holds several texts. */
  idPrefix?: string;
  /** Origin to put before paths, where the text is read outside the site: feeds and mail. */
  origin?: string;
  /** Makes the figures of the pictures in the text. */
  picture?: PictureRenderer;
  /** The language of what the product adds, where the text is in another. */
  ownLang?: string | undefined;
  /** Levels to push headings down by, for a text below another heading. */
  deeper?: number;
}

/**
 * A text as a tree of HTML, which pages, feeds and mail change before they write it: ids on headings, scopes on table heads (WCAG 1.3.1), German footnotes, no style attribute.
 * `tree` must have gone through `prepareBody`, so that it holds no HTML of its own.
 */
export function toHtmlTree(
  tree: Root,
  { idPrefix = '', origin, deeper = 0, ownLang, picture }: HtmlOptions = {},
): HtmlRoot {
  const prefix = idPrefix && `${idPrefix}-`;
  const html = toHast(outside(tree), {
    handlers: {
      ...{ [outsideType]: (state: State) => state.one(tree, undefined) },
      ...(picture && { paragraph: paragraphHandler(picture) }),
    },
    clobberPrefix: prefix,
    footnoteLabel: footnoteWords.title,
    footnoteLabelTagName: `h${Math.min(6, 2 + deeper)}`,
    footnoteLabelProperties: ownLang ? { lang: ownLang } : {},
    footnoteBackContent: '↩',
    footnoteBackLabel: (reference, again) => footnoteWords.back(reference + 1, again),
  }) as HtmlRoot;
  const idOf = headingIds();
  visit(html, 'element', (element) => {
    const { tagName, properties } = element;
    if (/^h[2-6]$/.test(tagName)) {
      element.tagName = `h${Math.min(6, Number(tagName[1]) + (properties.id ? 0 : deeper))}`;
      properties.id = prefix + (properties.id ?? idOf(plainText(element)));
    }
    if (ownLang && 'dataFootnoteBackref' in properties) properties.lang = ownLang;
    if (tagName === 'th') properties.scope = 'col';
    if (properties.align) {
      properties.className = [`align-${properties.align}`];
      delete properties.align;
    }
    if (properties.ariaDescribedBy) properties.ariaDescribedBy = [`${prefix}footnote-label`];
    // A place in the same text, as the editor names it; footnotes have the prefix already.
    if (isPlace(properties.href) && !('dataFootnoteRef' in properties) && !('dataFootnoteBackref' in properties)) {
      properties.href = `#${prefix}${properties.href.slice(1)}`;
    }
    if (origin) makeAbsolute(element, origin);
  });
  return html;
}

/** Handled by giving the text itself. */
const outsideType = 'outside';

/** What `toHast` walks through for definitions before it begins; through every word of it that takes longer than the rest. */
function outside(tree: Root): Root {
  return { type: outsideType as 'root', children: definitionsIn(tree) };
}

function isPlace(href: unknown): href is string {
  return typeof href === 'string' && href.startsWith('#');
}

function makeAbsolute({ properties }: Element, origin: string): void {
  for (const name of ['href', 'src'] as const) {
    const value = properties[name];
    if (typeof value === 'string' && value.startsWith('/')) properties[name] = origin + value;
  }
}
