/** Blocks that are to be read as the lines of text that somebody wrote. */
import type { Blockquote, Break, List, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';

/** A block that holds blocks in which a line may have been taken for a mark. */
export type Container = Root | Blockquote | ListItem;

/** The line of a place as it stands in the file, from the place on. */
export function lineFrom(lines: readonly string[], start: { line: number; column: number } | undefined): string {
  return start ? (lines[start.line - 1] ?? '').slice(start.column - 1) : '';
}

/** The text of the first paragraph of an item, without marks. */
export function textOfItem({ children: [first] }: ListItem): string {
  return first?.type === 'paragraph' ? plainText(first) : '';
}

/**
 * The list as text with the mark of each item as it was written, each item a line of one paragraph; where there is
 * more in an item than a paragraph, or a blank line between two, in paragraphs of their own.
 */
export function listAsText(list: List, marks: readonly string[]): RootContent[] {
  if (!isTight(list)) return list.children.flatMap((item, index) => itemAsText(item, marks[index] ?? ''));
  const children = list.children.flatMap(({ children: [first] }, index): PhrasingContent[] => {
    const text = isParagraph(first) ? withMark(first, marks[index] ?? '') : [];
    return index === 0 ? text : [lineBreak(list.children[index - 1]), ...text];
  });
  return [{ type: 'paragraph', children, position: list.position }];
}

/** Whether the list is lines below each other, with nothing more in any of its points. */
export function isTight({ spread, children }: List): boolean {
  return !spread && children.every(({ children: [first, ...more] }) => isParagraph(first) && more.length === 0);
}

function itemAsText({ children, position }: ListItem, mark: string): RootContent[] {
  const [first, ...rest] = children;
  if (isParagraph(first)) return [{ ...first, children: withMark(first, mark) }, ...rest];
  return [{ type: 'paragraph', children: [{ type: 'text', value: mark, position }], position }, ...children];
}

/** A break at the end of the item. */
function lineBreak(item: ListItem | undefined): Break {
  const end = item?.position?.end;
  return { type: 'break', ...(end && { position: { start: end, end } }) };
}

/** What stands in a paragraph, behind a mark that has become text. */
export function withMark({ children, position }: Paragraph, mark: string): PhrasingContent[] {
  const [first, ...rest] = children;
  if (first?.type === 'text') return [{ ...first, value: `${mark} ${first.value}` }, ...rest];
  return [{ type: 'text', value: `${mark} `, position }, ...children];
}

export function isParagraph(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph';
}

/** The paragraph that `block` follows without a blank line, if there is one. */
export function interruptedBy(block: RootContent, before: RootContent | undefined): Paragraph | undefined {
  const isNext = before?.position?.end.line === (block.position?.start.line ?? 0) - 1;
  return isNext && isParagraph(before) ? before : undefined;
}

/** Takes the lines of the item into the paragraph before it; what else the item holds is returned. */
export function goOn(before: Paragraph, item: ListItem, mark: string, lines: readonly string[]): RootContent[] {
  const [first, ...rest] = item.children;
  const own = isParagraph(first) ? first : undefined;
  const text = withMark(own ?? { type: 'paragraph', children: [] }, mark);
  before.children.push(lineEnd(before, lines), ...text);
  if (before.position && item.position) {
    before.position = { start: before.position.start, end: (own ?? item).position?.end ?? item.position.end };
  }
  return own ? rest : item.children;
}

/** A break where the last line of the paragraph asks for one, which Markdown overlooks at the end of a paragraph. */
function lineEnd({ children, position }: Paragraph, lines: readonly string[]): PhrasingContent {
  const line = lines[(position?.end.line ?? 0) - 1] ?? '';
  if (!/(?:\\| {2})$/.test(line)) return { type: 'text', value: '\n' };
  const last = children.at(-1);
  if (last?.type === 'text') last.value = last.value.replace(/\\$/, '');
  return { type: 'break', ...(position && { position: { start: position.end, end: position.end } }) };
}
