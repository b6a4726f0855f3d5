import type { Blockquote, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { Person } from '../../model/article.ts';

const dash = '[–—―-]{1,2}';
/** `– Erika Mustermann, Leiterin des Bürgerbüros`: a name has at least two words, each with a capital or a particle. */
const name = String.raw`(?:(?:Prof\.|Dr\.|Dipl\.-\p{L}+\.?)\s+)*\p{Lu}[\p{L}.'’-]*(?:\s+(?:von|van|der|den|de|zu|zum|zur|\p{Lu}[\p{L}.'’-]*)){1,4}`;
const speakerLine = new RegExp(String.raw`^\s*${dash}\s*(${name})(?:\s*[,(]\s*(.+?)\)?)?\s*$`, 'u');

/** The speaker that a line names behind its dash. */
function speakerOf(text: string): Person | undefined {
  const [, person, role] = text.length <= 160 ? (speakerLine.exec(text) ?? []) : [];
  return person === undefined ? undefined : { name: person.trim(), ...(role && { function: role.trim() }) };
}

const isQuoted = (text: string) => /^[„"“»«].*[“”"«»][.!?]?$/su.test(text.trim());

/**
 * Statements with their speakers: a quotation whose last line is a dash and the name. Two in a row become two, and words
 * in quotation marks with such a line below become one. Returns who speaks.
 */
export function recogniseVoices(tree: Root): Person[] {
  const speakers: Person[] = [];
  const children: RootContent[] = [];
  for (const node of tree.children) {
    if (node.type === 'blockquote') {
      children.push(...divideVoices(node, speakers));
      continue;
    }
    const before = children.at(-1);
    const lines = node.type === 'paragraph' ? linesOf(node) : [];
    const last = plainTextOf(lines.at(-1));
    const person = speakerOf(last);
    const isWhole = lines.length > 1 && isQuoted(lines.slice(0, -1).map(plainTextOf).join(' '));
    if (person && isWhole) {
      children.push(voice(lines.slice(0, -1).map(paragraph), person, speakers));
    } else if (person && lines.length === 1 && before?.type === 'paragraph' && isQuoted(plainText(before))) {
      children.pop();
      children.push(voice([before], person, speakers));
    } else children.push(node);
  }
  tree.children = children;
  return speakers;
}

function divideVoices({ children }: Blockquote, speakers: Person[]): Blockquote[] {
  const quotes: Blockquote[] = [];
  let open: Blockquote['children'] = [];
  for (const node of children) {
    const lines = node.type === 'paragraph' ? linesOf(node) : [];
    const person = speakerOf(plainTextOf(lines.at(-1)));
    if (!person || (lines.length === 1 && open.length === 0)) {
      open.push(node);
      continue;
    }
    if (lines.length > 1) open.push(paragraph(joinLines(lines.slice(0, -1))));
    quotes.push(voice(open, person, speakers));
    open = [];
  }
  return open.length > 0 ? [...quotes, { type: 'blockquote', children: open }] : quotes;
}

function voice(quoted: Blockquote['children'], person: Person, speakers: Person[]): Blockquote {
  if (!speakers.some((other) => other.name === person.name)) speakers.push(person);
  const line = `– ${person.name}${person.function ? `, ${person.function}` : ''}`;
  const last = quoted.at(-1);
  if (last?.type !== 'paragraph') return { type: 'blockquote', children: [...quoted, paragraph([text(line)])] };
  const whole = paragraph([...last.children, text(`\n${line}`)]);
  return { type: 'blockquote', children: [...quoted.slice(0, -1), whole] };
}

const text = (value: string): PhrasingContent => ({ type: 'text', value });

function linesOf({ children }: Paragraph): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    if (node.type === 'break') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  return lines;
}

function joinLines(lines: PhrasingContent[][]): PhrasingContent[] {
  return lines.flatMap((line, index) => (index > 0 ? [{ type: 'break' } as const, ...line] : line));
}

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children });
const plainTextOf = (nodes: PhrasingContent[] | undefined) => plainText({ type: 'paragraph', children: nodes ?? [] });
