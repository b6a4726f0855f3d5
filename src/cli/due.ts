import { lockFileOf, lockSite } from '../build/build-lock.ts';
import { publicBuildSettings } from '../build/build-settings.ts';
import { noteSiteLook } from '../build/site-look.ts';
import { publicInputs, tellUnchanged } from '../build/unchanged.ts';
import { PassingTrouble, UserError } from '../model/user-error.ts';
import { sendSettings } from '../sending/send-settings.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { takeLock } from '../store/process-lock.ts';
import { dueWords } from '../words/due.ts';
import { commandHelp } from '../words/help.ts';
import { compilePages } from './compile-pages.ts';
import { deployTo } from './deploy.ts';
import { defineCommand } from './door/command.ts';
import { thisCall, thisLookBack } from './door/nothing-to-do.ts';
import { mailDueIssues } from './due/due-mailings.ts';
import { tellLook } from './send/tell-figures.ts';

const settings = [...publicBuildSettings, ...sendSettings, 'DEPLOY_DIR'] as const;

/**
 * `npm run due`: what a timer runs every few minutes. Builds what has become due or was changed, copies it where
 * `DEPLOY_DIR` says, then mails the issues whose moment has come. May be killed at any time, and called as often as one
 * likes: the next one goes on. Exit code 1 where something is due and could not be done, 75 where it only waits.
 */
export const command = defineCommand({
  help: commandHelp.due,
  options: { site: { type: 'boolean' }, mail: { type: 'boolean' } },
  words: 0,
  settings,
  async run({ flags }, surroundings) {
    if ('site' in flags && 'mail' in flags) throw new UserError(dueWords.notTogether);
    const release = takeDueLock(surroundings);
    try {
      if (!('mail' in flags) && !(await bringSite(surroundings))) {
        if (!('site' in flags)) await tellLook(surroundings, { '': dueWords.notBuilt });
        return 1;
      }
      if ('site' in flags) return 0;
      const { troubles, waiting } = await mailDueIssues(surroundings);
      await tellLook(surroundings, Object.fromEntries([...waiting, ...troubles]));
      if (troubles.size > 0) return 1;
      return waiting.size > 0 ? exitLater : 0;
    } finally {
      release();
    }
  },
});

/** As of whatever may pass by itself (EX_TEMPFAIL): nobody has to be told. */
const exitLater = 75;

function takeDueLock({ root }: Pick<Surroundings, 'root'>): () => void {
  const release = takeLock(lockFileOf(root, 'due.lock'));
  if (!release) throw new PassingTrouble(dueWords.running);
  return release;
}

/** Builds for readers, as `build --release` does, where there is anything to build; false where there are errors. */
async function bringSite(surroundings: Surroundings<(typeof settings)[number]>): Promise<boolean> {
  const release = lockSite(surroundings);
  try {
    const options = { release: true, full: false, withoutSearch: false, withoutCompression: false };
    const inputs = publicInputs(surroundings, options, thisCall(), thisLookBack(surroundings.root));
    // Every few minutes nothing: a log that says so hides what is worth reading.
    if (!tellUnchanged({ ...surroundings, print: () => {} }, inputs)) {
      const { buildPublicSite } = await import('../build/public-build.ts');
      if (!(await buildPublicSite(surroundings, options, inputs, compilePages))) return false;
    }
    const { DEPLOY_DIR } = surroundings.settings;
    if (DEPLOY_DIR !== undefined) await deployTo(DEPLOY_DIR, { quiet: true }, surroundings);
    noteSiteLook(surroundings.root, surroundings.now);
    return true;
  } finally {
    release();
  }
}
