import { removeMails } from '../../store/data-folder.ts';
import { forgetDeleted } from '../../store/database.ts';
import { engineOf } from '../../store/engine/engine.ts';
import { listLeavers } from '../../store/leaver-list.ts';
import { toMoment } from '../../store/moments.ts';
import { dataFolder, listFolder, withData } from '../../store/open-data.ts';
import { erasePerson, isEmptyRecord, personRecord } from '../../subscription/operator/person.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { defineCommand } from '../door/command.ts';
import { addressFor } from './address.ts';

/**
 * `abo erase ADDRESS`: ends and erases, in every file of the data folder; proofs of consent only with `--with-proof`. The
 * list of leavers knows it too, so that no backup brings the address back.
 */
export const command = defineCommand({
  help: aboHelp.erase,
  options: { 'with-proof': { type: 'boolean' } },
  words: 1,
  settings: ['DATA_DIR', 'BACKUP_DIR'],
  async run({ words: [text], flags }, surroundings) {
    const address = addressFor('erase', text);
    const withProofs = flags['with-proof'] === true;
    await withData(surroundings, async ({ db, secret }) => {
      const mails = removeMails(dataFolder(surroundings), ({ read }) => read().toLowerCase().includes(address.key));
      if (mails > 0) surroundings.print(aboWords.mailsErased(mails));
      if (isEmptyRecord(await personRecord(db, secret, address))) {
        surroundings.print(aboWords.nothingKept(address.email));
        return;
      }
      const erased = await erasePerson(db, secret, address, { now: toMoment(surroundings.now), withProofs });
      const isForgotten = await forgetDeleted(db);
      await listLeavers(db, listFolder(surroundings), toMoment(surroundings.now));
      const { consents } = await personRecord(db, secret, address);
      surroundings.print(aboWords.erased(erased, consents.length));
      if (!isForgotten) surroundings.print(aboWords.logKept);
      if (engineOf(db).kind === 'postgres') surroundings.print(aboWords.serverLog);
    });
    return 0;
  },
});
