import type { Break, List, ListItem, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Paragraphs as they were meant: divided at empty lines, without line breaks at their edges, none empty, bullets by hand as lists. */
export function mendParagraphs(tree: Root): void {
  visit(tree, ['heading', 'tableCell', 'paragraph'], (node) => {
    if (node.type === 'heading') node.children = withoutBreaks(node.children);
    if (node.type === 'paragraph') node.children = breaksToLines(node.children);
  });
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const parts = divide(paragraph);
    parent.children.splice(index, 1, ...(parts as typeof parent.children));
    return [SKIP, index + parts.length];
  });
  dropEmpty(tree);
  visit(tree, (node) => {
    if ('children' in node && node.type !== 'list') listsByHand(node as Parents);
  });
  visit(tree, 'list', tighten);
}

const isBreak = (node: PhrasingContent): node is Break => node.type === 'break';

function withoutBreaks(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node) => (isBreak(node) ? { type: 'text', value: ' ' } : node));
}

/** Line breaks out of marked words, and line ends in text as the spaces that they are. */
function breaksToLines(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete') {
      const parts = splitAt(breaksToLines(node.children), isBreak);
      return parts.flatMap((children, index) => [
        ...(index > 0 ? [{ type: 'break' } as const] : []),
        ...(children.length > 0 ? [{ ...node, children }] : []),
      ]);
    }
    return node.type === 'text' ? [{ ...node, value: node.value.replace(/\s*\n\s*/g, ' ') }] : [node];
  });
}

/** At two line breaks in a row; pictures stand alone, behind the words that they were among. */
function divide(paragraph: Paragraph): Paragraph[] {
  const parts: PhrasingContent[][] = [[]];
  const pending: Break[] = [];
  for (const node of paragraph.children) {
    if (isBreak(node)) pending.push(node);
    else if (node.type !== 'text' || node.value.trim() !== '' || pending.length === 0) {
      if (pending.length > 1) parts.push([]);
      else parts.at(-1)?.push(...pending);
      pending.length = 0;
      parts.at(-1)?.push(node);
    }
  }
  return parts.flatMap((nodes) => {
    const isPicture = ({ type }: PhrasingContent) => type === 'image';
    const first = nodes.findIndex((node) => !isPicture(node) && !(node.type === 'text' && node.value.trim() === ''));
    const before = nodes.slice(0, Math.max(0, first)).filter(isPicture);
    const words = trimmed(nodes.filter((node) => !isPicture(node)));
    const behind = nodes.filter(isPicture).slice(before.length);
    const alone = (node: PhrasingContent): Paragraph => ({ ...paragraph, children: [node] });
    return [
      ...before.map(alone),
      ...(words.length > 0 ? [{ ...paragraph, children: joinTexts(words) }] : []),
      ...behind.map(alone),
    ];
  });
}

/** Where a picture was between two words there are two spaces. */
function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value = `${last.value}${node.value}`.replace(/ {2,}/g, ' ');
    else joined.push(node.type === 'text' ? { ...node } : node);
  }
  return joined;
}

function trimmed(nodes: PhrasingContent[]): PhrasingContent[] {
  const children = nodes.map((node, index): PhrasingContent => {
    if (node.type !== 'text') return node;
    let { value } = node;
    if (index === 0 || nodes[index - 1]?.type === 'break') value = value.trimStart();
    if (index === nodes.length - 1 || nodes[index + 1]?.type === 'break') value = value.trimEnd();
    return { ...node, value };
  });
  const isIdle = (node: PhrasingContent | undefined) =>
    node !== undefined && (isBreak(node) || (node.type === 'text' && node.value === ''));
  while (isIdle(children[0])) children.shift();
  while (isIdle(children.at(-1))) children.pop();
  return children;
}

function dropEmpty(parent: Parents): void {
  parent.children = (parent.children as RootContent[]).filter((node) => {
    if (!('children' in node)) return true;
    dropEmpty(node);
    if (node.type === 'tableCell' || node.type === 'tableRow') return true;
    return node.children.length > 0 && (node.type !== 'heading' || plainText(node).trim() !== '');
  }) as typeof parent.children;
}

const bullet = /^(?:[•·▪●○◦■□➢➤►‣∙*+]|[-–—](?=\s)|o(?=\s{2,}))\s*(?=\S)/;
const firmBullet = /^[•·▪●○◦■□➢➤►‣∙]\s*(?=\S)/;
const numbered = /^(\d{1,2})[.)]\s+(?=\S)/;

/** Paragraphs that begin with a bullet or with numbers in a row are a list that somebody made by hand. */
function listsByHand(parent: Parents): void {
  const children = parent.children as RootContent[];
  for (let at = 0; at < children.length; at += 1) {
    const first = startOf(children[at]);
    if (first === undefined) continue;
    const items: { node: Paragraph; start: number }[] = [];
    if (bullet.test(first)) {
      for (let next = at; bullet.test(startOf(children[next]) ?? ''); next += 1) {
        items.push({ node: children[next] as Paragraph, start: 1 });
      }
      if (items.length < 2 && !firmBullet.test(first)) continue;
      children.splice(at, items.length, listOf(items, bullet, false));
    } else if (numbered.test(first)) {
      const begin = Number(numbered.exec(first)?.[1]);
      const number = (index: number) => numbered.exec(startOf(children[index]) ?? '')?.[1];
      for (let next = at; Number(number(next)) === begin + next - at; next += 1) {
        items.push({ node: children[next] as Paragraph, start: begin });
      }
      if (items.length < 2) continue;
      children.splice(at, items.length, listOf(items, numbered, true));
    }
  }
}

function startOf(node: RootContent | undefined): string | undefined {
  const first = node?.type === 'paragraph' ? node.children[0] : undefined;
  return first?.type === 'text' ? first.value : undefined;
}

function listOf(items: { node: Paragraph; start: number }[], mark: RegExp, ordered: boolean): List {
  const children = items.map(({ node }): ListItem => {
    const [first, ...rest] = node.children;
    const value = first?.type === 'text' ? first.value.replace(mark, '') : '';
    return {
      type: 'listItem',
      spread: false,
      children: [{ type: 'paragraph', children: [{ type: 'text', value }, ...rest] }],
    };
  });
  return { type: 'list', ordered, start: ordered ? (items[0]?.start ?? 1) : null, spread: false, children };
}

/** Word and HTML put paragraphs into items; with one in each the list is still a tight one. Empty boxes are no task list. */
function tighten(list: List): void {
  const isLoose = list.children.some(({ children }) => children.filter(({ type }) => type !== 'list').length > 1);
  list.spread = isLoose;
  for (const item of list.children) {
    item.spread = isLoose;
    item.checked = null;
  }
}

/** The parts between those that `isSeparator`. */
function splitAt(
  nodes: readonly PhrasingContent[],
  isSeparator: (node: PhrasingContent) => boolean,
): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (isSeparator(node)) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}
