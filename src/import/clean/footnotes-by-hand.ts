import type { FootnoteDefinition, Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

const definition = /^\[(\d{1,2})\]\s*(?=\S)/;

/** `[1]` in the text and paragraphs that begin with it at the end are footnotes, where every one is referred to. */
export function recogniseFootnotes(tree: Root): void {
  const { children } = tree;
  let end = children.length;
  const written: { number: string; paragraph: Paragraph }[] = [];
  for (; end > 0; end -= 1) {
    const node = children[end - 1];
    if (node?.type === 'footnoteDefinition') return;
    const first = node?.type === 'paragraph' ? node.children[0] : undefined;
    const number = first?.type === 'text' ? definition.exec(first.value)?.[1] : undefined;
    if (node?.type !== 'paragraph' || number === undefined) break;
    written.unshift({ number, paragraph: node });
  }
  const body = children.slice(0, end);
  const text = JSON.stringify(body);
  if (written.length === 0 || !written.every(({ number }) => text.includes(`[${number}]`))) return;
  const numbers = new Set(written.map(({ number }) => number));
  tree.children = [...body, ...written.map(({ number, paragraph }) => noteOf(number, paragraph))];
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const parts = referencesIn(node.value, numbers);
    parent.children.splice(index, 1, ...(parts as Parents['children']));
    return index + parts.length;
  });
}

function noteOf(number: string, { children }: Paragraph): FootnoteDefinition {
  const [first, ...rest] = children;
  const value = first?.type === 'text' ? first.value.replace(definition, '') : '';
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'text', value }, ...rest] };
  return { type: 'footnoteDefinition', identifier: number, label: number, children: [paragraph] };
}

function referencesIn(text: string, numbers: ReadonlySet<string>): PhrasingContent[] {
  return text
    .split(/(\s?\[\d{1,2}\])/)
    .filter((part) => part !== '')
    .map((value) => {
      const number = /^\s?\[(\d{1,2})\]$/.exec(value)?.[1];
      return number !== undefined && numbers.has(number)
        ? { type: 'footnoteReference', identifier: number, label: number }
        : { type: 'text', value };
    });
}
