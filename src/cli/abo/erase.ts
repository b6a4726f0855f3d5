import { toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { erasePerson, isEmptyRecord, personRecord } from '../../subscription/operator/person.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';
import { addressFor } from './address.ts';

/** `abo erase ADDRESS`: ends and erases; proofs of consent only with `--with-proof`. */
export const command = defineCommand({
  help: aboHelp.erase,
  options: { 'with-proof': { type: 'boolean' } },
  words: 1,
  settings: ['DATA_DIR'],
  async run({ words: [text], flags }, surroundings) {
    const address = addressFor('erase', text);
    const withProofs = flags['with-proof'] === true;
    await withData(surroundings, async ({ db, secret }) => {
      if (isEmptyRecord(await personRecord(db, secret, address))) {
        surroundings.print(aboWords.nothingKept(address.email));
        return;
      }
      const erased = await erasePerson(db, secret, address, { now: toMoment(surroundings.now), withProofs });
      const { consents } = await personRecord(db, secret, address);
      surroundings.print(aboWords.erased(erased, consents.length));
    });
    return 0;
  },
});
