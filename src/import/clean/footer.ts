import type { Root } from 'mdast';
import { importNotes } from '../../words/import.ts';
import type { ImportNotes } from '../imported.ts';
import { plainCharacters } from './characters.ts';
import { type FooterLine, type FoundFooter, readFooterLine, takeFooterLine } from './footer-line.ts';

/**
 * Takes the footer line from the end of the text, before and after `takeFrame` has taken a mail's signature off it, or from
 * the margins of the pages; and tells what it says.
 */
export function takeFooter(
  tree: Root,
  margins: readonly string[],
  takeFrame: () => void,
  notes: ImportNotes,
): FooterLine {
  const found = takeFooterLine(tree);
  takeFrame();
  if (found.lines.length === 0) Object.assign(found, takeFooterLine(tree));
  readMargins(margins, found, notes);
  while (tree.children.at(-1)?.type === 'thematicBreak') tree.children.pop();
  if (found.lines.length > 0) notes.recognised.push(importNotes.footerLine(found.lines));
  if (found.issue) notes.recognised.push(importNotes.issue(found.issue));
  if (found.credit) notes.recognised.push(importNotes.credit(found.credit));
  return found;
}

function readMargins(margins: readonly string[], found: FoundFooter, notes: ImportNotes): void {
  const others: string[] = [];
  for (const margin of margins.map((text) => plainCharacters(text).trim())) {
    const line = readFooterLine(margin);
    if (line?.credit || line?.issue) {
      found.credit ??= line.credit;
      found.issue ??= line.issue;
      found.lines.push(margin);
      // The number of the page says nothing.
    } else if (/\p{L}{2}/u.test(margin.replace(/\bSeite\b|\bvon\b/g, ''))) others.push(margin);
  }
  if (others.length > 0) notes.dropped.push(importNotes.margins(others));
}
