/** Looks into a parsed XML document; what a reader's program sees of it. */
import { XmlDocument } from 'libxml2-wasm';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';

/** The root element. Throws unless two parsers take the document; libxml2's heeds namespaces too. */
export function rootOf(xml: string): Element {
  XmlDocument.fromString(xml).dispose();
  const root = fromXml(xml).children.find((node) => node.type === 'element');
  if (!root) throw new Error('no root element');
  return root;
}

/** The child elements of that name, or all of them. */
export function elements(parent: Element, name?: string): Element[] {
  return parent.children.filter(
    (node): node is Element => node.type === 'element' && (name === undefined || node.name === name),
  );
}

/** The one child element of that name; throws if there is another number of them. */
export function only(parent: Element, name: string): Element {
  const [found, ...more] = elements(parent, name);
  if (!found || more.length > 0) throw new Error(`${more.length + (found ? 1 : 0)} times <${name}>`);
  return found;
}

/** All text inside an element. */
export function textIn(element: Element): string {
  return element.children
    .map((node) => {
      if (node.type === 'element') return textIn(node);
      return node.type === 'text' || node.type === 'cdata' ? node.value : '';
    })
    .join('');
}

/** The text of the one child element of that name. */
export function textOf(parent: Element, name: string): string {
  return textIn(only(parent, name));
}

/** The addresses of a parent's links by their relation: Atom's, or RSS's from Atom's namespace. */
export function links(parent: Element, name = 'link'): Record<string, string | null | undefined> {
  const found = elements(parent, name).map(({ attributes }) => [attributes.rel, attributes.href] as const);
  if (new Set(found.map(([rel]) => rel)).size < found.length) throw new Error('two links of one relation');
  return Object.fromEntries(found);
}

/** How often each kind of child element is there: `1 title`. */
export const counts = (parent: Element) =>
  Object.entries(Object.groupBy(elements(parent), ({ name }) => name))
    .map(([name, all]) => `${all?.length} ${name}`)
    .sort();
