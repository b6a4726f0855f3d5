import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { lockSite } from '../build/build-lock.ts';
import { deploy, planDeploy, planFor } from '../build/deploy.ts';
import { writePlan } from '../build/deploy-files.ts';
import { purgedAddresses } from '../build/deploy-plan.ts';
import { readState } from '../build/site-state.ts';
import { contentFolder, publicFolder } from '../model/content-files.ts';
import { UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { deployErrors, deployWords } from '../words/deploy.ts';
import { commandHelp } from '../words/help.ts';
import { defineCommand } from './door/command.ts';

/** `npm run deploy -- DIR`: copies what has changed since the last time, or writes down for other tools what they have to. */
export const command = defineCommand({
  help: commandHelp.deploy,
  options: { 'dry-run': { type: 'boolean' }, 'purge-list': { type: 'string' }, plan: { type: 'string' } },
  words: 1,
  settings: [],
  async run({ words: [target], flags }, surroundings) {
    if (target === undefined) throw new UserError(deployErrors.targetMissing);
    // Nobody may build while it is copied.
    const release = lockSite(surroundings);
    try {
      await deployTo(target, flags, surroundings);
      return 0;
    } finally {
      release();
    }
  },
});

/** Copies the site that was built to a folder. It is locked by the caller. */
export async function deployTo(
  target: string,
  flags: Record<string, unknown>,
  { root, print }: Surroundings,
): Promise<void> {
  const [dist, folder] = [join(root, 'dist'), resolve(root, target)];
  if (`${folder}/`.startsWith(`${dist}/`)) throw new UserError(deployErrors.inside);
  // `-- $DIR/` with a variable that nobody set, and a dot.
  // And a name that the content has taken.
  const isTaken = [contentFolder, publicFolder].some((name) => `${folder}/`.startsWith(`${join(root, name)}/`));
  if (folder === dirname(folder) || folder === resolve(root) || isTaken)
    throw new UserError(deployErrors.noPlace(folder));
  const origin = readState(root)?.origin ?? '';
  if (/^http:\/\/127\.0\.0\.1[:/]/.test(origin)) throw new UserError(deployErrors.ofPreview(origin));
  const { plan: planFolder } = flags;
  const before = typeof planFolder === 'string' ? await planFor(dist, folder) : undefined;
  const { plan, manifest } = before ?? (await planDeploy(dist, folder));
  const { copy, remove } = plan;
  if (before && typeof planFolder === 'string') {
    writePlan(resolve(root, planFolder), plan, before.before, manifest);
    print(deployWords.planFiles(planFolder, copy.length, remove.length));
  } else if (flags['dry-run'] === true) {
    for (const file of copy) print(deployWords.copy(file));
    for (const file of remove) print(deployWords.remove(file));
    print(deployWords.planned(copy.length, remove.length));
  } else if (copy.length + remove.length === 0) {
    if (flags.quiet !== true) print(deployWords.nothing(folder));
  } else {
    deploy(dist, folder, plan, manifest);
    print(deployWords.done(folder, copy.length, remove.length));
  }
  const list = flags['purge-list'];
  if (typeof list === 'string') {
    const purged = purgedAddresses(plan, origin);
    writeFileSync(resolve(root, list), purged.map((address) => `${address}\n`).join(''));
    print(deployWords.purge(list, purged.length));
  }
}
