import { diffLines, diffWordsWithSpace } from 'diff';
import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import { withPlainLineEnds } from '../text/written-file.ts';
import { readableText } from './readable-text.ts';

/** Lines that are shown around a change. */
const around = 2;

/** Milliseconds after which words are no longer compared, but lines. */
const patience = 1_500;

/** What became of the text of a file, by the names of its form; of what has none there, such as a comment, as it is written. */
export function textDifference(file: string, before: string, after: string): ElementContent[] {
  const [from, to] = [readableText(file, before), readableText(file, after)];
  return from === to ? difference(before, after) : difference(from, to);
}

/** What became of a text: what went is `del`, what came `ins`; long parts that stayed are left out. */
function difference(before: string, after: string): ElementContent[] {
  const [from, to] = [before, after].map(withPlainLineEnds) as [string, string];
  const words = diffWordsWithSpace(from, to, { timeout: patience });
  const changes = words ?? diffLines(from, to);
  return changes.map(({ value, added, removed }, index) => {
    if (added) return h('ins', value);
    if (removed) return h('del', value);
    return { type: 'text', value: shortened(value, index > 0, index < changes.length - 1) };
  });
}

/** Whether anything was changed at all. */
export function isSameText(before: string, after: string): boolean {
  return withPlainLineEnds(before) === withPlainLineEnds(after);
}

function shortened(text: string, isAfterChange: boolean, isBeforeChange: boolean): string {
  const lines = text.split('\n');
  const head = isAfterChange ? around + 1 : 0;
  const tail = isBeforeChange ? around + 1 : 0;
  if (lines.length <= head + tail + 1) return text;
  const parts = [
    lines.slice(0, head).join('\n'),
    '\n […]\n',
    tail > 0 ? lines.slice(-tail).join('\n').replace(/^\n+/, '') : '',
  ];
  return parts.join('');
}
