import { toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { currentAddress } from '../../store/queries/domain-renames.ts';
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
    const typed = addressFor('show', text);
    const { address, record } = await withData(surroundings, async ({ db, secret }) => {
      const current = await currentAddress(db, typed);
      return { address: current, record: await personRecord(db, secret, current) };
    });
    if (flags.json === true) surroundings.print(JSON.stringify(record, null, 2));
    else if (isEmptyRecord(record)) surroundings.print(aboWords.nothingKept(address.email));
    else surroundings.print(recordText(record, toMoment(surroundings.now)));
    return 0;
  },
});
