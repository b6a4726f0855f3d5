import { resolve } from 'node:path';
import { writeCsv } from '../../subscription/csv.ts';
import { leavers, subscribersWithProof } from '../../subscription/store/export.ts';
import { aboErrors, aboHelp, aboWords } from '../../words/abo-commands.ts';
import { type Command, CommandError } from '../command.ts';
import { withData } from '../service-process.ts';
import { writeNewFile } from './new-file.ts';

/** `abo export FILE`: subscribers with status and consent, and those who left as hashes. Never overwrites. */
export const command: Command = {
  help: aboHelp.export,
  options: {},
  words: 1,
  async run({ words: [file] }, surroundings) {
    if (file === undefined) throw new CommandError(aboErrors.fileMissing('export'));
    const [subscribers, gone] = await withData(surroundings, async ({ db }) => [
      await subscribersWithProof(db),
      await leavers(db),
    ]);
    writeNewFile(resolve(surroundings.root, file), writeCsv(subscribers, gone));
    surroundings.print(aboWords.exported(file, subscribers.length, gone.length));
    return 0;
  },
};
