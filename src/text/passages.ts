/**
 * Passages that a quotation stands for, by what an editor writes in it without knowing HTML: a voice, which ends with a
 * line of a dash, a name and a function, and a box, which begins with a label in bold. All others stay quotations.
 */
import type { Blockquote, Paragraph, Parent, PhrasingContent, Root, RootContent, Strong } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { visit } from './visit.ts';

/** What somebody says, in direct or indirect speech, and who it is: the statement, then the speaker. */
interface Voice extends Parent {
  type: 'voice';
  children: [Blockquote, Paragraph];
  data: { hName: 'figure'; hProperties: { className: string[] } };
}

/** Something beside the story: a deadline, a warning, whom to ask. Its first words are its label. */
interface Box extends Parent {
  type: 'box';
  children: RootContent[];
  data: { hName: 'div'; hProperties: { className: string[]; role: 'note'; ariaLabel: string } };
}

declare module 'mdast' {
  interface RootContentMap {
    voice: Voice;
    box: Box;
  }
}

/**
 * Makes voices and boxes of the quotations that are written as such, in place. `tree` is not typeset yet, since that joins
 * lines; `setWords` sets a label for those who only hear it.
 */
export function recognisePassages(tree: Root, setWords: (text: string) => string): Root {
  visit(tree, 'blockquote', (quotation, index, parent) => {
    if (!parent || index === undefined) return;
    const passage = voiceOf(quotation) ?? boxOf(quotation, setWords);
    if (passage) (parent as Parent).children[index] = passage;
  });
  return tree;
}

function voiceOf({ children }: Blockquote): Voice | undefined {
  const last = children.at(-1);
  const isListed = last?.type === 'list' && !last.ordered && last.children.length === 1;
  const [listed] = isListed ? (last.children[0]?.children ?? []) : [];
  const before = children.slice(0, -1);
  // A dash that is typed as a hyphen makes a list of one entry.
  if (listed?.type === 'paragraph' && before.at(-1)?.type === 'paragraph') {
    return voice(before as Blockquote['children'], listed.children);
  }
  if (last?.type !== 'paragraph') return undefined;
  const { rest, line } = lastLine(last);
  const [first, ...others] = line;
  const [, words] = first?.type === 'text' ? (/^(?:[–—]|--)\s+(.*)$/s.exec(first.value) ?? []) : [];
  if (first?.type !== 'text' || words === undefined) return undefined;
  const statement = rest.length > 0 ? [...before, { ...last, children: rest }] : before;
  return voice(statement, words === '' ? others : [{ ...first, value: words }, ...others]);
}

function voice(statement: Blockquote['children'], speaker: PhrasingContent[]): Voice | undefined {
  if (statement.length === 0 || leadsOn(statement) || !isSpeaker(plainText(speaker, { includeHtml: false })))
    return undefined;
  const caption: Paragraph = { type: 'paragraph', children: withName(speaker), data: { hName: 'figcaption' } };
  return {
    type: 'voice',
    children: [{ type: 'blockquote', children: statement }, caption],
    data: { hName: 'figure', hProperties: { className: ['voice'] } },
  };
}

/** A colon or a label before the last line: what follows is what it announces, and nobody who speaks. */
function leadsOn(statement: Blockquote['children']): boolean {
  const last = statement.at(-1);
  const isLabel = last?.type === 'paragraph' && last.children.length === 1 && last.children[0]?.type === 'strong';
  return isLabel || (last !== undefined && plainText(last, { includeHtml: false }).trimEnd().endsWith(':'));
}

/** A person, and not a sentence that goes on behind a dash: it begins with a name and doesn't end like a sentence. */
function isSpeaker(text: string): boolean {
  return (
    text.length <= 200 &&
    /^(?:\p{Ll}{2,4}\s+){0,2}\p{Lu}\p{L}*[\p{L}.]/u.test(text) &&
    !/\p{Ll}{4}\.$|[!?:;,]$/u.test(text) &&
    // A function may end in a name in quotes, a sentence in a quotation.
    (!/[“”"]$/u.test(text) || /[„“"][^„“”".!?]+[“”"]$/u.test(text))
  );
}

/** The name, up to the comma before the function, is set apart. */
function withName(speaker: PhrasingContent[]): PhrasingContent[] {
  const [first, ...others] = speaker;
  if (first?.type !== 'text') return speaker;
  const end = first.value.indexOf(',');
  if (end < 0 && others.length > 0) return speaker;
  const name: Strong = {
    type: 'strong',
    children: [{ type: 'text', value: end < 0 ? first.value : first.value.slice(0, end) }],
  };
  return end < 0 ? [name] : [name, { type: 'text', value: first.value.slice(end) }, ...others];
}

/** A paragraph's last line as it is written, and what stands before. */
function lastLine({ children }: Paragraph): { rest: PhrasingContent[]; line: PhrasingContent[] } {
  for (const [index, child] of [...children.entries()].reverse()) {
    if (child.type === 'break') return { rest: children.slice(0, index), line: children.slice(index + 1) };
    const end = child.type === 'text' ? child.value.lastIndexOf('\n') : -1;
    if (child.type !== 'text' || end < 0) continue;
    const upTo = { ...child, value: child.value.slice(0, end).trimEnd() };
    const from = { ...child, value: child.value.slice(end + 1).trimStart() };
    return { rest: [...children.slice(0, index), upTo], line: [from, ...children.slice(index + 1)] };
  }
  return { rest: [], line: children };
}

/** A label is bold words with a colon, in them or behind, or bold words that are a line of their own. */
function boxOf({ children }: Blockquote, setWords: (text: string) => string): Box | undefined {
  const [first] = children;
  if (first?.type !== 'paragraph') return undefined;
  const [label, after] = first.children;
  if (label?.type !== 'strong') return undefined;
  const words = plainText(label, { includeHtml: false }).trim();
  const isAlone = after === undefined && children.length > 1;
  if (words === '' || !(isAlone || words.endsWith(':') || (after?.type === 'text' && after.value.startsWith(':')))) {
    return undefined;
  }
  return {
    type: 'box',
    children,
    data: {
      hName: 'div',
      hProperties: { className: ['box'], role: 'note', ariaLabel: setWords(words.replace(/:$/, '')) },
    },
  };
}
