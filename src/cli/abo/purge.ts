import { withData } from '../../store/open-data.ts';
import { purgeData } from '../../subscription/service.ts';
import { frameReader, siteFolder } from '../../subscription/web/frame-folder.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';

/** `abo purge`: deletes what its time is over for, as the service does every hour. */
export const command = defineCommand({
  help: aboHelp.purge,
  options: {},
  words: 0,
  settings: ['DATA_DIR', 'ABO_SITE'],
  async run(_args, surroundings) {
    const purged = await withData(surroundings, ({ db }) => {
      const { periods } = frameReader(siteFolder(surroundings))().facts;
      return purgeData(db, periods, surroundings.now);
    });
    surroundings.print(aboWords.purged(purged));
    return 0;
  },
});
