import { PassingTrouble, UserError } from '../../model/user-error.ts';
import { toMoment } from '../../store/moments.ts';
import { noteTime } from '../../store/queries/last-times.ts';
import { forgetMailboxTrouble, noteMailboxTrouble } from '../../store/queries/mailbox-troubles.ts';
import type { Database, MailboxName } from '../../store/schema.ts';
import { bounceErrors } from '../../words/incoming.ts';
import { imapMailbox } from './imap.ts';
import { type Mailbox, MailboxAway, wrongLogin } from './mailbox.ts';
import { maildir } from './maildir.ts';

/**
 * Opens the mailbox that a setting names, `imaps://name:password@host/INBOX` or the folder of a Maildir, and closes it when
 * the work is done. A mailbox that can't be read, now or in the middle, is a UserError with a MailboxAway for its cause; it
 * is one that may pass, but where the server refuses name or password, or the folder is none that could be a Maildir or isn't
 * ours to read: then the setting is wrong.
 */
export async function withMailbox<Result>(place: string, work: (mailbox: Mailbox) => Promise<Result>): Promise<Result> {
  let mailbox: Mailbox | undefined;
  const isImap = /^imaps?:\/\//.test(place);
  try {
    mailbox = await (isImap ? imapMailbox(new URL(place)) : maildir(place));
    return await work(mailbox);
  } catch (error) {
    if (!(error instanceof MailboxAway)) throw error;
    const told = isImap ? bounceErrors.away(error.reason) : bounceErrors.folderAway(place, error.reason);
    const isWrong = isImap ? error.reason === wrongLogin : wrongFolder.has(error.reason);
    throw new (isWrong ? UserError : PassingTrouble)(told, { cause: error });
  } finally {
    await mailbox?.close();
  }
}

/** What a system says of a folder that a wrong setting names, and of none that is away for a while. */
const wrongFolder: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'ENAMETOOLONG', 'ELOOP']);

interface Look {
  db: Database;
  mailbox: MailboxName;
  place: string;
  now: Temporal.Instant;
}

/** The same for a mailbox that is read again and again: notes that it could be read, or why not, for health and doctor. */
export async function readMailbox<Result>(
  { db, mailbox, place, now }: Look,
  work: (mailbox: Mailbox) => Promise<Result>,
): Promise<Result> {
  try {
    const result = await withMailbox(place, work);
    await noteTime(db, mailbox, toMoment(now));
    await forgetMailboxTrouble(db, mailbox);
    return result;
  } catch (error) {
    if (error instanceof UserError && error.cause instanceof MailboxAway) {
      await noteMailboxTrouble(db, mailbox, wordOf(error.cause.reason), toMoment(now));
    }
    throw error;
  }
}

/** What a server says in sentences may name accounts: only the command that heard it tells that. */
const wordOf = (reason: string) => (/^[\w-]{1,40}$/.test(reason) ? reason : 'unknown');
