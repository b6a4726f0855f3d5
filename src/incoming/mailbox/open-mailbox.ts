import { imapMailbox } from './imap.ts';
import type { Mailbox } from './mailbox.ts';
import { maildir } from './maildir.ts';

/** Opens the mailbox that a setting names: `imaps://name:password@host/INBOX`, or the folder of a Maildir. */
export function openMailbox(place: string): Promise<Mailbox> {
  return /^imaps?:\/\//.test(place) ? imapMailbox(new URL(place)) : maildir(place);
}
