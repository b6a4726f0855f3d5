/** Lines of plain text: RFC 5322, section 2.1.1 asks for at most 78 characters; replies add some. */
export const lineWidth = 74;

/**
 * The text in lines of at most `width` characters, broken at spaces only: never at U+00A0, and a longer word, such
 * as an address, stays whole. Line ends in the text are kept.
 */
export function wrap(text: string, width = lineWidth): string[] {
  return text.split('\n').flatMap((line) => {
    const lines: string[] = [];
    let current = '';
    for (const word of line.split(/[ \t]+/)) {
      if (current !== '' && length(current) + 1 + length(word) > width) {
        lines.push(current);
        current = word;
      } else current = current === '' ? word : `${current} ${word}`;
    }
    return [...lines, current];
  });
}

/** The lines with `first` before the first one and as much space, or `rest`, before the others. */
export function hang(lines: readonly string[], first: string, rest = ' '.repeat(length(first))): string[] {
  return lines.map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd());
}

/** Characters as people count them, not UTF-16 units. */
export function length(text: string): number {
  return [...text].length;
}
