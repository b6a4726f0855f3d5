import type { Emphasis, Parents, PhrasingContent, Root, Strong } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

type Mark = Emphasis | Strong;
const isMark = (node: PhrasingContent | undefined): node is Mark =>
  node?.type === 'strong' || node?.type === 'emphasis';

/**
 * Bold and italic type as an editor would mark it: neighbours joined, spaces outside, and either whole words or none: a
 * selection that missed a letter shall not show. Without words in it there is none.
 */
export function mendEmphasis(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const parent = node as Parents;
    if (!(parent.children as PhrasingContent[]).some(isMark)) return;
    for (let before = -1; before !== parent.children.length; ) {
      before = parent.children.length;
      const joined = join(flatten(parent.children as PhrasingContent[]));
      parent.children = moveEdges(joined) as typeof parent.children;
    }
  });
}

/** Bold in bold is bold. */
function flatten(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (!isMark(node)) return [node];
    const inner = node.children.flatMap((part) => (part.type === node.type ? part.children : [part]));
    return [{ ...node, children: inner }];
  });
}

function join(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    const beforeLast = joined.at(-2);
    if (isMark(node) && last?.type === node.type) last.children.push(...node.children);
    else if (isMark(node) && isSpace(last) && beforeLast?.type === node.type) {
      joined.pop();
      beforeLast.children.push(last, ...node.children);
    } else if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else joined.push(node.type === 'text' ? { ...node } : node);
  }
  return joined;
}

const isSpace = (node: PhrasingContent | undefined): node is PhrasingContent & { type: 'text' } =>
  node?.type === 'text' && node.value !== '' && node.value.trim() === '';

function moveEdges(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = [];
  for (const [index, node] of nodes.entries()) {
    if (!isMark(node)) {
      result.push(node);
      continue;
    }
    const before = result.at(-1);
    const after = nodes[index + 1];
    const inside = { ...node, children: join(node.children) };
    growToWords(inside, before, after);
    // CommonMark knows the end of bold type by what stands on either side of it: no sign may be inside and a letter outside.
    const start = take(inside, /^[\s,;:.!?)\]]+/) || (endsInWord(before) ? take(inside, /^[\p{P}\p{S}]+/u) : '');
    const end = take(inside, /\s+$/) || (beginsWithWord(after) ? take(inside, /[\p{P}\p{S}]+$/u) : '');
    const text = (value: string): PhrasingContent[] => (value === '' ? [] : [{ type: 'text', value }]);
    const isEmpty = inside.children.length === 0 || (plainText(inside).trim() === '' && !holdsPicture(inside));
    result.push(...text(start), ...(isEmpty ? inside.children : [inside]), ...text(end));
  }
  return join(result.filter((node) => node.type !== 'text' || node.value !== ''));
}

const holdsPicture = ({ children }: Mark): boolean =>
  children.some(({ type }) => type === 'image' || type === 'footnoteReference');

/** Takes what matches at the edge of the marked words out of them. */
function take(mark: Mark, pattern: RegExp): string {
  const node = pattern.source.startsWith('^') ? mark.children[0] : mark.children.at(-1);
  if (node?.type !== 'text') return '';
  const found = pattern.exec(node.value)?.[0] ?? '';
  node.value = node.value.replace(pattern, '');
  if (node.value === '') mark.children.splice(mark.children.indexOf(node), 1);
  return found;
}

const endsInWord = (node: PhrasingContent | undefined) => node?.type === 'text' && /[\p{L}\p{N}]$/u.test(node.value);
const beginsWithWord = (node: PhrasingContent | undefined) =>
  node?.type === 'text' && /^[\p{L}\p{N}]/u.test(node.value);

/** A word that is marked in part is marked as a whole if that is most of it, otherwise not at all. */
function growToWords(mark: Mark, before: PhrasingContent | undefined, after: PhrasingContent | undefined): void {
  const first = mark.children[0];
  if (first?.type === 'text' && before?.type === 'text') {
    const [outside, inside] = [lettersAtEnd(before.value), lettersAtStart(first.value)];
    if (outside && inside && inside.length >= outside.length) {
      before.value = before.value.slice(0, -outside.length);
      first.value = outside + first.value;
    } else if (outside && inside) {
      before.value += inside;
      first.value = first.value.slice(inside.length);
    }
  }
  const last = mark.children.at(-1);
  if (last?.type === 'text' && after?.type === 'text') {
    const [inside, outside] = [lettersAtEnd(last.value), lettersAtStart(after.value)];
    if (inside && outside && inside.length >= outside.length) {
      last.value += outside;
      after.value = after.value.slice(outside.length);
    } else if (inside && outside) {
      last.value = last.value.slice(0, -inside.length);
      after.value = inside + after.value;
    }
  }
}

const lettersAtEnd = (text: string) => /[\p{L}\p{N}]+$/u.exec(text)?.[0] ?? '';
const lettersAtStart = (text: string) => /^[\p{L}\p{N}]+/u.exec(text)?.[0] ?? '';
