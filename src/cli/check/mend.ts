import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import type { Day } from '../../model/day.ts';
import { mintId } from '../../model/identifier.ts';
import type { Problem } from '../../model/problem.ts';
import type { Reading } from '../../reader/read.ts';
import type { Surroundings } from '../../settings/surroundings.ts';

/**
 * Mends what is mechanical, in the files: a missing id is minted, a German date becomes an ISO one.
 * Each file is replaced as a whole or not at all. Returns what was mended.
 */
export function mend({ problems, idAuthority }: Reading, today: Day, { root, uuid }: Surroundings): Problem[] {
  const mended: Problem[] = [];
  for (const [file, inFile] of Map.groupBy(problems, (problem) => problem.file)) {
    const path = join(root, file);
    const changes = inFile.filter(({ rule, correction }) => correction || (rule === 'idMissing' && idAuthority));
    if (changes.length === 0) continue;
    const lines = readFileSync(path, 'utf8').split('\n');
    // From the bottom up: an inserted line must not move the lines of the others.
    for (const problem of changes.toReversed()) {
      const { correction, line } = problem;
      if (correction) lines[line - 1] = lines[line - 1]?.replace(correction.from, correction.to) ?? '';
      else if (idAuthority) {
        const lineEnd = lines[0]?.endsWith('\r') ? '\r' : '';
        lines.splice(1, 0, `id: ${mintId(idAuthority, today, uuid())}${lineEnd}`);
      }
    }
    writeFileAtomic(path, lines.join('\n'));
    mended.push(...changes);
  }
  return mended;
}
