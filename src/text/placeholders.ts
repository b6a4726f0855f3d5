import type { Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { finding } from '../words/problems.ts';
import { placeholders } from '../words/templates.ts';
import type { LineFinding } from './line-finding.ts';
import { visit } from './visit.ts';

const sentences: ReadonlySet<string> = new Set(Object.values(placeholders));

/** Paragraphs and headings of a new file that nobody has written yet; `tree` is as parsed, with positions. */
export function checkPlaceholders(tree: Root, isDraft: boolean): LineFinding[] {
  const found: LineFinding[] = [];
  visit(tree, ['paragraph', 'heading'], (block) => {
    const text = plainText(block);
    if (sentences.has(text)) {
      found.push({ line: block.position?.start.line ?? 1, finding: finding('placeholder', { text, isDraft }) });
    }
  });
  return found;
}
