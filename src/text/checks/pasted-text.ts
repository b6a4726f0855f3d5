import { finding } from '../../words/problems.ts';
import type { ReportLine } from '../line-finding.ts';
import { hidden, type WrittenText } from './written-text.ts';

/** The first and the last line of a stretch. */
export interface Stretch {
  first: number;
  last: number;
}

/** The mark of a list as Word writes it into a text file: a sign or number and a tabulator. */
export const markWithTab = /^[ \t]*(?:[^\p{L}\p{N}\s|]{1,2}|[oü§Øv]|\d{1,2}[.)]|[a-z]\))\t\S/u;
const cells = /\S\t+\S/;
/** A line as long as a paragraph: nobody wraps lines by hand at this length. */
const paragraphLength = 100;

/**
 * Stretches without a blank line that have come from Word as they are: marks with tabulators, columns with tabulators,
 * and short lines without a full stop, which were headings, right above long ones, which were paragraphs.
 */
export function pastedStretches({ lines, prose }: WrittenText): Stretch[] {
  const stretches: Stretch[] = [];
  let first = 0;
  for (let index = 0; index <= lines.length; index += 1) {
    if (index < lines.length && (prose[index] ?? '').trim() !== '') continue;
    const visible = prose.slice(first, index).map((line) => line.replaceAll(hidden, ''));
    if (isPasted(visible)) stretches.push({ first: first + 1, last: index });
    first = index + 1;
  }
  return stretches;
}

function isPasted(lines: readonly string[]): boolean {
  if (lines.length < 3) return false;
  const marks = lines.filter((line) => markWithTab.test(line)).length;
  const rows = lines.filter((line) => cells.test(line) && !markWithTab.test(line)).length;
  const headings = lines.filter(
    (line, index) => seemsHeading(line) && (lines[index + 1]?.length ?? 0) >= paragraphLength,
  ).length;
  const signs = [marks > 0, rows > 1, headings > 0].filter(Boolean).length;
  return (signs > 1 && lines.length > marks + rows) || headings > 1;
}

/** Whether a line looks like a heading that has no mark. */
export function seemsHeading(line: string): boolean {
  return /^\p{Lu}/u.test(line) && line.length <= 80 && !/[.!?:;,…“"»)]$/.test(line.trimEnd());
}

/** Tells of what was pasted, once for each stretch. */
export function checkPastedText(stretches: readonly Stretch[], report: ReportLine): void {
  for (const stretch of stretches) report(stretch.first, finding('pastedFromWord', stretch));
}
