import { readableMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
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
    const isClockRight = flags['clock-is-right'] === true;
    const tidied = await withData(surroundings, ({ db }) => {
      const { periods } = frameReader(siteFolder(surroundings))().facts;
      return tidyUp(db, periods, surroundings.now, { isClockRight });
    });
    if (tidied.kind === 'clock') {
      surroundings.printError(aboWords.clock(readableMoment(tidied.known)));
      return 1;
    }
    surroundings.print(aboWords.purged(tidied.purged));
    return 0;
  },
});
