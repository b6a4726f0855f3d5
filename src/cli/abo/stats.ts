import { hoursBetween, hoursFrom, readableMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { lastTime } from '../../store/queries/last-times.ts';
import { pauseReasonCounts, type Statistics, statistics } from '../../store/queries/statistics.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { backupWords } from '../../words/backup.ts';
import { pauseKind } from '../../words/sending.ts';
import { defineCommand } from '../door/command.ts';

/** `abo stats`: numbers without a person, and how old the last backup is. */
export const command = defineCommand({
  help: aboHelp.stats,
  options: {},
  words: 0,
  settings: ['DATA_DIR'],
  async run(_args, surroundings) {
    const { now, print } = surroundings;
    const { numbers, reasons, backupAt } = await withData(surroundings, async ({ db }) => ({
      numbers: await statistics(db, hoursFrom(now, -24 * 30)),
      reasons: await pauseReasonCounts(db),
      backupAt: await lastTime(db, 'backup'),
    }));
    const line = (label: string, count: number) => print(`${label.padEnd(36)}${String(count).padStart(8)}`);
    for (const [name, label] of Object.entries(aboWords.stats)) {
      line(label, numbers[name as keyof Statistics]);
      if (name !== 'paused') continue;
      for (const [kind, text] of Object.entries(aboWords.pausedBy)) {
        const counts = reasons.filter(({ pauseReason }) => pauseKind(pauseReason) === kind).map(({ count }) => count);
        if (counts.length > 0)
          line(
            text,
            counts.reduce((sum, count) => sum + count, 0),
          );
      }
    }
    print(backupAt ? backupWords.last(readableMoment(backupAt), hoursBetween(backupAt, now)) : backupWords.none);
    return 0;
  },
});
