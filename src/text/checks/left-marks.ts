import type { Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { finding } from '../../words/problems.ts';
import { lineAt, type ReportLine } from '../line-finding.ts';

/** Where the parser has left it as text, there is no such footnote. */
const footnoteMark = /(?<!\\)\[\^[^[\]\s]{1,200}\]/g;

/** Marks that have no partner, and so are left in the text. */
export function checkLeftMarks(tree: Root, markdown: string, report: ReportLine): void {
  if (!/\*\*|~~|\[\^/.test(markdown)) return;
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') return 'skip';
    if (node.type !== 'text') return undefined;
    const text = asWritten(node, markdown);
    const line = (index: number) => lineAt(text, index, node.position?.start.line);
    for (const { 0: mark, index } of text.matchAll(footnoteMark)) {
      report(line(index), finding('footnoteMissing', { mark }));
    }
    // Who puts a backslash before one of the signs knows what they are.
    const stars = text.includes('\\*') ? -1 : text.indexOf('**');
    if (stars >= 0) report(line(stars), finding('asterisksShown', { text: around(text, stars) }));
    const tildes = text.includes('\\~') ? -1 : text.search(/(?<=[^\s~\d])~~(?!~)|(?<![~\d])~~(?=[^\s~])/);
    if (tildes >= 0) report(line(tildes), finding('tildesShown', { text: around(text, tildes) }));
    return undefined;
  });
}

/** The text with its backslashes. */
function asWritten({ value, position }: Text, markdown: string): string {
  return markdown.slice(position?.start.offset ?? 0, position?.end.offset ?? 0) || value;
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 20)).slice(0, 50);
