import type { Root, Text } from 'mdast';
import { finding } from '../../words/problems.ts';
import { lineAt, type ReportLine } from '../line-finding.ts';
import { visit } from '../visit.ts';

/** Where the parser has left it as text, there is no such footnote. */
const footnoteMark = /(?<!\\)\[\^[^[\]]{1,200}\]/g;

/** Endings behind the star of a gender: `Kolleg*innen`, `jede*r`. */
const genderEnding = /^(?:in|innen|r|n|s|e|er|es|en|frau|mann)$/i;

/** `*Amt*sblatt`, `Wort**fett**wort`, `Amts*blatt*`: part of a word between stars. */
const starsInWord =
  /(?<![\p{L}\p{N}*\\])(\*{1,2})(?<first>\p{L}+)\1(?<rest>\p{L}+)|(?<![\p{L}*\\])(?<before>\p{L}+)(\*{1,2})(?<inner>\p{L}+)\5(?<after>\p{L}*)(?![*\p{N}])/gu;

/** Stars that lead to notes: `8 Euro*, 5 Euro**`, and a line that begins with the same two. */
const starNotes = [
  /[\p{L}\p{N})]\*(?![*\p{L}\p{N}])/u,
  /[\p{L}\p{N})]\*\*(?=[\s.,;:!?)]|$)/mu,
  /^[ \t]*\\?\*\\?\*[ \t]?[\p{L}\p{N}]/mu,
];
const noteStars = /(?<=[\p{L}\p{N})])\*\*(?=[\s.,;:!?)]|$)|^\*\*(?=[ \t]?[\p{L}\p{N}])(?!.*\*\*)/gmu;

/** Marks that have no partner, and so are left in the text. */
export function checkLeftMarks(tree: Root, markdown: string, report: ReportLine): void {
  if (!/\*|~~|\[\^/.test(markdown)) return;
  const hasNotes = starNotes.every((pattern) => pattern.test(markdown));
  visit(tree, (node) => {
    if (node.type === 'link' || node.type === 'linkReference') return 'skip';
    if (node.type !== 'text') return undefined;
    const text = asWritten(node, markdown);
    const line = (index: number) => lineAt(text, index, node.position?.start.line);
    for (const { 0: mark, index } of text.matchAll(footnoteMark)) {
      report(line(index), finding('footnoteMissing', { mark }));
    }
    // Who puts a backslash before one of the signs knows what they are.
    const isEscaped = text.includes('\\*');
    const words = isEscaped ? [] : wordsWithStars(text);
    for (const { at, word } of words)
      report(line(at), finding('starsInWord', { word, whole: word.replaceAll('*', '') }));
    const stars = isEscaped || words.length > 0 ? -1 : (hasNotes ? text.replace(noteStars, '__') : text).indexOf('**');
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

function wordsWithStars(text: string): { at: number; word: string }[] {
  if (!/\p{L}\*+\p{L}/u.test(text)) return [];
  return [...text.matchAll(starsInWord)].flatMap(({ 0: word, index, groups = {} }) => {
    const ending = groups.rest ?? groups.inner ?? '';
    return !word.includes('**') && genderEnding.test(ending) ? [] : [{ at: index, word }];
  });
}
