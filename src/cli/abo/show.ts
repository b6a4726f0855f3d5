import { momentOf } from '../../subscription/moments.ts';
import { isEmptyRecord, personRecord } from '../../subscription/person.ts';
import { recordText } from '../../subscription/record-text.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import type { Command } from '../command.ts';
import { withData } from '../service-process.ts';
import { addressFor } from './address.ts';

/** `abo show ADDRESS`: all that is kept about a person, to print or, with `--json`, to take along. */
export const command: Command = {
  help: aboHelp.show,
  options: { json: { type: 'boolean' } },
  words: 1,
  async run({ words: [text], flags }, surroundings) {
    const address = addressFor('show', text);
    const record = await withData(surroundings, ({ db, secret }) => personRecord(db, secret, address));
    if (flags.json === true) surroundings.print(JSON.stringify(record, null, 2));
    else if (isEmptyRecord(record)) surroundings.print(aboWords.nothingKept(address.email));
    else surroundings.print(recordText(record, momentOf(surroundings.now)));
    return 0;
  },
};
