/**
 * German typography in a Markdown tree: the text of a block is one line of thought, however many nodes it is spread over,
 * so that a quote may begin before a link and end inside it.
 */
import type { Image, ImageReference, Node, Root, Text } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { OBJECT, typeset, typographicEdits } from './typography.ts';
import { applyEdits, type Edit } from './typography-edits.ts';
import { visit } from './visit.ts';

/** A stretch of a block's text: of a text node, `depth` levels below the block, or of something that is not to be changed. */
type Piece = { readonly text: string; readonly node?: Text; readonly depth: number };

/**
 * A copy of the tree with its German text typeset, alternative texts and titles of images too.
 * Code, addresses, definitions and parts in `<span lang="…">` of another language stay as they are.
 * Expects inline HTML as the parser gives it: a node for each tag.
 */
export function typesetTree(root: Root): Root {
  return typesetInPlace(structuredClone(root));
}

/** The same without a copy, for a tree that nobody needs as it was. */
export function typesetInPlace(root: Root): Root {
  visit(root, (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return undefined;
    typesetBlock(node);
    return 'skip';
  });
  return root;
}

function typesetBlock(block: Node): void {
  const pieces = readPieces(block);
  const edits = typographicEdits(pieces.map(({ text }) => text).join(''));
  if (edits.length > 0) applyToPieces(pieces, edits);
}

function readPieces(block: Node): Piece[] {
  const pieces: Piece[] = [];
  /** The open `<span>` elements: whether each is in another language. */
  const spans: boolean[] = [];

  const read = (node: Node, depth: number): void => {
    const isForeign = spans.includes(true);
    if (isText(node) && !isForeign) {
      // A line end in the source, of Windows too, is one space to the reader.
      node.value = node.value.replaceAll('\r\n', '\n');
      pieces.push({ text: node.value.replaceAll('\n', ' '), node, depth });
    } else if (node.type === 'break') {
      pieces.push({ text: '\n', depth });
    } else if (node.type === 'footnoteReference') {
      // Follows a closing quote as a bracket would, without a space.
      pieces.push({ text: ']', depth });
    } else if (isHtml(node)) {
      pieces.push({ text: readTag(node.value, spans), depth });
    } else if (isParent(node) && !isBareAddress(node)) {
      for (const child of node.children) read(child, depth + 1);
    } else {
      if (isImage(node) && !isForeign) typesetImage(node);
      pieces.push({ text: OBJECT, depth });
    }
  };
  read(block, 0);
  return pieces.filter(({ text }) => text !== '');
}

/** Keeps `spans` and says what stands for the tag: nothing for one around German text, which reads on across it. */
function readTag(html: string, spans: boolean[]): string {
  if (/^<\/span\s*>$/i.test(html)) return spans.pop() ? OBJECT : '';
  const language = /^<span\s(?:[^>]*\s)?lang\s*=\s*["']?([^"'\s>]*)/i.exec(html)?.[1];
  if (/^<span[\s>]/i.test(html)) spans.push(language !== undefined && !/^de(?:-|$)/i.test(language));
  else if (!/^<(?:\/?abbr[\s>]|!--)/i.test(html)) return OBJECT;
  return spans.includes(true) ? OBJECT : '';
}

/** A link whose text is the address that it leads to: the reader may copy it. */
function isBareAddress(node: Node & { children: Node[] }): boolean {
  if (node.type !== 'link' && node.type !== 'linkReference') return false;
  const text = plainText(node);
  if (text === '' || /\s/.test(text)) return false;
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:|tel:)/i, '').replace(/\/$/, '');
  return /^[a-z][a-z\d+.-]*:\S|^www\.|@/i.test(text) || ('url' in node && bare(String(node.url)) === bare(text));
}

function typesetImage(image: Image | ImageReference): void {
  if (image.alt) image.alt = typeset(image.alt);
  if ('title' in image && image.title) image.title = typeset(image.title);
}

/** Gives each text node its part of the edits; what is new between two nodes goes to the one nearer to the block. */
function applyToPieces(pieces: readonly Piece[], edits: readonly Edit[]): void {
  const rest = edits.flatMap(splitEdit);
  let next = 0;
  let start = 0;
  pieces.forEach(({ text, node, depth }, index) => {
    const end = start + text.length;
    const following = pieces[index + 1];
    const leavesEnd = !node || (following?.node && following.depth < depth);
    const own: Edit[] = [];
    for (let edit = rest[next]; edit && edit.at <= end; edit = rest[next]) {
      if (edit.at === end && (edit.remove > 0 || leavesEnd)) break;
      own.push({ ...edit, at: edit.at - start });
      next += 1;
    }
    if (node) node.value = applyEdits(node.value, own);
    start = end;
  });
}

/** The edit unit by unit, so that none reaches across two nodes; what is new stands where the edit begins. */
function splitEdit({ at, remove, insert }: Edit): Edit[] {
  if (remove === 0) return [{ at, remove, insert }];
  return Array.from({ length: remove }, (_, unit) => ({ at: at + unit, remove: 1, insert: unit === 0 ? insert : '' }));
}

const isText = (node: Node): node is Text => node.type === 'text';
const isHtml = (node: Node): node is Node & { value: string } => node.type === 'html';
const isParent = (node: Node): node is Node & { children: Node[] } => 'children' in node;
const isImage = (node: Node): node is Image | ImageReference => node.type === 'image' || node.type === 'imageReference';
