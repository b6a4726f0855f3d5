/**
 * Paragraphs and headings in which there is no sign of Markdown. The parser goes over each character of a text some four
 * times; most characters stand in blocks of which it is plain what they are.
 */
import type { Heading, Nodes, Paragraph, Root } from 'mdast';

/** A block between blank lines, as it is to stand in the tree. */
type PlainBlock = Paragraph | Heading;

/** Lines that begin with a letter, so that none is a mark, and hold no sign within; a line end with a space may be a break. */
const plainParagraph = /^(?:[\p{L}„](?:[^\\`*_[\]<&~|\t\r\n\0]*[^\\`*_[\]<&~|\t\r\n\0 ])?(?:\n|$))+$/u;
const plainHeading = /^(#{1,6}) ([\p{L}\p{N}„](?:[^\\`*_[\]<&~|\t\r\n\0#]*[^\\`*_[\]<&~|\t\r\n\0# ])?)$/u;

/** What the parser reads in the place of such a block. */
const standIn = 'x';

/**
 * The tree that `parse` makes of a text. It gets the text with a short paragraph in the place of each plain block; should
 * one of these turn out to be something else, because it stands within code or HTML, it gets the whole text.
 */
export function parseAroundPlainBlocks(markdown: string, parse: (markdown: string) => Root): Root {
  // At the beginning of a text it is not counted.
  if (markdown.startsWith('\uFEFF')) return parse(markdown);
  const { rest, blocks } = withoutPlainBlocks(markdown);
  if (blocks.length === 0) return parse(markdown);
  const tree = parse(rest);
  return putBack(tree, blocks, markdown.length) ? tree : parse(markdown);
}

/** The text with stand-ins, in as many lines, and what they stand for. */
function withoutPlainBlocks(markdown: string): { rest: string; blocks: PlainBlock[] } {
  const blocks: PlainBlock[] = [];
  let rest = '';
  let line = 1;
  for (let start = 0; start < markdown.length; ) {
    if (markdown.charAt(start) === '\n') {
      rest += '\n';
      line += 1;
      start += 1;
      continue;
    }
    const blank = markdown.indexOf('\n\n', start);
    const end = blank >= 0 ? blank : markdown.length - (markdown.endsWith('\n') ? 1 : 0);
    const written = markdown.slice(start, end);
    const lineEnds = countLineEnds(written);
    const block = plainBlock(written, { line, column: 1, offset: start }, lineEnds);
    if (block) blocks.push(block);
    rest += block ? standIn + '\n'.repeat(lineEnds) : written;
    line += lineEnds;
    start = end;
  }
  return { rest, blocks };
}

function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function plainBlock(
  written: string,
  start: { line: number; column: number; offset: number },
  lineEnds: number,
): PlainBlock | undefined {
  const end = {
    line: start.line + lineEnds,
    column: written.length - written.lastIndexOf('\n'),
    offset: start.offset + written.length,
  };
  const text = (value: string, skipped: number) => ({
    type: 'text' as const,
    value,
    position: {
      start: { line: start.line, column: 1 + skipped, offset: start.offset + skipped },
      end: { ...end },
    },
  });
  if (plainParagraph.test(written)) {
    return { type: 'paragraph', children: [text(written, 0)], position: { start, end } };
  }
  const [, signs = '', words = ''] = plainHeading.exec(written) ?? [];
  if (words === '') return undefined;
  const depth = signs.length as Heading['depth'];
  return { type: 'heading', depth, children: [text(words, depth + 1)], position: { start, end } };
}

/** Puts the blocks in their places, and moves what follows them; false where one is not found. */
function putBack(tree: Root, blocks: readonly PlainBlock[], length: number): boolean {
  let found = 0;
  let shift = 0;
  for (const [index, child] of tree.children.entries()) {
    const block = blocks[found];
    if (block && child.position?.start.line === block.position?.start.line) {
      if (!isStandIn(child)) return false;
      tree.children[index] = block;
      shift = movedBy(child, block);
      found += 1;
    } else if (shift > 0) move(child, shift);
  }
  const last = blocks.at(-1)?.position?.end;
  const end = tree.position?.end;
  if (last?.offset === length) Object.assign(end ?? {}, last);
  else if (end?.offset !== undefined) end.offset += shift;
  return found === blocks.length;
}

function isStandIn({ type, position }: Nodes): boolean {
  return type === 'paragraph' && position?.start.column === 1 && position.end.column === 1 + standIn.length;
}

/** How much further than behind its stand-in the text goes on behind a block: that has as many line ends. */
function movedBy({ position: short }: Nodes, { position: long }: PlainBlock): number {
  const lineEnds = (long?.end.line ?? 0) - (long?.start.line ?? 0);
  return (long?.end.offset ?? 0) - (short?.end.offset ?? 0) - lineEnds;
}

/** Moves the places of a node, and of all in it, by so many characters. */
function move(node: Nodes, by: number): void {
  for (const place of [node.position?.start, node.position?.end]) if (place?.offset !== undefined) place.offset += by;
  if ('children' in node) for (const child of node.children) move(child, by);
}
