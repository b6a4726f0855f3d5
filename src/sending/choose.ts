import type { Issue } from '../model/library.ts';
import { UserError } from '../model/user-error.ts';
import type { Surroundings } from '../settings/surroundings.ts';
import { readableMoment, toMoment } from '../store/moments.ts';
import { countAgain, requeue } from '../store/queries/deliveries.ts';
import { clearUpAfterTheDead } from '../store/queries/left-behind.ts';
import {
  activeSubscribers,
  countDeliveries,
  type Mailing,
  mailingsOf,
  reopenMailing,
  startMailingAfter,
} from '../store/queries/mailings.ts';
import type { Database } from '../store/schema.ts';
import { sendingErrors, sendingWords } from '../words/sending.ts';
import type { Sender } from './as-sender.ts';

/** What an operator can wish of a mailing beside that it goes on. */
export type MailingWish = 'again' | 'retry-unknown' | 'retry-failed' | undefined;

/** Asks whoever sends; `mailing` counts the mailings of an issue, of which the second is its first correction. */
export type Agree = (recipients: number, mailing: number) => Promise<void>;

/**
 * The mailing to go on with: a new one for an issue that was never sent, or for a correction. `edition` is the
 * fingerprint of what would go out; if the mailing began with another one, that is told. Nothing is noted before
 * `agree` has said yes to the number of those who would get it; it throws where it doesn't.
 */
export async function chooseMailing(
  sender: Pick<Sender, 'db' | 'name'>,
  issue: Issue,
  edition: string,
  wish: MailingWish,
  agree: Agree,
  surroundings: Surroundings,
): Promise<Mailing> {
  const { db } = sender;
  const { key } = issue;
  const last = await takeUpMailing(sender, issue, surroundings);
  if (!last) {
    if (wish) throw new UserError(sendingErrors.neverSent(key));
    const started = await start(db, issue, 0, edition, agree, surroundings);
    // Somebody else started it meanwhile: then this sender helps.
    return started ?? chooseMailing(sender, issue, edition, wish, agree, surroundings);
  }
  if (wish === 'again') {
    if (!last.finishedAt) throw new UserError(sendingErrors.notFinished(key));
    const started = await start(db, issue, last.number, edition, agree, surroundings);
    if (!started) throw new UserError(sendingErrors.notFinished(key));
    return started;
  }
  const { queued, ...settled } = await countDeliveries(db, last.id);
  const state = wish && (wish === 'retry-unknown' ? 'unknown' : 'failed');
  const again = state ? await countAgain(db, last.id, state) : 0;
  if (last.finishedAt && again === 0) {
    if (state) throw new UserError(sendingErrors.nothingToRetry(key, state));
    throw new UserError(sendingErrors.alreadySent(key, readableMoment(last.finishedAt), { queued, ...settled }));
  }
  if (last.edition !== null && last.edition !== edition) surroundings.print(sendingWords.changed(key));
  await agree(queued + again, last.number);
  if (state && again > 0) {
    await requeue(db, last.id, state, toMoment(surroundings.now));
    await reopenMailing(db, last.id);
  }
  return last;
}

/** The newest mailing of an issue. */
export async function lastMailing(db: Database, issue: Issue): Promise<Mailing | undefined> {
  const [last] = await mailingsOf(db, issue.id);
  return last;
}

/**
 * The newest mailing of an issue, for one of the senders: what an earlier one had on the wire when it died is unknown from
 * here on, and told.
 */
export async function takeUpMailing(
  { db, name }: Pick<Sender, 'db' | 'name'>,
  issue: Issue,
  { now, print }: Surroundings,
): Promise<Mailing | undefined> {
  const last = await lastMailing(db, issue);
  if (!last) return undefined;
  const { unknown } = await clearUpAfterTheDead(db, last.id, name, toMoment(now));
  if (unknown > 0) print(sendingWords.newUnknown(unknown));
  return last;
}

async function start(
  db: Database,
  issue: Issue,
  last: number,
  edition: string,
  agree: Agree,
  { now, uuid, account }: Surroundings,
): Promise<Mailing | undefined> {
  const recipients = await activeSubscribers(db);
  if (recipients === 0) throw new UserError(sendingErrors.nobody);
  await agree(recipients, last + 1);
  return startMailingAfter(db, last, {
    id: uuid(),
    issue: issue.id,
    issueKey: issue.key,
    startedAt: toMoment(now),
    startedBy: account ?? sendingWords.unknownAccount,
    edition,
  });
}
