import { finding, type LineEdit } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import type { WrittenText } from './written-text.ts';

/** `[Text](Ziel)` and `![Text](Ziel)` where Markdown has left them as text: the target has a space. */
const withSpaces = /(?<![\\\]])!?\[([^[\]]{1,300})\]\(([^()]{1,300}(?:\([^()]{0,80}\)[^()]{0,200})?)\)/g;
/** `[Text] (Ziel)`. */
const apart = /(?<!\\)\[([^[\]]{1,300})\][ \u00a0]{1,3}\(([^()\s]{1,300})\)/g;
/** `(Text)[Ziel]`. */
const turned = /\(([^()]{1,300})\)\[((?:https?:|mailto:|tel:|www\.)[^[\]\s]{1,300})\]/g;
/** `[Text|Ziel]`, as wikis have it. */
const withBar = /(?<!\\)\[([^[\]|]{1,300})\|((?:https?:|mailto:|tel:)[^[\]\s|]{1,300})\]/g;
/** `[Text](Ziel` without an end. */
const open = /(?<!\\)\[[^[\]]{1,300}\]\((?:https?:|mailto:|tel:|www\.)[^()\s]{1,300}(?=\s|$)/g;

const isTarget = /^(?:https?:|mailto:|tel:|www\.|\/|#)|\.(?:md|pdf|docx?|xlsx?|csv|jpe?g|png|ics|zip)$/i;

/** Links and pictures that stand as signs on the page. */
export function checkLinkMarks({ prose, lines }: WrittenText, report: ReportLine): void {
  prose.forEach((line, index) => {
    if (!line.includes('[')) return;
    const number = index + 1;
    const written = (start: number, length: number) => (lines[index] ?? '').slice(start, start + length);
    for (const match of line.matchAll(withSpaces)) {
      const [whole, , target = ''] = match;
      // What stands in braces is told as what it is.
      if (!/\s/.test(target) || target.includes('{{')) continue;
      const text = written(match.index, whole.length);
      const mended = withoutSpaces(target.trim());
      const to = mended && `${text.slice(0, text.length - target.length - 1)}${mended})`;
      report(number, finding('linkSpaces', { text, corrected: to }), to ? [{ from: text, to }] : []);
    }
    for (const [pattern, order] of [
      [apart, 'apart'],
      [turned, 'turned'],
      [withBar, 'bar'],
    ] as const) {
      for (const match of line.matchAll(pattern)) {
        const [whole, text = '', target = ''] = match;
        if (!isTarget.test(target)) continue;
        const from = written(match.index, whole.length);
        const to = `[${written(match.index + 1, text.length)}](${target})`;
        report(number, finding('linkForm', { text: from, corrected: to, order }), [{ from, to }] satisfies LineEdit[]);
      }
    }
    for (const { 0: text } of line.replace(withSpaces, '').matchAll(open))
      report(number, finding('linkOpen', { text }));
  });
}

/** The target as Markdown takes it; undefined where it is not sure what belongs to it. */
function withoutSpaces(target: string): string | undefined {
  if (/^tel:/i.test(target)) return target.replace(/[\s()/]/g, '');
  if (/^(?:https?:|mailto:|www\.|\/)/i.test(target)) {
    const [first = '', ...more] = target.split(/\s+/);
    const goesOn = first.includes('?') || more.some((part) => /[/.]\w/.test(part));
    return goesOn && !/["„“]/.test(target) ? target.replace(/\s/g, '%20') : undefined;
  }
  return /\.\w{2,5}$/.test(target) && !/[<>"„“]/.test(target) ? `<${target}>` : undefined;
}
