import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { cleanText } from '../../text/clean.ts';
import { signsOfWord } from '../../text/signs-of-word.ts';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';

/**
 * A text in the form in which the reader reads it, and in plain signs: without any control character, with one kind of
 * space (where a line must not break, the Kurrende says itself), with Word's private signs as what they look like.
 */
export function plainCharacters(text: string): string {
  const withPlainSpaces = text
    .replace(/[\v\f\u2028\u2029]/g, '\n')
    .replace(/[\t\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ');
  return cleanText(withPlainSpaces)
    .replace(/[\p{Cc}--\n]/gv, '')
    .replace(/[\uE000-\uF8FF]/g, (sign) => signsOfWord.get(sign) ?? '');
}

/** Without width or direction. */
const invisible = /[\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;

/** Cleans all words and addresses of a tree, and tells what was lost by it. */
export function cleanCharacters(tree: Root, notes: ImportNotes): void {
  const lost = { softHyphens: 0, invisible: 0, unreadable: 0 };
  const clean = (text: string): string => {
    lost.softHyphens += text.split('\u00AD').length - 1;
    lost.invisible += text.match(invisible)?.length ?? 0;
    lost.unreadable += [...text.matchAll(/[\uFFFD\uE000-\uF8FF]/g)].filter(([sign]) => !signsOfWord.has(sign)).length;
    return plainCharacters(text);
  };
  visit(tree, (node) => {
    if ('value' in node) {
      const lines = node.type === 'code' || node.type === 'text';
      node.value = lines ? clean(node.value) : node.value;
      if (node.type === 'text') node.value = node.value.replace(/ {2,}/g, ' ');
    }
    if ('url' in node) node.url = clean(node.url).replace(/\s/g, '');
    if ('title' in node) node.title = undefined;
    if ('alt' in node && node.alt) node.alt = clean(node.alt).replace(/\s+/g, ' ').trim();
  });
  if (lost.softHyphens > 0) notes.dropped.push(importNotes.softHyphens(lost.softHyphens));
  if (lost.invisible > 0) notes.dropped.push(importNotes.invisible(lost.invisible));
  if (lost.unreadable > 0) notes.leftToDo.push(importNotes.unreadable(lost.unreadable));
}
