/** When the timer last looked whether the site is up to date: the Redaktion tells, where it works on the same folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sync as writeFileAtomic } from 'write-file-atomic';
import { ifPresent } from '../reader/files/if-present.ts';

const fileIn = (root: string) => join(root, '.cache', 'site-look');

/** Notes that the site is as it has to be `at` this moment. The folder `.cache/` has to be there. */
export function noteSiteLook(root: string, at: Temporal.Instant): void {
  writeFileAtomic(fileIn(root), `${at}\n`);
}

/** When that was last; undefined where no timer builds in this folder. */
export function lastSiteLook(root: string): Temporal.Instant | undefined {
  const text = ifPresent(() => readFileSync(fileIn(root), 'utf8'));
  try {
    return text === undefined ? undefined : Temporal.Instant.from(text.trim());
  } catch {
    return undefined;
  }
}
