import type { Node, Parent, PhrasingContent, Root } from 'mdast';
import { visit } from './visit.ts';

/** An element that editors may write as HTML: a part in another language or an abbreviation (WCAG 3.1.2, 3.1.4). */
interface InlineElement extends Parent {
  type: 'inlineElement';
  children: PhrasingContent[];
  data: { hName: 'span' | 'abbr'; hProperties: Record<string, string> };
}

declare module 'mdast' {
  interface PhrasingContentMap {
    inlineElement: InlineElement;
  }
  interface RootContentMap {
    inlineElement: InlineElement;
  }
}

const opening = /^<(?:(span) lang="([a-z]{2,3}(?:-[A-Za-z0-9]+)*)"|(abbr) title="((?:[^"<>&]|&(?!#?\w+;))+)")>$/;
const closing = /^<\/(span|abbr)>$/;

interface OpenTag {
  name: 'span' | 'abbr';
  attributes: Record<string, string>;
}

function openTag(html: string): OpenTag | undefined {
  const [, span, lang, abbr, title] = opening.exec(html) ?? [];
  if (span && lang) return { name: 'span', attributes: { lang } };
  if (abbr && title) return { name: 'abbr', attributes: { title } };
  return undefined;
}

/** The name of any element's tag, at its beginning or end. */
const anyTag = /^<(\/?)([a-z][\w-]*)[^>]*?(\/?)>$/is;

/** The HTML nodes that are not a complete allowed pair: all of these are refused, an element by its beginning. */
export function refusedHtml(tree: Root): { value: string; line: number }[] {
  const refused: { value: string; line: number }[] = [];
  visit(tree, (node) => {
    if (!('children' in node)) return;
    const open: { name: string; node: Node & { value: string } }[] = [];
    const refusedElements: string[] = [];
    const refuse = (html: Node & { value: string }) =>
      refused.push({ value: html.value, line: html.position?.start.line ?? 1 });
    for (const child of node.children) {
      // Comments are notes to oneself: they are left out like all other HTML, and nothing is said about them.
      if (child.type !== 'html' || child.value.startsWith('<!--')) continue;
      const tag = openTag(child.value);
      const [, slash, name = '', selfClosing] = anyTag.exec(child.value.toLowerCase()) ?? [];
      const isEnd = slash === '/';
      if (tag) open.push({ name: tag.name, node: child });
      else if (isEnd && open.at(-1)?.name === name) open.pop();
      else if (isEnd && refusedElements.at(-1) === name) refusedElements.pop();
      else {
        refuse(child);
        if (!isEnd && name && selfClosing === '') refusedElements.push(name);
      }
    }
    for (const { node: unclosed } of open) refuse(unclosed);
  });
  return refused;
}

/** Makes elements of the allowed pairs and drops every other HTML node, in place. */
export function foldInlineHtml(tree: Root): Root {
  visit(tree, (node) => {
    if (!('children' in node) || !node.children.some((child) => child.type === 'html')) return;
    const stack: { tag?: OpenTag; children: PhrasingContent[] }[] = [{ children: [] }];
    for (const child of node.children as PhrasingContent[]) {
      const tag = child.type === 'html' ? openTag(child.value) : undefined;
      const top = stack.at(-1);
      if (tag) stack.push({ tag, children: [] });
      else if (child.type !== 'html') top?.children.push(child);
      else if (top?.tag && closing.exec(child.value)?.[1] === top.tag.name) {
        stack.pop();
        stack.at(-1)?.children.push(inlineElement(top.tag, top.children));
      }
    }
    const [bottom, ...unclosed] = stack;
    node.children = [...(bottom?.children ?? []), ...unclosed.flatMap(({ children }) => children)];
  });
  return tree;
}

function inlineElement({ name, attributes }: OpenTag, children: PhrasingContent[]): InlineElement {
  return { type: 'inlineElement', children, data: { hName: name, hProperties: attributes } };
}
