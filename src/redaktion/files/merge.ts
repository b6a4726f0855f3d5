import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two texts made of the same one, as one text; nothing where both change the same place. */
export async function mergedText(base: string, mine: string, theirs: string): Promise<{ merged?: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'redaktion-'));
  try {
    const files = { mine, base, theirs };
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await new Promise((resolve) => {
      // The exit code is the number of places at which they differ, or negative.
      execFile(
        'git',
        ['merge-file', '--stdout', '--quiet', ...Object.keys(files)],
        { cwd: folder, maxBuffer: 100_000_000 },
        (error, merged) => resolve(error ? {} : { merged }),
      );
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
