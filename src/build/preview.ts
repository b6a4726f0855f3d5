import { join, sep } from 'node:path';
import { contentFolder } from '../model/content-files.ts';
import { isError } from '../model/problem.ts';
import { UserError } from '../model/user-error.ts';
import { specialPublicFiles } from '../reader/checks/plain-files.ts';
import { contentOnDisk } from '../reader/files/content-folder.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { workingTime } from '../settings/working-day.ts';
import { commandWords } from '../words/commands.ts';
import { inspected, openProject } from './project.ts';
import { formatProblem, formatReading } from './report.ts';
import { shareReader } from './shared-reader.ts';

/** What can be set for it. */
export const previewSettings = ['BUILD_DATE', 'PORT'] as const;

/** The preview while writing: drafts are visible, and it goes on with errors, which terminal and pages show. */
export interface Preview {
  port: number;
  surroundings: Surroundings;
  /** All problems of the content as it is now, and the sum of them. */
  describe(): Promise<string>;
}

/**
 * A preview on this port of this machine. Throws a UserError where `public/` holds anything else than files: Astro would
 * hand it out, and watch all that a link leads to.
 */
export function openPreview(port: number, surroundings: Surroundings<'BUILD_DATE'>): Preview {
  const read = openProject(surroundings);
  shareReader(read);
  const special = specialPublicFiles(contentOnDisk(surroundings.root));
  if (special.length > 0) throw new UserError(special.map(formatProblem).join('\n\n'));
  const at = workingTime(surroundings);
  return {
    port,
    surroundings,
    async describe() {
      const preview = read({ ...at, mode: 'preview' });
      const text = formatReading(await inspected(read({ ...at, mode: 'publish' }), surroundings));
      const hints = [
        ...(preview.problems.some(isError) ? [commandWords.stillShown] : []),
        ...(preview.problems.some(({ isUnfinished }) => isUnfinished) ? [commandWords.markedInPreview] : []),
      ];
      return [text, ...hints].join('\n');
    },
  };
}

/** What can be asked to tell of saved files. */
interface Watcher {
  on(event: 'all', listener: (event: string, file: string) => void): unknown;
}

/** Prints what is wrong in the content now, and again after each change that makes a difference. */
export async function describeChanges(
  { describe, surroundings: { root, print } }: Preview,
  watcher: Watcher,
): Promise<void> {
  let said = await describe();
  print(said);
  watcher.on('all', async (_event, file) => {
    if (!file.startsWith(join(root, contentFolder) + sep)) return;
    const text = await describe();
    if (text !== said) print(`\n${text}`);
    said = text;
  });
}
