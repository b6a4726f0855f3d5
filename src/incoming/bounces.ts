/** Reads the mailbox for reports: what is ours is noted at its delivery, everything else stays as it is. */
import { nameInReturnPath } from '../mail/return-path.ts';
import { printable } from '../sending/outcome.ts';
import { toMoment } from '../store/moments.ts';
import {
  deliveryNamed,
  forgetLeftMail,
  keepBounce,
  leftMails,
  messageDomains,
  type NamedDelivery,
  noteLeftMail,
} from '../store/queries/bounces.ts';
import type { BounceKind, Database, LeftVerdict } from '../store/schema.ts';
import type { Mailbox, ReceivedMail } from './mailbox/mailbox.ts';
import { bounceKind } from './reports/bounce-kind.ts';
import type { RecipientStatus } from './reports/recipient-status.ts';
import { type BounceReport, isSameAddress, readReport } from './reports/report.ts';

/** What a mail in the mailbox turned out to be. */
type Judgement =
  | { kind: 'ours'; report: BounceReport; delivery: NamedDelivery; said: RecipientStatus; bounce: BounceKind }
  /** Its delivery is still under way: the next time. */
  | { kind: 'too-early' }
  | { kind: 'left'; verdict: LeftVerdict };

/** How many mails were what. */
export interface BounceCounts {
  kinds: Partial<Record<BounceKind, number>>;
  left: Partial<Record<LeftVerdict, number>>;
}

interface BounceParts {
  db: Database;
  now: () => Temporal.Instant;
}

/**
 * Reads what is new. A report is kept together with what it changes, then it is put away: if the process dies between
 * the two, it is read again and counts once, by its own Message-ID.
 */
export async function readBounces(mailbox: Mailbox, { db, now }: BounceParts): Promise<BounceCounts> {
  const counts: BounceCounts = { kinds: {}, left: {} };
  const known = new Set((await leftMails(db)).map(({ name }) => name));
  const mails = await mailbox.mails();
  for (const mail of mails) {
    if (known.has(mail.name)) continue;
    const judgement = await judge(mail, db);
    if (judgement === undefined || judgement.kind === 'too-early') continue;
    if (judgement.kind === 'left') {
      await noteLeftMail(db, mail.name, judgement.verdict, toMoment(now()));
      counts.left[judgement.verdict] = (counts.left[judgement.verdict] ?? 0) + 1;
      continue;
    }
    const { report, delivery, said, bounce } = judgement;
    const isNew = await keepBounce(db, {
      id: report.id,
      mailing: delivery.mailing,
      recipient: delivery.recipient,
      kind: bounce,
      status: said.status || null,
      said: printable(said.said) || null,
      readAt: toMoment(now()),
    });
    await mail.putAway();
    if (isNew) counts.kinds[bounce] = (counts.kinds[bounce] ?? 0) + 1;
  }
  const present = new Set(mails.map(({ name }) => name));
  for (const name of known) if (!present.has(name)) await forgetLeftMail(db, name);
  return counts;
}

async function judge(mail: ReceivedMail, db: Database): Promise<Judgement | undefined> {
  const raw = await mail.read();
  return raw ? judgeMail(raw, db) : undefined;
}

/** Says what a mail is, and changes nothing. */
async function judgeMail(raw: Buffer, db: Database): Promise<Judgement> {
  // One that no reader gets through stays where it is, like whatever else is no report; the others have their turn.
  const reading = await readReport(raw).catch(() => ({ kind: 'other' }) as const);
  if (reading.kind !== 'report') return { kind: 'left', verdict: reading.kind };
  const { report } = reading;
  const delivery = await deliveryNamed(db, [...report.messageIds, ...(await namedByAddress(report, db))]);
  if (!delivery) return { kind: 'left', verdict: 'foreign' };
  const isTheirs = (address: string) => delivery.addresses.some((one) => isSameAddress(one, address));
  const about = report.recipients.find(({ final }) => isTheirs(final));
  // Passed on to another address, which did not take it: whether the first one is dead a person has to say.
  const passedOn = report.recipients.find(({ original }) => original !== '' && isTheirs(original));
  const said = about ?? passedOn;
  if (!said) return { kind: 'left', verdict: 'forged' };
  // Nothing is sure of a mail that was never sent, or is being sent right now.
  if (delivery.state === 'queued' || delivery.state === 'claimed') return { kind: 'too-early' };
  const bounce = bounceKind(said);
  if (bounce === undefined) return { kind: 'left', verdict: 'other' };
  return { kind: 'ours', report, delivery, said, bounce: about || bounce === 'late' ? bounce : 'unclear' };
}

/** Message-IDs by the addresses that a report came to, where the address in MAIL FROM names the mail (VERP). */
async function namedByAddress({ cameTo }: BounceReport, db: Database): Promise<string[]> {
  const names = cameTo.flatMap((address) => nameInReturnPath(address) ?? []);
  if (names.length === 0) return [];
  const domains = await messageDomains(db);
  return names.flatMap((name) => domains.map((domain) => `<${name}@${domain}>`));
}

/** Deletes reports that were put away before a moment; returns how many there were. */
export async function removePutAway(mailbox: Mailbox, before: Temporal.Instant): Promise<number> {
  const old = (await mailbox.putAwayMails()).filter(
    ({ receivedAt }) => Temporal.Instant.compare(receivedAt, before) < 0,
  );
  for (const mail of old) await mail.remove();
  return old.length;
}

/** Deletes the reports on a person that were put away: those that name an address or a mail of theirs. */
export async function removeReportsOn(
  mailbox: Mailbox,
  { addresses, messageIds }: { addresses: readonly string[]; messageIds: ReadonlySet<string> },
): Promise<number> {
  let removed = 0;
  for (const mail of await mailbox.putAwayMails()) {
    const raw = await mail.read();
    const reading = raw && (await readReport(raw));
    if (!raw || reading?.kind !== 'report') continue;
    const { report } = reading;
    const isTheirs = (address: string) => addresses.some((one) => isSameAddress(one, address));
    const isOnPerson =
      report.recipients.some(({ final, original }) => isTheirs(final) || isTheirs(original)) ||
      report.messageIds.some((id) => messageIds.has(id));
    if (!isOnPerson) continue;
    await mail.remove();
    removed += 1;
  }
  return removed;
}
