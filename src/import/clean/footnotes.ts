import type { Element, ElementContent, Nodes, Root } from 'hast';
import { toString as plainText } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Footnotes out of links: wherever a mark leads to a place whose text leads back to it, it is one, whichever program
 * wrote it (Word, LibreOffice, Mammoth, GitHub). They become `footnote-reference` and `footnote` elements.
 */
export function linksToFootnotes(tree: Root): void {
  const references = new Map<string, { link: Element; back: Set<string> }>();
  const byName = new Map<string, Element>();
  visit(tree, 'element', (element) => {
    for (const name of namesOf(element)) if (!byName.has(name)) byName.set(name, element);
    const target = placeOf(element);
    if (target !== undefined && isMark(plainText(element))) {
      // The place that the note leads back to is the link itself, something in it, or what it stands in.
      const back = new Set(namesOf(element));
      visit(element, 'element', (inner) => {
        for (const name of namesOf(inner)) back.add(name);
      });
      if (!references.has(target)) references.set(target, { link: element, back });
    }
  });

  const notes = new Map<Element, string>();
  for (const [target, { link, back }] of references) {
    const place = byName.get(target);
    const note = place && noteAround(tree, place);
    if (!note || note === link || !leadsTo(note, back)) continue;
    const identifier = String(notes.size + 1);
    notes.set(note, identifier);
    visit(note, 'element', (inner, index, parent) => {
      if (!parent || index === undefined || !back.has(placeOf(inner) ?? '')) return undefined;
      parent.children.splice(index, 1);
      return [SKIP, index];
    });
    link.tagName = 'footnote-reference';
    link.properties = { identifier };
    link.children = [];
    note.properties = { identifier };
  }
  gather(tree, notes);
}

const namesOf = ({ properties }: Element) =>
  [properties.id, properties.name].filter((name) => typeof name === 'string');

function placeOf({ tagName, properties }: Element): string | undefined {
  const { href } = properties;
  return tagName === 'a' && typeof href === 'string' && href.startsWith('#') ? decodeURI(href.slice(1)) : undefined;
}

/** `[1]`, `1`, `*`, `i)`: a mark and not a word. */
function isMark(text: string): boolean {
  return /^\s*\[?\(?(?:\d{1,3}|[*†‡§]+|[a-z]|[ivx]{1,5})\)?\]?\s*$/i.test(text);
}

const blocks = new Set(['li', 'p', 'div', 'dd', 'aside', 'td']);

/** The block that a note's place stands in: an entry of a list, a `div` for itself, or a paragraph. */
function noteAround(tree: Root, place: Element): Element | undefined {
  let found: Element | undefined;
  const walk = (node: Nodes, around: Element[]): boolean => {
    if (node === place) {
      const ways = [...around, place];
      found =
        ways.findLast(
          ({ tagName, properties }) => tagName === 'li' || (tagName === 'div' && properties.id !== undefined),
        ) ?? ways.findLast(({ tagName }) => blocks.has(tagName));
      return true;
    }
    if (!('children' in node)) return false;
    const way = node.type === 'element' ? [...around, node] : around;
    return node.children.some((below) => walk(below, way));
  };
  walk(tree, []);
  return found;
}

function leadsTo(note: Element, names: ReadonlySet<string>): boolean {
  let found = false;
  visit(note, 'element', (inner) => {
    if (names.has(placeOf(inner) ?? '')) found = true;
  });
  return found;
}

/** Takes the notes from where they stand, with the list, heading and line above them, and puts them at the end. */
function gather(tree: Root, notes: ReadonlyMap<Element, string>): void {
  if (notes.size === 0) return;
  visit(tree, 'element', (element, index, parent) => {
    if (!parent || index === undefined || !notes.has(element)) return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const isEmpty = (node: ElementContent) => node.type !== 'text' || node.value.trim() === '';
  const prune = (parent: Root | Element): void => {
    parent.children = (parent.children as Element[]).filter((node) => {
      if (node.type !== 'element') return true;
      prune(node);
      const mayGo = ['ol', 'ul', 'section', 'div', 'hr'].includes(node.tagName);
      return !(mayGo && !holdsContent(node) && node.children.every(isEmpty));
    });
  };
  prune(tree);
  for (const [note, identifier] of notes) {
    const inParagraphs = note.tagName === 'p' ? [{ ...note, properties: {} }] : note.children;
    trimStart(inParagraphs);
    tree.children.push({ type: 'element', tagName: 'footnote', properties: { identifier }, children: inParagraphs });
  }
}

function holdsContent(node: Element): boolean {
  let found = false;
  visit(node, (inner) => {
    if ((inner.type === 'text' && inner.value.trim() !== '') || (inner.type === 'element' && inner.tagName === 'img')) {
      found = true;
    }
  });
  return found;
}

/** A mark that is no link stands before the note's text in some programs. */
function trimStart(children: ElementContent[]): void {
  const first = children[0];
  if (first?.type === 'element') trimStart(first.children);
  else if (first?.type === 'text') first.value = first.value.replace(/^\s*(?:\[\d+\]|\d+[.)])?\s*/, '');
}
