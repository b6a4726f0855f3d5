/** Writes an XML tree. */
import type { Element, Root, RootContent } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { splitSectionEnds } from '../text/characters.ts';

const form = { closeEmptyElements: true, tightClose: true } as const;

/** An element by itself, as it is written in a document: there it can stand as a `raw` node. Changes the element. */
export function writeElement(element: Element): string {
  splitSectionEnds(element);
  return toXml(element, form);
}

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
  return `${toXml(root, { ...form, allowDangerousXml: true })}\n`;
}
