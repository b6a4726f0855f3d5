import type { Problem } from '../model/problem.ts';
import { cleanText } from '../text/clean.ts';
import type { LineEdit } from '../words/problems.ts';

/** A line before and after, numbered as in the file after; `to` may hold line ends. */
export interface MendedLine {
  line: number;
  from: string;
  to: string;
}

/** A problem that is mended, and the lines that it took. */
export interface Mended {
  problem: Problem;
  lines: MendedLine[];
}

export interface MendedText {
  text: string;
  mended: Mended[];
  /** The number that a line of the text before has after. */
  movedTo: (line: number) => number;
}

/**
 * The text of a file with the edits of its problems made, each problem's with all of its edits or not at all. Line ends
 * stay those of the file. A problem whose line another one has changed is left for the next time.
 */
export function mendedText(text: string, problems: readonly Problem[]): MendedText {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const lines = text.split(/\r\n|\r|\n/);
  const mended: Mended[] = [];
  for (const problem of problems) {
    const changed = withEdits(lines, problem.line, problem.edits ?? []);
    if (!changed) continue;
    const own = [...changed].map(([index, to]) => ({ line: index + 1, from: lines[index] ?? '', to }));
    for (const [index, line] of changed) lines[index] = line;
    mended.push({ problem, lines: own.sort((a, b) => a.line - b.line) });
  }
  const split = lines.map((line) => line.split('\n'));
  const movedTo = (line: number) => split.slice(0, line - 1).reduce((sum, parts) => sum + parts.length, 1);
  return { text: split.flat().join(lineEnd), mended: mended.map((one) => moved(one, movedTo)), movedTo };
}

/** What was mended with the lines where it stands when other lines have come in above it. */
export function moved({ problem, lines }: Mended, movedTo: MendedText['movedTo']): Mended {
  return {
    problem: { ...problem, line: movedTo(problem.line) },
    lines: lines.map((changed) => ({ ...changed, line: movedTo(changed.line) })),
  };
}

/** The lines that the edits change, by their index; undefined if one of the edits finds nothing to change. */
function withEdits(
  lines: readonly string[],
  first: number,
  edits: readonly LineEdit[],
): Map<number, string> | undefined {
  const changed = new Map<number, string>();
  for (const { from, to, below = 0 } of edits) {
    const index = first + below - 1;
    const line = changed.get(index) ?? lines[index];
    const isSplit = !changed.has(index) && line?.includes('\n');
    if (line === undefined || (isSplit && from === '')) return undefined;
    // What was not shown to the check, such as soft hyphens, goes with the first edit of its line.
    const found = line.includes(from) ? line : cleanText(line);
    if (!found.includes(from)) return undefined;
    changed.set(index, from === '' ? line + to : found.replace(from, () => to));
  }
  const isChange = [...changed].some(([index, line]) => line !== lines[index]);
  return isChange ? changed : undefined;
}
