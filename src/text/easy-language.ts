/** Leichte Sprache (DIN SPEC 33429): a line for each sentence, and points that part long words. */
import type { PhrasingContent, Root, Text } from 'mdast';
import { finding } from '../words/problems.ts';
import type { LineFinding } from './line-finding.ts';
import { visit } from './visit.ts';

/** The end of a sentence with another one behind it. A word before the stop, so that `3. Mai` and `z. B.` are none. */
const twoSentences = /\p{Ll}{2}[.!?]["“”]?\s+["„]?\p{Lu}/u;

/** The Mediopunkt inside a word: `Barriere·freiheit`. */
const pointInWord = /(?<=\p{L})·(?=\p{L})/u;

/** Lines that hold more than one sentence; `tree` is as parsed, with positions. */
export function checkSentenceLines(tree: Root): LineFinding[] {
  const found: LineFinding[] = [];
  visit(tree, 'text', ({ value, position }) => {
    value.split('\n').forEach((text, index) => {
      if (!twoSentences.test(text)) return;
      found.push({ line: (position?.start.line ?? 1) + index, finding: finding('severalSentences', { text }) });
    });
  });
  return found;
}

/** Text without its points, for titles and descriptions. */
export function withoutPoints(text: string): string {
  return text.replace(new RegExp(pointInWord, 'gu'), '');
}

/**
 * The text as it is shown: each line of the file is a line on the page. A point becomes an empty element that the style
 * sheet draws it into, so that search, copies and screen readers have the plain word.
 */
export function easyLanguageTree(tree: Root): Root {
  const shown = structuredClone(tree);
  visit(shown, 'text', (node, index, parent) => {
    if (index === undefined || !parent) return undefined;
    const parts = node.value
      .split('\n')
      .flatMap((line, number): PhrasingContent[] => [
        ...(number > 0 ? [{ type: 'break' as const }] : []),
        ...withDrawnPoints(line),
      ]);
    parent.children.splice(index, 1, ...parts);
    return index + parts.length;
  });
  return shown;
}

function withDrawnPoints(line: string): PhrasingContent[] {
  return line.split(pointInWord).flatMap((value, number): PhrasingContent[] => {
    const text: Text = { type: 'text', value };
    if (number === 0) return [text];
    const point = { hName: 'span' as const, hProperties: { className: 'point' } };
    return [{ type: 'inlineElement', data: point, children: [] }, text];
  });
}
