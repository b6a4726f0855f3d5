/**
 * The tables of the Abo service as the query builder sees them; in the database the names are written with
 * underscores. Moments are text in UTC to the second (`2026-11-24T08:00:00Z`), which sorts by time and reads
 * the same in every database and in a printed proof.
 */
import type { Generated, Kysely } from 'kysely';
import type { FormVersion } from '../model/service-facts.ts';

/** A moment as the database keeps it: UTC, to the second. */
export type Moment = string;

/** What a form said: never changed and never deleted, since consents point at it. */
export interface FormVersionTable extends FormVersion {
  firstSeenAt: Moment;
}

/** What the mail said that asks to confirm: never changed and never deleted, since consents name it. */
export interface MailWordingTable {
  /** SHA-256 of the text; proofs from before this table have other names, and no text. */
  version: string;
  /** What differs from one mail to the next, moment and link, is named in brackets. */
  mailText: string;
  firstSentAt: Moment;
}

/** A sign-up that nobody has confirmed yet. */
export interface RequestTable {
  id: string;
  email: string;
  /** The address in small letters: one person, one key. */
  addressKey: string;
  formVersion: string;
  requestedAt: Moment;
  expiresAt: Moment;
  tokenHash: string;
  /** `refused`: the server won't have the address. `given-up`: there was no more time to try. */
  mailState: 'waiting' | 'mailed' | 'refused' | 'given-up';
  attempts: number;
  nextAttemptAt: Moment;
  /** When the mail was last handed over. */
  mailedAt: Moment | null;
  messageId: string;
  /** Of what was last handed over; empty before. */
  mailVersion: string;
  /** The service that is handing its mail over. */
  takenBy: Generated<string | null>;
}

/** The form of the site, another system, or the name of that system, where a list told it. */
type ConsentSource = 'form' | 'import' | (string & {});

/** Proof of one consent; rows are only added. */
export interface ConsentTable {
  id: string;
  email: string;
  addressKey: string;
  formVersion: string;
  source: ConsentSource;
  requestedAt: Moment | null;
  mailedAt: Moment | null;
  messageId: string | null;
  mailVersion: string | null;
  confirmedAt: Moment;
}

/**
 * Tokens to unsubscribe that don't follow from this database's key: from before tokens were made from it, and from a list
 * that came from another machine. They work as long as their proof is kept.
 */
export interface FormerLinkTable {
  /** SHA-256 of the token. */
  tokenHash: string;
  consent: string;
}

export const withdrawalWays = ['page', 'one-click', 'operator', 'import', 'erasure'] as const;

export type WithdrawalWay = (typeof withdrawalWays)[number];

/** That and how a consent ended; rows are only added. */
export interface WithdrawalTable {
  consent: string;
  withdrawnAt: Moment;
  way: WithdrawalWay;
}

export type SubscriberStatus = 'active' | 'paused';

/** Who gets the next issue; whoever leaves is gone from here at once. */
export interface SubscriberTable {
  /** The id of the consent that it rests on. */
  id: string;
  email: string;
  addressKey: string;
  status: SubscriberStatus;
  statusSince: Moment;
  pauseReason: string | null;
}

/**
 * Keyed hash of an address that left: enough to refuse it, not enough to read it. Or that of a consent's id, where somebody
 * left by a link whose consent isn't known here.
 */
export interface LeaverTable {
  addressHash: string;
  leftAt: Moment;
  /** How; null where it was not noted yet. */
  way: WithdrawalWay | null;
  /** When the proofs were erased too; null where they weren't. */
  erasedAt: Moment | null;
}

interface LeaverRow extends LeaverTable {
  /** When it was noted in the list beside the backups; null until it is, and again when something of it changed. */
  listedAt: Moment | null;
}

/**
 * When something happened last. `clock`: the clock was found to be right. `mail-taken`: the mail server took a mail.
 * `backup`: a backup was made and checked. `probe`: whether anything can be written was tried. `rewrite`: the
 * database was written anew without a rest of what was deleted. `bounces`, `arrival`: their mailbox was read.
 */
interface LastTimeTable {
  event: LastTimeEvent;
  at: Moment;
}

/** `restored`: a backup was put back; what was mailed between the two nobody knows here. */
export type LastTimeEvent = 'clock' | 'mail-taken' | 'backup' | 'restored' | 'probe' | 'rewrite' | MailboxName;

/** `bounces`: for mails that come back. `arrival`: the one that proves that an issue arrives. */
export type MailboxName = 'bounces' | 'arrival';

/** A mailbox that could not be read, until it can. */
export interface MailboxTroubleTable {
  mailbox: MailboxName;
  /** When it could not be read for the first time. */
  since: Moment;
  /** Why not, in a word of the system's or of ours: `login`, `ECONNREFUSED`. */
  cause: string;
}

/**
 * `welcome`: the subscription runs. `goodbye`: it has ended. `way-out`: the link to end it, as somebody asked for.
 * `renamed`: it goes on under another address, since the domain got another name.
 */
type NoticeKind = 'welcome' | 'goodbye' | 'way-out' | 'renamed';

/** A mail to somebody who has or had a subscription, until it is handed over; neither address nor link is in it. */
export interface NoticeTable {
  id: string;
  kind: NoticeKind;
  /** Goes with the proof. */
  consent: string;
  /** How it ended, of a goodbye. */
  way: WithdrawalWay | null;
  since: Moment;
  attempts: number;
  nextAttemptAt: Moment;
  /** The service that is handing it over. */
  takenBy: Generated<string | null>;
}

/** Tells a wrong key before it does harm. */
interface KeyCheckTable {
  fingerprint: string;
}

