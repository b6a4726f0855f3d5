import type { Surroundings } from '../../settings/surroundings.ts';
import { dataPlace, hasDatabase, withData } from '../../store/open-data.ts';
import { forgetMailbox } from '../../store/queries/mailbox-troubles.ts';
import type { MailboxName } from '../../store/schema.ts';

/** Notes that a mailbox has no setting any more, so that nobody is told of its troubles; where there are no data, nothing. */
export async function noteGivenUp(mailbox: MailboxName, surroundings: Surroundings<'DATA_DIR'>): Promise<void> {
  // That the setting is missing is what there is to tell, whatever keeps the data away.
  const isThere = await hasDatabase(dataPlace(surroundings)).catch(() => false);
  if (isThere) await withData(surroundings, ({ db }) => forgetMailbox(db, mailbox));
}
