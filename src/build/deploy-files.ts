/** A plan as files, for tools that copy to other machines: which of them comes first is told by its number. */
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeFolder } from '../settings/make-folder.ts';
import { type DeployPlan, deployRank, type Manifest, manifestName, underWay } from './deploy-plan.ts';

/** Lists of files, a path in the site a line, in the order in which tools are to be given them. */
const lists = ['1-assets.txt', '2-pages.txt', '3-overviews.txt', '4-removed.txt'] as const;

/** The list that the target gets before the first file, and the one that it gets after the last. */
const manifests = { before: '0-before', after: '5-after' } as const;

/** Writes a plan into a folder of its own, for a target that holds `before` and is to hold `after`. */
export function writePlan(folder: string, { copy, remove }: DeployPlan, before: Manifest, after: Manifest): void {
  // Only what an earlier plan wrote: the folder may be one that holds more.
  for (const name of [...lists, ...Object.values(manifests)]) {
    rmSync(join(folder, name), { recursive: true, force: true });
  }
  const write = (file: string, text: string) => {
    makeFolder(dirname(join(folder, file)));
    writeFileSync(join(folder, file), text);
  };
  const byRank = Map.groupBy(copy, (file) => Math.min(deployRank(file), 2));
  const files = [byRank.get(0), byRank.get(1), byRank.get(2), remove];
  lists.forEach((name, index) => {
    write(name, (files[index] ?? []).map((file) => `${file}\n`).join(''));
  });
  write(join(manifests.before, manifestName), manifestText(underWay(before, copy)));
  write(join(manifests.after, manifestName), manifestText(after));
}

export function manifestText(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 1)}\n`;
}
