import { length, lineWidth, wrap } from './line-wrap.ts';

/** Signs that underline a heading, by level. */
const underlines = ['=', '=', '-', '~'];

/** A heading of the given level, underlined over its whole length. */
export function plainHeading(text: string, level: number, width = lineWidth): string {
  const lines = wrap(text, width);
  const sign = underlines[level] ?? '.';
  return [...lines, sign.repeat(Math.max(...lines.map(length)))].join('\n');
}
