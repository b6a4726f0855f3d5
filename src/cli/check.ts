import { inspected, openProject } from '../build/project.ts';
import { formatReading, hasErrors } from '../build/report.ts';
import { workingDay } from '../settings/working-day.ts';
import { reportWords } from '../words/commands.ts';
import { commandHelp } from '../words/help.ts';
import { mend } from './check/mend.ts';
import { defineCommand } from './door/command.ts';

/** `npm run check`: every problem of every file; with `--fix` mends what needs no thought first. */
export const command = defineCommand({
  help: commandHelp.check,
  options: { fix: { type: 'boolean' }, release: { type: 'boolean' } },
  words: 0,
  settings: ['BUILD_DATE'],
  async run({ flags }, surroundings) {
    const read = openProject(surroundings);
    const today = workingDay(surroundings);
    const release = flags.release === true;
    if (flags.fix === true) {
      for (const problem of mend(read({ today, mode: 'publish' }), today, surroundings)) {
        surroundings.print(reportWords.mended(problem));
      }
    }
    const reading = await inspected(read({ today, mode: 'publish', release }), surroundings);
    const text = formatReading(reading, read({ today, mode: 'preview' }), { notes: true });
    if (!hasErrors(reading)) {
      surroundings.print(text);
      return 0;
    }
    surroundings.printError(text);
    return 1;
  },
});
