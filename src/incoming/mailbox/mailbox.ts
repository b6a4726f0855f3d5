/** A mail as it lies in a mailbox. */
export interface ReceivedMail {
  /** What the mailbox calls it, for good. */
  name: string;
  /** When the mailbox got it. */
  receivedAt: Temporal.Instant;
  /** The message, its first {@link mostBytes} if it is longer; undefined if it is gone meanwhile. */
  read: () => Promise<Buffer | undefined>;
  /** Moves it to the folder of those that were read, in one step; one that is gone is no error. */
  putAway: () => Promise<void>;
  remove: () => Promise<void>;
}

/** A mailbox that is read; what isn't put away stays as it is, unread if it was. */
export interface Mailbox {
  /** What is in it, the oldest first. */
  mails: () => Promise<ReceivedMail[]>;
  /** What was put away, the oldest first. */
  putAwayMails: () => Promise<ReceivedMail[]>;
  /** The mail with a Message-ID (in angle brackets) that came since a moment, in the inbox or among unwanted mail. */
  find: (messageId: string, since: Temporal.Instant) => Promise<ReceivedMail | undefined>;
  close: () => Promise<void>;
}

/** A mailbox can't be opened or read now; `reason` is the system's or the server's word, without a password. */
export class MailboxAway extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`mailbox away: ${reason}`);
    this.reason = reason;
  }
}

/** The reason where a server refuses name or password. */
export const wrongLogin = 'login';

/** The folder beside the inbox for reports that were read. */
export const putAwayFolder = 'Kurrende';

/** A report is small; of what is longer the beginning says all. */
export const mostBytes = 1_000_000;
