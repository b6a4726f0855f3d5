import { purgeData } from '../../subscription/service.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import type { Command } from '../command.ts';
import { withData } from '../service-process.ts';

/** `abo purge`: deletes what its time is over for, as the service does every hour. */
export const command: Command = {
  help: aboHelp.purge,
  options: {},
  words: 0,
  async run(_args, surroundings) {
    const purged = await withData(surroundings, ({ db, periods }) => purgeData(db, periods(), surroundings.now));
    surroundings.print(aboWords.purged(purged));
    return 0;
  },
};
