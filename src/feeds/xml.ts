/** Writes an XML tree. */

import { visit } from 'unist-util-visit';
import type { Element, ElementContent, Root, RootContent } from 'xast';
import { toXml } from 'xast-util-to-xml';

/** A document with a root element; `styleSheet` is the path of a CSS file for people who open it in a browser. */
export function writeXml(rootElement: Element, styleSheet?: string): string {
  const instructions: RootContent[] = [
    { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' },
    // Browsers heed the line only with a type; XSLT they no longer know.
    ...(styleSheet
      ? [{ type: 'instruction' as const, name: 'xml-stylesheet', value: `type="text/css" href="${styleSheet}"` }]
      : []),
  ];
  splitSectionEnds(rootElement);
  const root: Root = { type: 'root', children: [...instructions, rootElement] };
  return `${toXml(root, { closeEmptyElements: true, tightClose: true })}\n`;
}

/**
 * `]]>` must not stand in text (XML 1.0, section 2.4), and the writer lets it through: the `>` of each goes into a
 * CDATA section, where it is the same to a reader.
 */
function splitSectionEnds(tree: Element): void {
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes(']]>')) return;
    const [first = '', ...rest] = node.value.split(/(?<=\]\])>/);
    const parts = rest.flatMap((text): ElementContent[] => [
      { type: 'cdata', value: '>' },
      { type: 'text', value: text },
    ]);
    parent.children.splice(index, 1, { type: 'text', value: first }, ...parts);
    return index + 1 + parts.length;
  });
}
