import type { Database, MailboxName, MailboxTroubleTable, Moment } from '../schema.ts';
import { forgetTime } from './last-times.ts';

/** Notes that a mailbox could not be read, and why; since when stays as long as no look succeeds. */
export async function noteMailboxTrouble(db: Database, mailbox: MailboxName, cause: string, at: Moment): Promise<void> {
  await db
    .insertInto('mailboxTrouble')
    .values({ mailbox, since: at, cause })
    .onConflict((conflict) => conflict.column('mailbox').doUpdateSet({ cause }))
    .execute();
}

/** The mailbox could be read. */
export async function forgetMailboxTrouble(db: Database, mailbox: MailboxName): Promise<void> {
  await db.deleteFrom('mailboxTrouble').where('mailbox', '=', mailbox).execute();
}

/** The mailbox is read no more: neither is it overdue. */
export async function forgetMailbox(db: Database, mailbox: MailboxName): Promise<void> {
  await forgetMailboxTrouble(db, mailbox);
  await forgetTime(db, mailbox);
}

/** The mailboxes that could not be read when somebody last looked. */
export function mailboxTroubles(db: Database): Promise<MailboxTroubleTable[]> {
  return db.selectFrom('mailboxTrouble').selectAll().orderBy('mailbox', 'desc').execute();
}
