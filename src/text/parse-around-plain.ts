/** A tree made of a text with what is plain in it left out, and put back. */
import type { Nodes, Paragraph, Root } from 'mdast';
import { leaveOutPlain, type PlainBeginning, type PlainBlocks } from './plain-stretches.ts';

/**
 * The tree that `parse` makes of a text. It is given the text with stand-ins for what is plain; should one of them turn out
 * to be something else, because it stands within code or HTML, it is given the whole text.
 */
export function parseAroundPlain(markdown: string, parse: (markdown: string) => Root): Root {
  // Such a sign at the beginning of a text is not counted.
  if (markdown.startsWith('\uFEFF')) return parse(markdown);
  const { rest, stretches } = leaveOutPlain(markdown);
  if (stretches.length === 0) return parse(markdown);
  const tree = /^\n*$/.test(rest) ? emptyTree(rest) : parse(rest);
  return putBack(tree, stretches, markdown.length) ? tree : parse(markdown);
}

/** What the parser makes of empty lines. */
function emptyTree(lines: string): Root {
  const end = { line: lines.length + 1, column: 1, offset: lines.length };
  return { type: 'root', children: [], position: { start: { line: 1, column: 1, offset: 0 }, end } };
}

/** Puts the stretches in their places, and moves what follows them; false where one is not found. */
function putBack(tree: Root, stretches: readonly (PlainBlocks | PlainBeginning)[], length: number): boolean {
  const children: Root['children'] = [];
  let next = 0;
  let by = 0;
  const [first] = stretches;
  if (first && 'blocks' in first && first.instead.trim() === '') {
    children.push(...first.blocks);
    by = first.longer;
    next = 1;
  }
  for (const child of tree.children) {
    const stretch = stretches[next];
    if (!stretch || child.position?.start.line !== stretch.line) {
      if (by > 0) move(child, by);
      children.push(child);
      continue;
    }
    if (!isParagraph(child)) return false;
    if ('blocks' in stretch) {
      const isStandIn = child.children.length === 1 && child.position?.end.column === 2;
      if (!isStandIn) return false;
      children.push(...stretch.blocks);
    } else {
      if (!beginWith(stretch, child, by)) return false;
      children.push(child);
    }
    by += stretch.longer;
    next += 1;
  }
  if (next < stretches.length) return false;
  tree.children = children;
  moveEnd(tree, stretches.at(-1), by, length);
  return true;
}

function isParagraph(node: Nodes): node is Paragraph {
  return node.type === 'paragraph' && node.position?.start.column === 1;
}

/** Puts the beginning back into its paragraph; false where that begins otherwise. What was before it is longer by `by`. */
function beginWith({ instead, longer, written, end }: PlainBeginning, paragraph: Paragraph, by: number): boolean {
  const [text] = paragraph.children;
  if (text?.type !== 'text' || !text.value.startsWith(instead)) return false;
  text.value = written + text.value.slice(instead.length);
  const starts = [paragraph.position?.start, text.position?.start];
  const read = (node: Nodes) => {
    for (const point of [node.position?.start, node.position?.end]) {
      if (point?.offset === undefined) continue;
      if (starts.includes(point)) point.offset += by;
      else {
        point.offset += by + longer;
        if (point.line === end.line) point.column += end.wider;
      }
    }
    if ('children' in node) for (const child of node.children) read(child);
  };
  read(paragraph);
  return true;
}

/** Moves the end of the tree, which may be that of a stretch. */
function moveEnd(tree: Root, last: PlainBlocks | PlainBeginning | undefined, by: number, length: number): void {
  const end = tree.position?.end;
  if (end?.offset === undefined || !last) return;
  const lastBlock = 'blocks' in last ? last.blocks.at(-1)?.position?.end : undefined;
  if (lastBlock?.offset === length) Object.assign(end, lastBlock);
  else end.offset += by;
  if ('written' in last && end.line === last.end.line) end.column += last.end.wider;
}

/** Moves the places of a node, and of all in it, by so many characters. */
function move(node: Nodes, by: number): void {
  for (const point of [node.position?.start, node.position?.end]) if (point?.offset !== undefined) point.offset += by;
  if ('children' in node) for (const child of node.children) move(child, by);
}
