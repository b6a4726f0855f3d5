/** A text file as its author wrote it: every byte in its place, so that what nobody changed stays as it is. */

/** A Markdown file in the parts that are edited by themselves; one after the other they are the file. */
export interface SplitFile {
  /** The line of three hyphens, with a byte order mark if there is one. */
  open: string;
  /** The YAML between the hyphens, with its last line end. */
  head: string;
  close: string;
  body: string;
}

const lineEnd = /\r\n|\r|\n/;
const openLine = /^\ufeff?---[ \t]*(?:ya?ml)?[ \t]*(?:\r\n|\n)/;
const closeLine = /^---[ \t]*(?:\r\n|\n|$(?![\s\S]))/m;

/**
 * Takes a file apart; undefined where its head can't be edited field by field, since it has none, or one that ends lines
 * as nobody does any more. Such a file is edited as a whole.
 */
export function takeApart(text: string): SplitFile | undefined {
  const open = openLine.exec(text)?.[0];
  if (open === undefined) return undefined;
  const rest = text.slice(open.length);
  const found = closeLine.exec(rest);
  if (!found) return undefined;
  const head = rest.slice(0, found.index);
  const isOwnLine = head === '' || head.endsWith('\n');
  if (!isOwnLine || /\r(?!\n)/.test(head) || /^---/m.test(head)) return undefined;
  return { open, head, close: found[0], body: rest.slice(found.index + found[0].length) };
}

/** Whether all of a file is data: YAML without a text below it. */
export function isData(file: string): boolean {
  return file.endsWith('.yaml');
}

/** The parts of a text's file; one that is all data is nothing but head. Undefined as from {@link takeApart}. */
export function partsOf(file: string, text: string): SplitFile | undefined {
  if (!isData(file)) return takeApart(text);
  const open = text.startsWith('\ufeff') ? '\ufeff' : '';
  const head = text.slice(open.length);
  // A document's marks belong to no field.
  return /\r(?!\n)|^---|^\.\.\./m.test(head) ? undefined : { open, head, close: '', body: '' };
}

/** The inverse of {@link takeApart}. */
export function putTogether({ open, head, close, body }: SplitFile): string {
  return open + head + close + body;
}

/** The line of the file, counted from 1, at which the body begins. */
export function bodyLineOf({ open, head, close }: SplitFile): number {
  return linesIn(open + head + close);
}

function linesIn(text: string): number {
  return text.split(lineEnd).length;
}

/** A text as an editor in the browser has it: each line ends with `\n`. */
export function withPlainLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * A text with what was written in the browser (lines end with `\n`) in the place of what it held: lines that are the
 * same at its beginning and end keep their line ends, those between get the one that the file has most.
 */
export function rewritten(before: string, after: string): string {
  if (withPlainLineEnds(before) === after) return before;
  const old = linesOf(before);
  const now = after.split('\n');
  const most = Math.min(old.length, now.length);
  let start = 0;
  while (start < most && old[start]?.text === now[start]) start += 1;
  let end = 0;
  while (end < most - start && old.at(-1 - end)?.text === now.at(-1 - end)) end += 1;
  const usual = usualLineEnd(before);
  let written = '';
  for (const [index, text] of now.entries()) {
    const isLast = index === now.length - 1;
    const fromEnd = now.length - 1 - index;
    const kept = index < start ? old[index] : fromEnd < end ? old.at(-1 - fromEnd) : undefined;
    const ending = isLast ? '' : kept?.end || usual;
    // Behind a lone carriage return a line feed would be a part of that line's end.
    written += text === '' && ending === '\n' && written.endsWith('\r') ? '\r' : text + ending;
  }
  return written;
}

function linesOf(text: string): { text: string; end: string }[] {
  const parts = text.split(/(\r\n|\r|\n)/);
  return parts.flatMap((part, index) => (index % 2 === 0 ? [{ text: part, end: parts[index + 1] ?? '' }] : []));
}

/** The line end that stands in a text most often; that of Unix where there is none. */
export function usualLineEnd(text: string): string {
  const ends = text.match(/\r\n|\r|\n/g) ?? [];
  const dos = ends.filter((end) => end === '\r\n').length;
  return dos * 2 > ends.length ? '\r\n' : '\n';
}
