import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Day } from '../../model/day.ts';
import { mintId } from '../../model/identifier.ts';
import type { Problem } from '../../model/problem.ts';
import { type MendedText, mendedText } from '../../reader/mended-text.ts';
import type { Reading } from '../../reader/read.ts';
import type { Surroundings } from '../../settings/surroundings.ts';

/** What was mended in a file. */
export interface MendedFile extends Pick<MendedText, 'mended' | 'movedTo'> {
  file: string;
}

/**
 * Mends what is mechanical, in the files: a missing id is minted, everything else is the edit of its finding.
 * Each file is replaced as a whole or not at all. Returns what was mended, by file.
 */
export function mend({ problems, idAuthority }: Reading, today: Day, { root, uuid }: Surroundings): MendedFile[] {
  const withId = (problem: Problem, lines: readonly string[]): Problem => {
    if (problem.rule !== 'idMissing' || !idAuthority) return problem;
    const id = `id: ${mintId(idAuthority, today, uuid())}`;
    const line = lines[problem.line - 1] ?? '';
    const isEmptyField = /^id[ \t]*:/.test(line);
    const edit = isEmptyField
      ? { from: line, to: line.replace(/^id[ \t]*:.*?(?=[ \t]+#|[ \t]*$)/, () => id) }
      : { from: '', to: `\n${id}`, below: 1 - problem.line };
    return { ...problem, edits: [edit] };
  };
  return [...Map.groupBy(problems, ({ file }) => file)].flatMap(([file, inFile]) => {
    if (!inFile.some(({ edits, rule }) => edits || rule === 'idMissing')) return [];
    const path = join(root, file);
    const source = readFileSync(path, 'utf8');
    const lines = source.split(/\r\n|\r|\n/);
    const mendable = inFile.map((problem) => withId(problem, lines)).filter(({ edits }) => edits);
    const { text, mended, movedTo } = mendedText(source, mendable);
    if (mended.length > 0) writeFileAtomic(path, text);
    return mended.length > 0 ? [{ file, mended, movedTo }] : [];
  });
}
