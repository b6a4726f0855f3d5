import type { Element, Root } from 'hast';
import { h } from 'hastscript';
import { decodeText } from '../html/decode-html.ts';
import type { ImportFile } from '../imported.ts';
import type { Source } from '../source.ts';

/** Lines of mails are broken at 72 to 80 characters; longer ones are whole paragraphs. */
const longestBroken = 100;

/** Reads plain text, however it is laid out: a line a paragraph, lines broken by hand or by a mail program, tabs as a table. */
export function readText({ bytes }: ImportFile): Source {
  return { tree: textToHtml(decodeText(bytes)), pictures: new Map() };
}

/** The same of a text that is decoded already. */
export function textToHtml(text: string): Root {
  const lines = text
    .replace(/\r\n?|[\v\u0085\u2028\u2029]/g, '\n')
    .replace(/\f/g, '\n\n')
    // Before anything else looks at the lines: a run of blanks can be of any length.
    .replace(/[ \u00A0]{2,}/g, ' ')
    .split('\n');
  return { type: 'root', children: blocksOf(lines.map((line) => line.replace(/[ \u00A0]$/, ''))) };
}

function blocksOf(lines: readonly string[]): Element[] {
  const width = Math.max(0, ...lines.map((line) => line.length));
  const blocks: string[][] = [[]];
  for (const line of lines) {
    const before = blocks.at(-1)?.at(-1);
    const isOther = before !== undefined && line.startsWith('>') !== before.startsWith('>');
    if (line.trim() === '' || isOther) blocks.push([]);
    if (line.trim() !== '') blocks.at(-1)?.push(line);
  }
  return blocks.filter((block) => block.length > 0).flatMap((block) => elementsOf(block, width));
}

const itemMark = /^(?:[•·▪●○*+]|[-–—](?=\s)|\d{1,2}[.)](?=\s))\s*/;

function elementsOf(block: readonly string[], width: number): Element[] {
  if (block.every((line) => line.startsWith('>'))) {
    return [h('blockquote', blocksOf(block.map((line) => line.replace(/^> ?/, ''))))];
  }
  const table = tableOf(block);
  if (table) return [table];
  if (block.length === 1 && /^\s*(?:[-_=*~–—] ?){3,}$/.test(block[0] ?? '')) return [h('hr')];
  const whole = joinBroken(block, width);
  // Where a line is longer than any program breaks it, each is a paragraph; short ones are lines of one, as an address is.
  const isByParagraph = whole.some((line) => line.length > longestBroken) || whole.some((line) => itemMark.test(line));
  if (isByParagraph) return whole.map((line) => h('p', line.trim()));
  return [h('p', ...whole.flatMap((line, at) => (at > 0 ? [h('br'), line.trim()] : [line.trim()])))];
}

/** Joins a line to the next where the next word had no room in it: that break is the program's. */
function joinBroken(block: readonly string[], width: number): string[] {
  if (width > longestBroken || width < 40) return [...block];
  const whole: string[] = [];
  let last = '';
  for (const line of block) {
    const firstWord = /^\s*(\S+)/.exec(line)?.[1] ?? '';
    const isBroken = last !== '' && last.length + 1 + firstWord.length > width && !itemMark.test(line);
    if (isBroken) whole[whole.length - 1] += ` ${line.trim()}`;
    else whole.push(line);
    last = line;
  }
  return whole;
}

/** Two lines or more with the same number of tabs in them, as spreadsheets give them. */
function tableOf(block: readonly string[]): Element | undefined {
  const rows = block.map((line) => line.split('\t').map((cell) => cell.trim()));
  const width = rows[0]?.length ?? 0;
  // A tab behind a bullet belongs to it.
  const isTable = rows.length > 1 && width > 1 && rows.every((cells) => cells.length === width);
  if (!isTable || rows.every(([first = '']) => itemMark.test(`${first} `) && first.length < 4)) return undefined;
  return h(
    'table',
    rows.map((cells) =>
      h(
        'tr',
        cells.map((cell) => h('td', cell)),
      ),
    ),
  );
}
