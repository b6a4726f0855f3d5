import { resolve } from 'node:path';
import { UserError } from '../../model/user-error.ts';
import { withData } from '../../store/open-data.ts';
import { subscribersWithProof } from '../../store/queries/export.ts';
import { leavers } from '../../store/queries/leavers.ts';
import { linkHashes } from '../../store/queries/links.ts';
import { type CsvSubscriber, writeCsv } from '../../subscription/operator/csv.ts';
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
    const [subscribers, gone] = await withData(surroundings, async ({ db, secret }) => {
      const rows: CsvSubscriber[] = [];
      for (const row of await subscribersWithProof(db)) {
        const links = await linkHashes(db, row.email.toLowerCase(), secret);
        rows.push({ ...row, formerLinks: links.join(' ') });
      }
      return [rows, await leavers(db)] as const;
    });
    writeNewFile(resolve(surroundings.root, file), writeCsv(subscribers, gone));
    surroundings.print(aboWords.exported(file, subscribers.length, gone.length));
    return 0;
  },
});
