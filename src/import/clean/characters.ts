import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { signsOfWord } from '../../text/signs-of-word.ts';
import { readControls } from '../../text/windows-1252.ts';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';

/** Control characters, soft hyphens, zero-width spaces, marks of direction, and what no text may hold. */
const invisible = /[[\p{Cc}\p{Cf}\p{Cs}\p{Noncharacter_Code_Point}]--[\n\u200C\u200D\u{E0020}-\u{E007F}]]/gv;
/** Joiners are for emoji, which may be made of several. */
const idleJoiner = /(?<!\p{Extended_Pictographic}\uFE0F?)[\u200C\u200D]|[\u200C\u200D](?!\p{Extended_Pictographic})/gu;

/** A text without what nobody sees. Spaces of all kinds become one: where a line must not break, the Kurrende says itself. */
export function withoutDebris(text: string): string {
  return readControls(text)
    .replace(/[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\t\r\u00A0\u2000-\u200A\u202F\u205F\u3000]/g, ' ')
    .replace(invisible, '')
    .replace(idleJoiner, '')
    .replace(/[\uE000-\uF8FF]/g, (sign) => signsOfWord.get(sign) ?? '')
    .normalize('NFC');
}

/** Cleans all words and addresses of a tree, and tells what was lost by it. */
export function cleanCharacters(tree: Root, notes: ImportNotes): void {
  const lost = { softHyphens: 0, invisible: 0, unreadable: 0 };
  const clean = (text: string): string => {
    const isShown = (sign: string) => /\s/.test(sign) || sign < ' ';
    lost.softHyphens += text.split('\u00AD').length - 1;
    lost.invisible += [...text.replaceAll('\u00AD', '').matchAll(invisible)].filter(([sign]) => !isShown(sign)).length;
    lost.unreadable += [...text.matchAll(/[\uFFFD\uE000-\uF8FF]/g)].filter(([sign]) => !signsOfWord.has(sign)).length;
    return withoutDebris(text);
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
