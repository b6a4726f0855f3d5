import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as plainText } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';
import { importNotes } from '../../words/import.ts';
import { plainCharacters } from '../clean/characters.ts';
import type { ImportFile, ImportNotes } from '../imported.ts';
import type { Source } from '../source.ts';
import { decodeHtml } from './decode-html.ts';
import { readOfficeHtml } from './office-html.ts';
import { declarationsOf, isHidden } from './style-attribute.ts';

/** Reads a web page, also one that Word has saved. Pictures within it (`data:`) are taken, those that it links are not. */
export function readHtml({ bytes }: ImportFile, notes: ImportNotes): Source {
  const tree = parseHtml(decodeHtml(bytes), notes);
  const pictures = new Map<string, Uint8Array>();
  visit(tree, { tagName: 'img' }, (picture: Element) => {
    const [, type, data] =
      /^data:image\/([\w.+-]+);base64,([\s\S]*)$/i.exec(String(picture.properties.src ?? '')) ?? [];
    if (!type || !data) return;
    const src = `picture:${pictures.size + 1}`;
    pictures.set(src, new Uint8Array(Buffer.from(data, 'base64')));
    picture.properties.src = src;
  });
  let documentTitle: string | undefined;
  visit(fromHtml(decodeHtml(bytes)), { tagName: 'title' }, (title: Element) => {
    documentTitle ??= plainText(title).replace(/\s+/g, ' ').trim() || undefined;
  });
  return { tree, pictures, documentTitle };
}

/** Elements that are no part of a text. */
const dropped = new Set(
  'script style noscript template head meta link object embed applet svg math canvas form button nav dialog datalist xml'.split(
    ' ',
  ),
);
const players = new Set(['iframe', 'video', 'audio', 'embed', 'object']);

/** The text of a page as a tree: its main part, without what is hidden or arranges the page. */
export function parseHtml(html: string, notes: ImportNotes): Root {
  const tree = fromHtml(html);
  const main = mainPart(tree);
  const hidden: string[] = [];
  let playing = 0;
  let deletions = 0;
  let hasInsertions = false;
  visit(main, { tagName: 'ins' }, () => {
    hasInsertions = true;
  });
  visit(main, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (players.has(element.tagName)) playing += 1;
    // Word writes tracked changes with who and when; elsewhere words that are inserted tell them from struck ones.
    const isDeletion =
      element.tagName === 'del' &&
      (hasInsertions || (element.properties.cite ?? element.properties.dateTime) !== undefined);
    if (isDeletion) deletions += 1;
    const isDropped =
      isDeletion || dropped.has(element.tagName) || players.has(element.tagName) || element.tagName.startsWith('v:');
    // A hidden checkbox of Gmail's and the like say nothing.
    if (!isDropped && !isHidden(element)) return undefined;
    if (!isDropped) hidden.push(plainText(element));
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  visit(main, 'comment', (_, index, parent) => {
    if (!parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
  // Newsletters fill up what mail programs preview with signs that nobody sees.
  const hiddenText = plainCharacters(hidden.join(' '))
    .replace(/(?:\s|\u034F)+/g, ' ')
    .trim();
  if (hiddenText) notes.dropped.push(importNotes.hiddenText(hiddenText));
  if (deletions > 0) notes.dropped.push(importNotes.trackedChanges(0, deletions));
  if (playing > 0) notes.dropped.push(importNotes.players(playing));
  readOfficeHtml(main);
  stylesToElements(main);
  resolveAgainstBase(main, tree);
  return main;
}

/** `main`, else the only `article`, else the body without the page's own header and footer. */
function mainPart(tree: Root): Root {
  const all = (name: string): Element[] => {
    const found: Element[] = [];
    visit(tree, { tagName: name }, (element: Element) => {
      found.push(element);
    });
    return found;
  };
  const [main, article] = [all('main'), all('article')];
  const [part] = main.length === 1 ? main : article.length === 1 ? article : all('body');
  const children = (part?.children ?? []).filter(
    (child) => part?.tagName !== 'body' || child.type !== 'element' || !/^(?:header|footer|aside)$/.test(child.tagName),
  );
  return { type: 'root', children };
}

/** Bold, italic and struck type that is written as style; and the contrary within `b` (Google Docs). */
function stylesToElements(tree: Root): void {
  visit(tree, 'element', (element) => {
    const style = declarationsOf(element);
    const weight = style.get('font-weight');
    if (/^(?:b|strong)$/.test(element.tagName) && weight && /^(?:normal|[1-4]00)$/.test(weight))
      element.tagName = 'span';
    if (element.tagName === 'blockquote' && element.properties.type === 'cite') element.tagName = 'div';
    if (!/^(?:span|font|p|td|a)$/.test(element.tagName)) return;
    const wrap = (name: string) => {
      element.children = [{ type: 'element', tagName: name, properties: {}, children: element.children as Element[] }];
    };
    if (element.children.length === 0) return;
    if (weight && /^(?:bold|bolder|[6-9]00)$/.test(weight)) wrap('strong');
    if (style.get('font-style') === 'italic') wrap('em');
    if (/line-through/.test(style.get('text-decoration') ?? '')) wrap('del');
    if (style.get('vertical-align') === 'super') wrap('sup');
    if (style.get('vertical-align') === 'sub') wrap('sub');
    delete element.properties.style;
  });
}

/** Addresses that are complete only together with the page's own. */
function resolveAgainstBase(main: Root, tree: Root): void {
  let base: string | undefined;
  visit(tree, 'element', ({ tagName, properties }) => {
    const rel = Array.isArray(properties.rel) ? properties.rel : [];
    const isBase = tagName === 'base' || (tagName === 'link' && rel.includes('canonical'));
    if (isBase && /^https?:/i.test(String(properties.href ?? ''))) base ??= String(properties.href);
  });
  visit(main, { tagName: 'a' }, ({ properties }: Element) => {
    const href = String(properties.href ?? '');
    if (base === undefined || href === '' || /^(?:[a-z][a-z0-9+.-]*:|#)/i.test(href)) return;
    if (URL.canParse(href, base)) properties.href = new URL(href, base).href;
  });
}
