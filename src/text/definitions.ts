import type { Definition, FootnoteDefinition, Nodes } from 'mdast';

/** Hold words and no blocks. */
const ofWords = new Set(['paragraph', 'heading', 'table']);

/** The targets of links and the footnotes that a text defines, in its order. They stand among blocks, never within words. */
export function definitionsIn(node: Nodes): (Definition | FootnoteDefinition)[] {
  if (!('children' in node) || ofWords.has(node.type)) return [];
  const found: (Definition | FootnoteDefinition)[] = [];
  for (const child of node.children) {
    if (child.type === 'definition' || child.type === 'footnoteDefinition') found.push(child);
    if ('children' in child) found.push(...definitionsIn(child));
  }
  return found;
}
