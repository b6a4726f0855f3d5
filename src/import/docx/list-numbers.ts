import type { Element, Nodes, Root, Text } from 'hast';
import { visit } from 'unist-util-visit';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';
import { numberMark } from './markup.ts';

const mark = new RegExp(`${numberMark.before}(\\d+) (\\w+)${numberMark.after}`);

/** Takes the marked numbers out of the items; a list begins with its first, and a gap begins another list. */
export function giveListsTheirNumbers(tree: Root, notes: ImportNotes): void {
  const numbers = new Map<Nodes, number>();
  visit(tree, { tagName: 'li' }, (item) => {
    const [, number] = mark.exec(firstText(item)?.value ?? '') ?? [];
    if (number) numbers.set(item, Number(number));
  });
  let letters = false;
  // Headings and other numbered paragraphs have them as well.
  visit(tree, 'text', (node) => {
    letters ||= /letter|roman/i.test(mark.exec(node.value)?.[2] ?? '');
    node.value = node.value.replace(mark, '');
  });
  if (letters) notes.leftToDo.push(importNotes.letteredList);

  visit(tree, { tagName: 'ol' }, (list: Element, index, parent) => {
    if (!parent || index === undefined) return;
    const items = list.children.filter((item) => item.type === 'element');
    const first = items[0] && numbers.get(items[0]);
    if (first === undefined) return;
    list.properties.start = first;
    const gap = items.findIndex((item, at) => numbers.has(item) && numbers.get(item) !== first + at);
    if (gap <= 0) return;
    const rest: Element = { type: 'element', tagName: 'ol', properties: {}, children: items.slice(gap) };
    list.children = items.slice(0, gap);
    parent.children.splice(index + 1, 0, rest);
  });
}

function firstText(node: Nodes): Text | undefined {
  if (node.type === 'text') return node;
  if (!('children' in node)) return undefined;
  for (const below of node.children) {
    const found = firstText(below);
    if (found) return found;
  }
  return undefined;
}
