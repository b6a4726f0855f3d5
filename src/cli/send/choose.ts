import { momentOf, readableMoment } from '../../subscription/moments.ts';
import type { Database } from '../../subscription/schema.ts';
import { abandonClaims, requeue } from '../../subscription/store/deliveries.ts';
import {
  activeSubscribers,
  countDeliveries,
  type Mailing,
  mailingsOf,
  reopenMailing,
  startMailing,
} from '../../subscription/store/mailings.ts';
import { sendingErrors, sendingWords } from '../../words/sending.ts';
import { CommandError, type Surroundings } from '../command.ts';
import type { OpenIssue } from '../open-issue.ts';

/** What an operator can wish of a mailing beside that it goes on. */
export type MailingWish = 'again' | 'retry-unknown' | 'retry-failed' | undefined;

/**
 * The mailing to go on with: a new one for an issue that was never sent, or for a correction. `edition` is the
 * fingerprint of what would go out; if the mailing began with another one, that is told.
 */
export async function chooseMailing(
  db: Database,
  issue: OpenIssue['issue'],
  edition: string,
  wish: MailingWish,
  surroundings: Surroundings,
): Promise<Mailing> {
  const { key } = issue;
  const last = await takeUpMailing(db, issue, surroundings);
  if (!last) {
    if (wish) throw new CommandError(sendingErrors.neverSent(key));
    return start(db, issue, edition, surroundings);
  }
  if (wish === 'again') {
    if (!last.finishedAt) throw new CommandError(sendingErrors.notFinished(key));
    return start(db, issue, edition, surroundings);
  }
  if (wish) {
    const state = wish === 'retry-unknown' ? 'unknown' : 'failed';
    const count = await requeue(db, last.id, state, momentOf(surroundings.now));
    if (count > 0) await reopenMailing(db, last.id);
    else if (last.finishedAt) throw new CommandError(sendingErrors.nothingToRetry(key, state));
  } else if (last.finishedAt) {
    const counts = await countDeliveries(db, last.id);
    throw new CommandError(sendingErrors.alreadySent(key, readableMoment(last.finishedAt), counts));
  }
  if (last.edition !== null && last.edition !== edition) surroundings.print(sendingWords.changed(key));
  return last;
}

/** The newest mailing of an issue. */
export async function lastMailing(db: Database, issue: OpenIssue['issue']): Promise<Mailing | undefined> {
  const [last] = await mailingsOf(db, issue.id);
  return last;
}

/**
 * The newest mailing of an issue, for the holder of the sender's lock: what an earlier sender had on the wire when it
 * died is unknown from here on, and told.
 */
export async function takeUpMailing(
  db: Database,
  issue: OpenIssue['issue'],
  { now, print }: Surroundings,
): Promise<Mailing | undefined> {
  const last = await lastMailing(db, issue);
  const unknown = last ? await abandonClaims(db, last.id, momentOf(now)) : 0;
  if (unknown > 0) print(sendingWords.newUnknown(unknown));
  return last;
}

async function start(
  db: Database,
  issue: OpenIssue['issue'],
  edition: string,
  { now, uuid, env }: Surroundings,
): Promise<Mailing> {
  if ((await activeSubscribers(db)) === 0) throw new CommandError(sendingErrors.nobody);
  return startMailing(db, {
    id: uuid(),
    issue: issue.id,
    issueKey: issue.key,
    startedAt: momentOf(now),
    startedBy: env.SUDO_USER || env.USER || env.LOGNAME || 'unbekannt',
    edition,
  });
}
