import type { MendedLine } from '../../reader/mended-text.ts';

/** Characters shown on either side of a change. */
const around = 24;

/** The part of a line that has changed, before and after, with a little of what stands beside it; a line end is ⏎. */
export function changeIn({ line, from, to }: MendedLine): MendedLine {
  let start = 0;
  while (start < Math.min(from.length, to.length) && from[start] === to[start]) start += 1;
  let end = 0;
  const most = Math.min(from.length, to.length) - start;
  while (end < most && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const part = (text: string) => {
    const first = Math.max(0, start - around);
    const last = Math.min(text.length, text.length - end + around);
    const shown = text.slice(first, last).replaceAll('\n', ' ⏎ ').trim();
    return `„${first > 0 ? '…' : ''}${shown}${last < text.length ? '…' : ''}“`;
  };
  return { line, from: part(from), to: part(to) };
}
