/** Characters that an XML document may hold: a feed, or the credit inside a picture. */

import type { Element, ElementContent, Root } from 'xast';
import { visit } from './visit.ts';

/** All but the production `Char` of XML 1.0: control characters, lone surrogates, U+FFFE and U+FFFF. */
const forbidden = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/**
 * The text without characters that XML 1.0 forbids in every notation. The reader takes them out of files, but an
 * escape in YAML (`"\v"`) brings them back. One such character makes a whole feed unreadable.
 */
export function legalText(text: string): string {
  return text.replace(forbidden, '');
}

/** A copy of a plain record with {@link legalText} in all its strings, however deep; other values stay as they are. */
export function legal<Value>(value: Value): Value {
  if (typeof value === 'string') return legalText(value) as Value;
  if (Array.isArray(value)) return value.map(legal) as Value;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, legal(part)])) as Value;
}

/**
 * `]]>` must not stand in text (XML 1.0, section 2.4), and the writer lets it through: the `>` of each goes into a
 * CDATA section, where it is the same to a reader.
 */
export function splitSectionEnds(tree: Element | Root): void {
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
