import { hoursBetween, hoursFrom, readableMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { lastTime } from '../../store/queries/last-times.ts';
import { type Statistics, statistics } from '../../store/queries/statistics.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { backupWords } from '../../words/backup.ts';
import { defineCommand } from '../door/command.ts';

/** `abo stats`: numbers without a person, and how old the last backup is. */
export const command = defineCommand({
  help: aboHelp.stats,
  options: {},
  words: 0,
  settings: ['DATA_DIR'],
  async run(_args, surroundings) {
    const { now, print } = surroundings;
    const { numbers, backupAt } = await withData(surroundings, async ({ db }) => ({
      numbers: await statistics(db, hoursFrom(now, -24 * 30)),
      backupAt: await lastTime(db, 'backup'),
    }));
    for (const [name, label] of Object.entries(aboWords.stats)) {
      print(`${label.padEnd(36)}${String(numbers[name as keyof Statistics]).padStart(8)}`);
    }
    print(backupAt ? backupWords.last(readableMoment(backupAt), hoursBetween(backupAt, now)) : backupWords.none);
    return 0;
  },
});
