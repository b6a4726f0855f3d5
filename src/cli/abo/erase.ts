import { removeReportsOn } from '../../incoming/bounces.ts';
import { MailboxAway } from '../../incoming/mailbox/mailbox.ts';
import { withMailbox } from '../../incoming/mailbox/open-mailbox.ts';
import { UserError } from '../../model/user-error.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { removeMails } from '../../store/data-folder.ts';
import { forgetDeleted } from '../../store/database.ts';
import { engineOf } from '../../store/engine/engine.ts';
import { listLeavers } from '../../store/leaver-list.ts';
import { toMoment } from '../../store/moments.ts';
import { dataFolder, listFolder, withData } from '../../store/open-data.ts';
import { deliveriesOf } from '../../store/queries/delivery-record.ts';
import { allNames, currentAddress, domainRenames } from '../../store/queries/domain-renames.ts';
import type { Database } from '../../store/schema.ts';
import { erasePerson, isEmptyRecord, personRecord } from '../../subscription/operator/person.ts';
import { aboHelp, aboWords } from '../../words/abo-commands.ts';
import { bounceWords } from '../../words/incoming.ts';
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
  settings: ['DATA_DIR', 'BACKUP_DIR', 'BOUNCE_MAILBOX'],
  async run({ words: [text], flags }, surroundings) {
    const typed = addressFor('erase', text);
    const withProofs = flags['with-proof'] === true;
    await withData(surroundings, async ({ db, secret }) => {
      const address = await currentAddress(db, typed);
      const names = allNames(address.key, await domainRenames(db));
      const mails = removeMails(dataFolder(surroundings), ({ read }) => {
        const mail = read().toLowerCase();
        return names.some((name) => mail.includes(name));
      });
      if (mails > 0) surroundings.print(aboWords.mailsErased(mails, surroundings.settings.DATA_DIR));
      if (isEmptyRecord(await personRecord(db, secret, address))) {
        surroundings.print(aboWords.nothingKept(address.email));
        return;
      }
      // While it is known which mails were theirs.
      await eraseReports(db, address.key, names, surroundings);
      const erased = await erasePerson(db, secret, address, { now: toMoment(surroundings.now), withProofs });
      const isForgotten = await forgetDeleted(db);
      await listLeavers(db, listFolder(surroundings), toMoment(surroundings.now));
      const { consents } = await personRecord(db, secret, address);
      surroundings.print(aboWords.erased(erased, consents.length));
      const { kind } = engineOf(db);
      if (!isForgotten) surroundings.print(aboWords.filesKept[kind]);
      if (kind === 'postgres') surroundings.print(aboWords.serverLog);
    });
    return 0;
  },
});

/** Reports that were read and still lie in the mailbox hold the address too. */
async function eraseReports(
  db: Database,
  addressKey: string,
  addresses: readonly string[],
  { settings, print }: Surroundings<'BOUNCE_MAILBOX'>,
): Promise<void> {
  const place = settings.BOUNCE_MAILBOX;
  if (place === undefined) return;
  const deliveries = await deliveriesOf(db, addressKey);
  const messageIds = new Set(deliveries.flatMap(({ messageId }) => messageId ?? []));
  try {
    const removed = await withMailbox(place, (mailbox) => removeReportsOn(mailbox, { addresses, messageIds }));
    if (removed > 0) print(bounceWords.erased(removed));
  } catch (error) {
    if (!(error instanceof UserError && error.cause instanceof MailboxAway)) throw error;
    print(bounceWords.notErased);
  }
}
