/** Spaces that are none to Markdown, right behind a mark at the start of a line: from Word, or typed with the Alt key. */
import { finding } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { goesOnAsDate } from './dates.ts';

/** Every space of Unicode but the plain one. */
const otherSpaces = '[\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]+';

const markAndSpaces = new RegExp(`^([ \\t]*(?:${otherSpaces})?(?:#{1,6}|[-*+>]|\\d{1,9}[.)]))(${otherSpaces})(.*)$`);

/** The mark at the start of a line with such spaces behind it, and the line's rest. */
function markOf(line: string): { mark: string; spaces: string; rest: string } | undefined {
  const [, mark = '', spaces = '', rest = ''] = markAndSpaces.exec(line) ?? [];
  // A date is no mark, and its space is rightly one that does not break.
  const isDate = /\d/.test(mark) && goesOnAsDate(rest);
  return spaces === '' || isDate ? undefined : { mark, spaces, rest };
}

/** The text with plain spaces around the marks of its lines; its length stays. */
export function plainSpacesAfterMarks(markdown: string): string {
  if (!new RegExp(otherSpaces).test(markdown)) return markdown;
  const plain = (text: string) => text.replace(/\s/g, ' ');
  const lines = markdown.split('\n').map((line) => {
    const found = markOf(line);
    return found ? plain(found.mark + found.spaces) + found.rest : line;
  });
  return lines.join('\n');
}

/** Tells of such spaces in the lines given. */
export function checkSpacesAfterMarks(lines: readonly string[], report: ReportLine): void {
  for (const [index, line] of lines.entries()) {
    const found = markOf(line);
    if (!found) continue;
    const mark = found.mark.trim();
    report(index + 1, finding('spaceAfterMark', { mark }), [{ from: found.mark + found.spaces, to: `${mark} ` }]);
  }
}
