import type { Definition, Image, Link, Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { decodeAddress } from '../model/address.ts';
import { isGerman } from '../model/language.ts';
import { outgoingAddress } from '../model/web-address.ts';
import { foldInlineHtml } from './inline-html.ts';
import { recognisePassages } from './passages.ts';
import { typesetInPlace } from './typeset-tree.ts';
import { typeset } from './typography.ts';
import { visit } from './visit.ts';

/** A link or picture of a text, as the editor wrote it. */
export interface Reference {
  kind: 'link' | 'picture';
  url: string;
  line: number;
}

/** All targets that a text names, those of definitions included. */
export function referencesOf(tree: Root): Reference[] {
  const named: (Link | Definition | Image)[] = [];
  const pictures = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'imageReference') pictures.add(node.identifier);
    else if (node.type === 'link' || node.type === 'definition' || node.type === 'image') named.push(node);
  });
  return named.map((node) => {
    const isPicture = node.type === 'image' || (node.type === 'definition' && pictures.has(node.identifier));
    return { kind: isPicture ? 'picture' : 'link', url: node.url, line: node.position?.start.line ?? 1 };
  });
}

/** The names of the files that a text shows as pictures. */
export function picturesIn(references: readonly Reference[]): Set<string> {
  return new Set(references.filter(({ kind }) => kind === 'picture').map(({ url }) => decodeAddress(url)));
}

/**
 * The tree that pages, feeds and mail are made of: its voices and boxes recognised, typeset, addresses as they go out,
 * without HTML nodes and positions. A text in another language than German is left as it is written.
 */
export function prepareBody(tree: Root, options: { lang?: string } = {}): Root {
  return prepareWithLines(structuredClone(tree), options).body;
}

/**
 * The same, with the line at which each block of it begins; a block that came into being here has none. Makes it of the
 * tree that it gets, which nobody needs any more.
 */
export function prepareWithLines(
  tree: Root,
  { lang }: { lang?: string } = {},
): { body: Root; lines: (number | undefined)[] } {
  const isTypeset = isGerman(lang);
  const types = typesIn(tree);
  if (types.has('blockquote')) recognisePassages(tree, isTypeset ? typeset : (text) => text);
  if (isTypeset) typesetInPlace(tree);
  if (types.has('html')) foldInlineHtml(tree);
  const lines = tree.children.map(({ position }) => position?.start.line);
  finish(tree);
  return { body: tree, lines };
}

function typesIn(tree: Root): Set<string> {
  const types = new Set<string>();
  visit(tree, ({ type }) => {
    types.add(type);
  });
  return types;
}

/** Addresses as they go out, and no positions. */
function finish(node: Nodes): void {
  if (node.type === 'link' || node.type === 'definition') node.url = outgoingAddress(node.url);
  delete node.position;
  if ('children' in node) for (const child of node.children) finish(child);
}

/** Puts the address that `resolve` knows in the place of each link target; undefined leaves it as it is. */
export function resolveLinks(tree: Root, resolve: (url: string) => string | undefined): Root {
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'definition') node.url = resolve(node.url) ?? node.url;
  });
  return tree;
}

/** The words that a reader reads: not those of HTML tags and descriptions of pictures. */
export function countWords(tree: Root): number {
  let words = 0;
  visit(tree, ['paragraph', 'heading', 'tableCell', 'code'], (block) => {
    const text = plainText(block, { includeHtml: false, includeImageAlt: false });
    words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  });
  return words;
}
