import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { withData } from '../../store/open-data.ts';
import { leavers, subscribersWithProof } from '../../store/queries/export.ts';
import { writeCsv } from '../../subscription/operator/csv.ts';
import { aboErrors, aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';
import { writeNewFile } from './new-file.ts';

/** `abo export FILE`: subscribers with status and consent, and those who left as hashes. Never overwrites. */
export const command = defineCommand({
  help: aboHelp.export,
  options: {},
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [file] }, surroundings) {
    if (file === undefined) throw new UserError(aboErrors.fileMissing('export'));
    const [subscribers, gone] = await withData(surroundings, async ({ db }) => [
      await subscribersWithProof(db),
      await leavers(db),
    ]);
    writeNewFile(resolve(surroundings.root, file), writeCsv(subscribers, gone));
    surroundings.print(aboWords.exported(file, subscribers.length, gone.length));
    return 0;
  },
});
