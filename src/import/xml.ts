import type { Element, Nodes, Parents, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { UserError } from '../model/user-error.ts';
import { importErrors } from '../words/import.ts';
import type { Archive } from './archive.ts';

/** A part of an archive as a tree; undefined where there is none. Throws a UserError where it is no XML. */
export function readXml(archive: Archive, name: string, fileName: string): Root | undefined {
  const bytes = archive.get(name);
  if (!bytes) return undefined;
  try {
    return fromXml(new TextDecoder().decode(bytes));
  } catch {
    throw new UserError(importErrors.damaged(fileName));
  }
}

export function isElement(node: Nodes | undefined, name?: string): node is Element {
  return node?.type === 'element' && (name === undefined || node.name === name);
}

/** The child elements, of one name if it is given. */
export function elements(parent: Parents | undefined, name?: string): Element[] {
  return parent ? (parent.children as Nodes[]).filter((child) => isElement(child, name)) : [];
}

/** The first child element that each name leads to in turn. */
export function child(parent: Parents | undefined, ...names: string[]): Element | undefined {
  return names.reduce<Parents | undefined>((at, name) => elements(at, name)[0], parent) as Element | undefined;
}

/** All elements of one name below a node, in their order. */
export function descendants(parent: Parents | undefined, name: string): Element[] {
  return elements(parent).flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...descendants(element, name),
  ]);
}

/** The value of an attribute of an element that may not be there. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.attributes[name] ?? undefined;
}

/** All text below a node. */
export function textOf(node: Nodes | undefined): string {
  if (node?.type === 'text' || node?.type === 'cdata') return node.value;
  return node && 'children' in node ? (node.children as Nodes[]).map(textOf).join('') : '';
}
