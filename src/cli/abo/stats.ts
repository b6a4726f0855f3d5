import { hoursFrom } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { type Statistics, statistics } from '../../store/queries/statistics.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';

/** `abo stats`: numbers without a person. */
export const command = defineCommand({
  help: aboHelp.stats,
  options: {},
  words: 0,
  settings: ['DATA_DIR'],
  async run(_args, surroundings) {
    const numbers = await withData(surroundings, ({ db }) => statistics(db, hoursFrom(surroundings.now, -24 * 30)));
    for (const [name, label] of Object.entries(aboWords.stats)) {
      surroundings.print(`${label.padEnd(36)}${String(numbers[name as keyof Statistics]).padStart(8)}`);
    }
    return 0;
  },
});
