import { toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { isEmptyRecord, personRecord } from '../../subscription/operator/person.ts';
import { recordText } from '../../subscription/operator/record-text.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';
import { addressFor } from './address.ts';

/** `abo show ADDRESS`: all that is kept about a person, to print or, with `--json`, to take along. */
export const command = defineCommand({
  help: aboHelp.show,
  options: { json: { type: 'boolean' } },
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [text], flags }, surroundings) {
    const address = addressFor('show', text);
    const record = await withData(surroundings, ({ db, secret }) => personRecord(db, secret, address));
    if (flags.json === true) surroundings.print(JSON.stringify(record, null, 2));
    else if (isEmptyRecord(record)) surroundings.print(aboWords.nothingKept(address.email));
    else surroundings.print(recordText(record, toMoment(surroundings.now)));
    return 0;
  },
});
