import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Day } from '../../model/day.ts';
import { mintId } from '../../model/identifier.ts';
import type { Problem } from '../../model/problem.ts';
import { type Mended, mendedText } from '../../reader/mended-text.ts';
import type { Reading } from '../../reader/read.ts';
import type { Surroundings } from '../../settings/surroundings.ts';

/**
 * Mends what is mechanical, in the files: a missing id is minted, everything else is the edit of its finding.
 * Each file is replaced as a whole or not at all. Returns what was mended.
 */
export function mend({ problems, idAuthority }: Reading, today: Day, { root, uuid }: Surroundings): Mended[] {
  const withId = (problem: Problem): Problem => {
    if (problem.rule !== 'idMissing' || !idAuthority) return problem;
    return {
      ...problem,
      edits: [{ from: '', to: `\nid: ${mintId(idAuthority, today, uuid())}`, below: 1 - problem.line }],
    };
  };
  return [...Map.groupBy(problems, ({ file }) => file)].flatMap(([file, inFile]) => {
    const mendable = inFile.map(withId).filter(({ edits }) => edits);
    if (mendable.length === 0) return [];
    const path = join(root, file);
    const { text, mended } = mendedText(readFileSync(path, 'utf8'), mendable);
    if (mended.length > 0) writeFileAtomic(path, text);
    return mended;
  });
}
