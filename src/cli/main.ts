import { today } from '../model/day.ts';
import { PassingTrouble } from '../model/user-error.ts';
import { openSurroundings } from '../settings/open-surroundings.ts';
import { type ProcessSurroundings, realSurroundings } from '../settings/surroundings.ts';
import { troubleSentence } from '../settings/trouble.ts';
import { usage } from '../words/help.ts';
import { parse } from './door/arguments.ts';
import type { Verbs } from './door/command.ts';
import { find } from './door/find.ts';
import { refuseSwallowed } from './door/swallowed.ts';

const verbs: Verbs = {
  start: () => import('./start.ts'),
  dev: () => import('./dev.ts'),
  build: () => import('./build.ts'),
  check: () => import('./check.ts'),
  init: () => import('./init.ts'),
  deploy: () => import('./deploy.ts'),
  new: () => import('./new.ts'),
  import: () => import('./import.ts'),
  redaktion: () => import('./redaktion.ts'),
  mail: () => import('./mail.ts'),
  send: () => import('./send.ts'),
  due: () => import('./due.ts'),
  service: () => import('./service.ts'),
  doctor: () => import('./doctor.ts'),
  failed: () => import('./failed.ts'),
  abo: () => import('./abo.ts'),
};

/**
 * Runs the command that `words` name and returns the exit code: 0 done, 1 content has errors, 2 wrongly called or set, or
 * hindered by the disk, 75 hindered by what may pass.
 */
export async function main(words: string[], surroundings: ProcessSurroundings = realSurroundings()): Promise<number> {
  try {
    const year = Temporal.PlainDate.from(today(surroundings.now)).year;
    const found = await find({ usage, verbs }, words, year);
    if ('help' in found) {
      surroundings.print(found.help);
      return 0;
    }
    const { command } = found;
    refuseSwallowed(command, words, found.args, surroundings.env);
    const args = parse(command, found.args, year);
    return await command.run(args, openSurroundings(command.settings, surroundings));
  } catch (error) {
    const told = troubleSentence(error);
    if (told === undefined) throw error;
    surroundings.printError(told);
    return error instanceof PassingTrouble ? 75 : 2;
  }
}