/** One thing that counts towards a limit; `bucket` is a kind and a keyed hash. */
interface LimitHitTable {
  bucket: string;
  at: Moment;
}

/** One sending of an issue; a correction is a new one. */
export interface MailingTable {
  id: string;
  /** `tag:` URI of the issue: it stays when the folder gets another name. */
  issue: string;
  /** Name of its folder, for people. */
  issueKey: string;
  /** 1, and one more for each correction. */
  number: number;
  startedAt: Moment;
  /** The account that started it. */
  startedBy: string;
  /** When nobody was left to be tried. */
  finishedAt: Moment | null;
  /** SHA-256 of the edition that it began with; null where that was not noted yet. */
  edition: string | null;
}

/**
 * `queued`: to be sent. `claimed`: on the wire. `unknown`: was on the wire when the sender or the connection died, so
 * nobody knows whether it arrived. The other two are the server's word.
 */
export type DeliveryState = 'queued' | 'claimed' | 'accepted' | 'failed' | 'unknown';

/**
 * Why a delivery failed. `address-gone`: there is no such mailbox. `address-refused`: the server refused the address
 * for another reason of the address. `message-refused`: it refused the mail. `given-up`: it put us off too often.
 */
export type DeliveryFailure = 'address-gone' | 'address-refused' | 'message-refused' | 'given-up';

/** What became of a mailing at one subscriber. */
interface DeliveryTable {
  mailing: string;
  /** The id of the consent, so that it goes with the proof; no address. */
  recipient: string;
  state: DeliveryState;
  attempts: number;
  nextAttemptAt: Moment;
  /** The sender that took it on; of a queued one, the sender that is about to. */
  owner: string | null;
  claimedAt: Moment | null;
  settledAt: Moment | null;
  /** To find it in the log of the mail server. */
  messageId: string | null;
  /** The server's last answer. Its words may hold an address: they stay in here. */
  replyCode: number | null;
  replyText: string | null;
  failure: DeliveryFailure | null;
}

/**
 * What a report says of a delivery. `gone`: there is no such mailbox. `refused`: the address was refused for another
 * reason of the address. `message`: the mail was refused. `soft`: given up after tries. `late`: it is still tried.
 * `unclear`: a person has to read it.
 */
export type BounceKind = 'gone' | 'refused' | 'message' | 'soft' | 'late' | 'unclear';

/** A report that a mail did not arrive; goes with the delivery, and so with the proof. */
export interface BounceTable {
  /** SHA-256 of the report's own Message-ID, or of the report where it has none: read twice, it counts once. */
  id: string;
  mailing: string;
  recipient: string;
  kind: BounceKind;
  /** Status code (RFC 3463), if there was one. */
  status: string | null;
  /** The server's words. They may hold an address: they stay in here. */
  said: string | null;
  readAt: Moment;
}

/**
 * Why a mail in the mailbox for reports was left as it is. `foreign`: a report on a mail that isn't ours. `forged`: it
 * names another recipient than that mail had. `answer`: an automatic answer or a letter, no report. `other`: none of these.
 */
export type LeftVerdict = 'foreign' | 'forged' | 'answer' | 'other';

/** A mail that was looked at and left in the mailbox; nothing of its content is kept. */
interface LeftMailTable {
  /** What the mailbox calls it: the name of its file, or its number. */
  name: string;
  verdict: LeftVerdict;
  seenAt: Moment;
}

/** Whether a mailing came to the mailbox that proves it, and what the receiver's server found; no address. */
export interface ArrivalTable {
  mailing: string;
  /** When our server took it. */
  sentAt: Moment;
  arrivedAt: Moment | null;
  /** The receiver's results (RFC 8601), such as `pass`; null where its server says none. */
  spf: string | null;
  dkim: string | null;
  dmarc: string | null;
  /** When somebody was told that it did not come in time. */
  alarmedAt: Moment | null;
}

/** A domain that got another name; asked wherever an address comes in. */
interface DomainRenameTable {
  formerDomain: string;
  domain: string;
  renamedAt: Moment;
}

/** The note at a proof: the address that it was given for, and when its domain got another name. */
interface FormerAddressTable {
  consent: string;
  email: string;
  renamedAt: Moment;
}

/** When the next mail may go to a mail server, for all senders together. */
interface PaceTable {
  /** Its name and port. */
  server: string;
  /** Milliseconds since 1970, by the clock of the database. */
  freeAt: number;
}

/** That the data have moved, or are not whole yet: nobody writes here. */
interface MovedTable {
  /** Where to, without a password; of data that aren't whole, how they came to that. */
  target: string;
  at: Moment;
  /** Where a move on its way here comes from, without a password. */
  source: Generated<string | null>;
  /** The fingerprint of its key. */
  sourceKey: Generated<string | null>;
}

export interface Tables {
  formVersion: FormVersionTable;
  mailWording: MailWordingTable;
  request: RequestTable;
  consent: ConsentTable;
  formerLink: FormerLinkTable;
  withdrawal: WithdrawalTable;
  subscriber: SubscriberTable;
  leaver: LeaverRow;
  keyCheck: KeyCheckTable;
  limitHit: LimitHitTable;
  lastTime: LastTimeTable;
  notice: NoticeTable;
  mailing: MailingTable;
  delivery: DeliveryTable;
  bounce: BounceTable;
  leftMail: LeftMailTable;
  mailboxTrouble: MailboxTroubleTable;
  arrival: ArrivalTable;
  domainRename: DomainRenameTable;
  formerAddress: FormerAddressTable;
  pace: PaceTable;
  moved: MovedTable;
}

export type Database = Kysely<Tables>;
