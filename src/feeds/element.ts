/** HTML elements as data, so that no value gets into markup unescaped. */
import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';

/** An element; strings among the children become text. */
export function element(
  tagName: string,
  properties: Properties,
  ...children: readonly (ElementContent | string)[]
): Element {
  return {
    type: 'element',
    tagName,
    properties,
    children: children.map((child) => (typeof child === 'string' ? { type: 'text', value: child } : child)),
  };
}

/** The elements as HTML text, each on a line of its own. */
export function html(elements: readonly ElementContent[]): string {
  return elements.map((one) => toHtml(one)).join('\n');
}
