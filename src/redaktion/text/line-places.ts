/** Where the lines of a text begin and end, counted from 0. */

/** The place at which the line begins that `at` is in. */
export function lineStart(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1;
}

/** The place behind the line that `at` is in, or `at` itself where a line begins there and something is before it. */
export function lineEndAfter(text: string, at: number): number {
  if (text[at - 1] === '\n') return at;
  const end = text.indexOf('\n', at);
  return end < 0 ? text.length : end + 1;
}

/** Blanks as many as signs stand before `at` in its line. */
export function indentAt(text: string, at: number): string {
  return ' '.repeat(at - lineStart(text, at));
}

/** The place of the hyphen of a list before the entry at `at`; undefined where something else is before it. */
export function dashBefore(text: string, at: number): number | undefined {
  const before = text.slice(lineStart(text, at), at);
  const found = /^[ \t]*-[ \t]+$/.test(before) ? before.indexOf('-') : -1;
  return found < 0 ? undefined : lineStart(text, at) + found;
}
