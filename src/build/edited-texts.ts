/** Whether nothing but texts of issues was edited since the last build. */
import { join } from 'node:path';
import { contentFolder, contentFolders, publicFolder } from '../model/content-files.ts';
import type { WorkingTime } from '../model/release.ts';
import { isFolder } from './file-states.ts';
import { isWithin, type LookBack } from './last-build.ts';

/** A text of an issue, below `content/`. */
const textOfIssue = new RegExp(`^${contentFolders.issues.slice(contentFolder.length + 1)}/([^/]+)/[^/]+\\.md$`);

/**
 * The keys of the issues of which texts were edited since the last build, if that was told the same on the same day and all
 * else that it was made of is as it was: no file of the content came, and none is gone.
 */
export function editedIssues(lookBack: LookBack, asked: string, { now }: WorkingTime): string[] | undefined {
  const { last, root } = lookBack;
  const content = join(root, contentFolder);
  const before = last?.folders[content]?.paths;
  // A whole day lies behind all of its times.
  const moment = now?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  if (!before || last.asked !== asked || !isWithin(last.span, moment)) return undefined;
  if (lookBack.at(join(root, publicFolder)).changed.size > 0) return undefined;
  const { states, changed } = lookBack.at(content);
  if (states.paths.length !== before.length || states.paths.some((path, index) => path !== before[index]))
    return undefined;
  const keys = new Set<string>();
  for (const path of changed) {
    // A folder in which a file took the place of another holds the same names.
    if (isFolder(path)) continue;
    const key = textOfIssue.exec(path)?.[1];
    if (key === undefined) return undefined;
    keys.add(key);
  }
  return keys.size > 0 ? [...keys] : undefined;
}
