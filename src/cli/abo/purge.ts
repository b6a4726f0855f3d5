import { removeMailsUntil } from '../../store/data-folder.ts';
import { hoursFrom, readableMoment } from '../../store/moments.ts';
import { dataFolder, withData } from '../../store/open-data.ts';
import { tidyUp } from '../../subscription/tidy.ts';
import { frameReader, siteFolder } from '../../subscription/web/frame-folder.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';

/** `abo purge`: deletes what its time is over for, as the service does every hour. */
export const command = defineCommand({
  help: aboHelp.purge,
  options: { 'clock-is-right': { type: 'boolean' } },
  words: 0,
  settings: ['DATA_DIR', 'ABO_SITE'],
  async run({ flags }, surroundings) {
    const { now, print, printError } = surroundings;
    const isClockRight = flags['clock-is-right'] === true;
    return withData(surroundings, async ({ db }) => {
      const { periods } = frameReader(siteFolder(surroundings))().facts;
      const tidied = await tidyUp(db, periods, now, { isClockRight });
      if (tidied.kind === 'clock') {
        printError(aboWords.clock(readableMoment(tidied.known)));
        return 1;
      }
      removeMailsUntil(dataFolder(surroundings), hoursFrom(now, -24 * periods.unconfirmedKeptDays));
      print(aboWords.purged(tidied.purged));
      return 0;
    });
  },
});
