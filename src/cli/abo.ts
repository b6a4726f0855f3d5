import { aboErrors, aboUsage } from '../words/abo-commands.ts';
import { commandErrors } from '../words/commands.ts';
import { type Command, CommandError } from './command.ts';

const verbs: Record<string, () => Promise<{ command: Command }>> = {
  stats: () => import('./abo/stats.ts'),
  show: () => import('./abo/show.ts'),
  erase: () => import('./abo/erase.ts'),
  export: () => import('./abo/export.ts'),
  import: () => import('./abo/import.ts'),
  purge: () => import('./abo/purge.ts'),
  backup: () => import('./abo/backup.ts'),
  restore: () => import('./abo/restore.ts'),
};

/** `npm run abo -- VERB …`: what the operator does with subscriptions, one file a verb. */
export const command: Command = {
  options: { json: { type: 'boolean' }, 'with-proof': { type: 'boolean' }, 'dry-run': { type: 'boolean' } },
  words: 2,
  async run({ words: [verb, ...words], flags }, surroundings) {
    if (verb === undefined) {
      surroundings.print(aboUsage);
      return 0;
    }
    const load = Object.hasOwn(verbs, verb) ? verbs[verb] : undefined;
    if (!load) throw new CommandError(aboErrors.unknownVerb(verb));
    const { command: chosen } = await load();
    const surplus = Object.keys(flags).find((name) => !Object.hasOwn(chosen.options, name));
    if (surplus !== undefined) throw new CommandError(aboErrors.surplusOption(verb, surplus));
    const [tooMany] = words.slice(chosen.words);
    if (tooMany !== undefined) throw new CommandError(commandErrors.tooManyWords(tooMany));
    return chosen.run({ words, flags }, surroundings);
  },
};
