import { PassingTrouble } from '../../model/user-error.ts';
import { bounceErrors } from '../../words/incoming.ts';
import { imapMailbox } from './imap.ts';
import { type Mailbox, MailboxAway } from './mailbox.ts';
import { maildir } from './maildir.ts';

/**
 * Opens the mailbox that a setting names, `imaps://name:password@host/INBOX` or the folder of a Maildir, and closes it when
 * the work is done. A mailbox that can't be read, now or in the middle, is a UserError that may pass.
 */
export async function withMailbox<Result>(place: string, work: (mailbox: Mailbox) => Promise<Result>): Promise<Result> {
  let mailbox: Mailbox | undefined;
  const isImap = /^imaps?:\/\//.test(place);
  try {
    mailbox = await (isImap ? imapMailbox(new URL(place)) : maildir(place));
    return await work(mailbox);
  } catch (error) {
    if (!(error instanceof MailboxAway)) throw error;
    throw new PassingTrouble(isImap ? bounceErrors.away(error.reason) : bounceErrors.folderAway(place, error.reason));
  } finally {
    await mailbox?.close();
  }
}
