import type { Element, ElementContent, Root } from 'hast';
import { toString as plainText } from 'hast-util-to-string';
import { h } from 'hastscript';
import { SKIP, visit } from 'unist-util-visit';
import { declarationsOf } from './style-attribute.ts';

/** Word's paragraph classes that say what a paragraph is. */
const roles: [pattern: RegExp, tag: string, className?: string][] = [
  [/^MsoTitle/i, 'h1', 'title'],
  [/^MsoSubtitle/i, 'p', 'subtitle'],
  [/^Mso(?:Intense)?Quote/i, 'blockquote'],
  [/^MsoCaption/i, 'p', 'caption'],
];

interface Item {
  paragraph: Element;
  level: number;
  /** Undefined for a bullet. */
  number?: number;
}

/** HTML as Word and Outlook write it: classes for roles, lists that are paragraphs with a mark, tables of contents. */
export function readOfficeHtml(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const names = classNames(element);
    if (names.some((name) => /^MsoToc/i.test(name))) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    const role = roles.find(([pattern]) => names.some((name) => pattern.test(name)));
    if (role && !itemOf(element)) {
      const [, tag, className] = role;
      if (tag === 'blockquote') parent.children[index] = h('blockquote', h('p', element.children));
      else {
        element.tagName = tag;
        element.properties = { className: className ? [className] : [] };
      }
    }
    return undefined;
  });
  joinQuotes(tree);
  paragraphsToLists(tree);
}

function classNames({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : [];
}

function isBlank(node: ElementContent | Root['children'][number] | undefined): boolean {
  return node?.type === 'text' && node.value.trim() === '';
}

const isBlock = (node: ElementContent) =>
  node.type === 'element' && /^(?:p|div|ul|ol|h[1-6]|table|blockquote|pre)$/.test(node.tagName);

/** Paragraphs of one quotation follow each other. */
function joinQuotes(parent: Root | Element): void {
  const joined: Element[] = [];
  for (const node of parent.children as Element[]) {
    if (node.type === 'element') joinQuotes(node);
    if (node.type === 'element' && node.tagName === 'blockquote' && !node.children.some(isBlock)) {
      node.children = [h('p', node.children)];
    }
    const last = joined.findLast((other) => !isBlank(other));
    if (node.type === 'element' && node.tagName === 'blockquote' && last?.tagName === 'blockquote') {
      last.children.push(...node.children);
    } else joined.push(node);
  }
  parent.children = joined;
}

/** `mso-list:l0 level2 lfo1` in a paragraph's style makes it an item of the second level. */
function itemOf(paragraph: Element): Item | undefined {
  const level = /level(\d)/.exec(declarationsOf(paragraph).get('mso-list') ?? '')?.[1];
  if (!level) return undefined;
  let mark = '';
  visit(paragraph, 'element', (inner) => {
    if (/ignore/.test(declarationsOf(inner).get('mso-list') ?? '')) mark ||= plainText(inner).trim();
  });
  const number = /^\(?(\d{1,3})[.)]/.exec(mark)?.[1];
  const letter = /^\(?([a-z])[.)]/i.exec(mark)?.[1];
  const counted = number ? Number(number) : letter ? letter.toLowerCase().charCodeAt(0) - 96 : undefined;
  return { paragraph, level: Number(level), ...(counted !== undefined && { number: counted }) };
}

function paragraphsToLists(parent: Root | Element): void {
  const children = parent.children as Element[];
  for (let at = 0; at < children.length; at += 1) {
    const node = children[at];
    if (node?.type !== 'element') continue;
    if (!itemOf(node)) {
      paragraphsToLists(node);
      continue;
    }
    const items: Item[] = [];
    let end = at;
    for (let next = at; next < children.length; next += 1) {
      const other = children[next];
      const item = other?.type === 'element' ? itemOf(other) : undefined;
      if (item) {
        items.push(item);
        end = next + 1;
      } else if (!isBlank(other)) break;
    }
    children.splice(at, end - at, ...listsOf(items, items[0]?.level ?? 1));
  }
}

/** Items in a row as lists, deeper ones within the item above them; bullets after numbers are another list. */
function listsOf(items: readonly Item[], level: number): Element[] {
  const lists: Element[] = [];
  for (let at = 0; at < items.length; ) {
    const item = items[at] as Item;
    let next = at + 1;
    while ((items[next]?.level ?? 0) > item.level) next += 1;
    const tag = item.number === undefined ? 'ul' : 'ol';
    const entry = h('li', withoutMark(item.paragraph), ...listsOf(items.slice(at + 1, next), level + 1));
    const last = lists.at(-1);
    if (last?.tagName === tag) last.children.push(entry);
    else lists.push(h(tag, { start: item.number }, entry));
    at = next;
  }
  return lists;
}

function withoutMark(paragraph: Element): ElementContent[] {
  const copy = structuredClone(paragraph);
  visit(copy, 'element', (inner, index, parent) => {
    if (!parent || index === undefined || !/ignore/.test(declarationsOf(inner).get('mso-list') ?? '')) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  return copy.children;
}
