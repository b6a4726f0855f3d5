/**
 * Pairs of stars, underscores or tildes that Markdown takes for emphasis and no editor means: signs that are spoken of
 * (`(*)`), names of files (`*.pdf`), addresses, sums. They stay as text.
 */
import type { Delete, Emphasis, InlineCode, Parents, PhrasingContent, Root, Strong, Text } from 'mdast';
import { SKIP, visit } from '../visit.ts';

/** What closes a bracket or a quotation, in any of the usual ways. */
const closing: Record<string, string> = {
  ...{ '(': ')', '[': ']', '{': '}', '"': '"', "'": "'", '„': '“”', '“': '”', '‚': '‘’', '‘': '’' },
  ...{ '»': '«', '«': '»', '›': '‹', '‹': '›' },
};

/** Whether one character opens what the other closes: a sign between them is spoken of. */
function isAround(left: string, right: string): boolean {
  return right !== '' && closing[left]?.includes(right) === true;
}

/** Puts the signs of doubtful pairs back, in place. */
export function keepDoubtfulPairs(tree: Root, markdown: string): void {
  visit(tree, ['emphasis', 'strong', 'delete', 'inlineCode'], (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'inlineCode') {
      const written = markdown.slice(node.position?.start.offset, node.position?.end.offset);
      if (isSpokenOf(written, markdown, node.position))
        parent.children[index] = { ...node, type: 'text', value: written };
      return undefined;
    }
    const pair = node as Emphasis | Strong | Delete;
    const sign = signOf(pair, markdown);
    if (!sign || !isDoubtful(pair, sign, markdown)) return undefined;
    const { children } = parent as Parents & { children: PhrasingContent[] };
    children.splice(index, 1, signAt(pair, sign, 'start'), ...pair.children, signAt(pair, sign, 'end'));
    joinTexts(children);
    return [SKIP, Math.max(0, index - 1)];
  });
}

/** One of the two signs of a pair, as text in its place. */
function signAt({ position }: Emphasis | Strong | Delete, value: string, side: 'start' | 'end'): Text {
  if (!position) return { type: 'text', value };
  const { line, column, offset = 0 } = position[side];
  const [from, to] = side === 'start' ? [0, value.length] : [-value.length, 0];
  const at = (by: number) => ({ line, column: column + by, offset: offset + by });
  return { type: 'text', value, position: { start: at(from), end: at(to) } };
}

/** Makes one of texts that stand side by side, in place: what is said of a word needs all of it. */
function joinTexts(children: PhrasingContent[]): void {
  for (let index = children.length - 1; index > 0; index -= 1) {
    const [left, right] = [children[index - 1], children[index]];
    if (left?.type !== 'text' || right?.type !== 'text') continue;
    const position =
      left.position && right.position ? { start: left.position.start, end: right.position.end } : undefined;
    children.splice(index - 1, 2, { type: 'text', value: left.value + right.value, ...(position && { position }) });
  }
}

/** A backtick with a space behind it, or one in brackets or quotes, begins no code. */
function isSpokenOf(written: string, markdown: string, position: InlineCode['position']): boolean {
  const [left, first] = [markdown.charAt((position?.start.offset ?? 0) - 1), written.charAt(1)];
  if (written.startsWith('``')) return false;
  return /^\s/.test(first) || isAround(left, first);
}

function signOf({ type, position }: Emphasis | Strong | Delete, markdown: string): string | undefined {
  const start = position?.start.offset;
  return start === undefined ? undefined : markdown.slice(start, start + (type === 'emphasis' ? 1 : 2));
}

function isDoubtful({ type, position }: Emphasis | Strong | Delete, sign: string, markdown: string): boolean {
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? 0;
  const inside = markdown.slice(start + sign.length, end - sign.length);
  const before = markdown.slice(Math.max(0, start - 80), start);
  const after = markdown.slice(end, end + 80);
  const [first = '', last = ''] = [inside.charAt(0), inside.charAt(inside.length - 1)];
  const [left = ' ', right = ' '] = [before.charAt(before.length - 1), after.charAt(0)];

  // The sign itself in brackets or quotes: what follows it closes, or what precedes it opens.
  if (/[)\]},;!?]/.test(first) || /[([{]/.test(last) || isAround(left, first) || isAround(last, right)) return true;
  if (type !== 'delete' && /[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) return true;
  if (type === 'emphasis' && !/[\p{L}\p{N}§€$%&+]/u.test(inside)) return true;
  if (/^\.[\p{L}\p{N}]/u.test(inside)) return true;
  if (/\d\s*$/.test(before) && /^\s*\d/.test(after) && /^\d/.test(inside) && /\d$/.test(inside)) return true;
  if (type === 'delete') return /\d$/.test(before) && /^\d/.test(after);

  const around = `${/\S*$/.exec(before)?.[0] ?? ''} ${/^\S*/.exec(after)?.[0] ?? ''}`;
  if (!/\s/.test(inside) && /:\/\/|\bwww\.|@/i.test(around)) return true;
  return sign.startsWith('_') && (/[\p{L}\p{N}][./\\]$/u.test(before) || /^[./\\][\p{L}\p{N}]/u.test(after));
}
