/** Signs that end a line: those of other programs, and `<br>` where Markdown has no way to write a line end. */
import type { Parents, PhrasingContent, Root } from 'mdast';
import { SKIP, visit } from '../visit.ts';

/** Vertical tabulator (PowerPoint, Word), form feed, and the separators of Unicode. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const foreignBreak = /[\u000b\u000c\u2028\u2029]/;

/** What a text has where there is something to read. */
export const lineBreaks = /[\v\f\u2028\u2029]|<br/i;

/** Makes breaks of them, in place; in a heading, which is one line, a space. */
export function readLineBreaks(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (!parent || index === undefined) return undefined;
    if (node.type === 'html' && parent.type === 'tableCell' && /^<br\s*\/?>$/i.test(node.value)) {
      parent.children[index] = { type: 'break', position: node.position };
    } else if ((node.type === 'code' || node.type === 'inlineCode') && foreignBreak.test(node.value)) {
      node.value = node.value.replace(new RegExp(foreignBreak, 'g'), node.type === 'code' ? '\n' : ' ');
    } else if (node.type === 'text' && foreignBreak.test(node.value)) {
      const { position, value } = node;
      const lineEnd =
        parent.type === 'heading' ? ({ type: 'text', value: ' ' } as const) : ({ type: 'break' } as const);
      const nodes = value.split(foreignBreak).flatMap((part, number, parts): PhrasingContent[] => {
        const start = number > 0 ? part.trimStart() : part;
        const text = number < parts.length - 1 ? start.trimEnd() : start;
        return [...(number > 0 ? [{ ...lineEnd, position }] : []), { type: 'text', value: text, position }];
      });
      (parent as Parents & { children: PhrasingContent[] }).children.splice(index, 1, ...nodes);
      return [SKIP, index + nodes.length];
    }
    return undefined;
  });
}
