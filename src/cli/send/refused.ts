import { pauseByRule } from '../../sending/pause-rule.ts';
import { momentOf } from '../../subscription/moments.ts';
import type { Database } from '../../subscription/schema.ts';
import { countDeliveries, type Mailing } from '../../subscription/store/mailings.ts';
import { pauseReasons, sendingErrors, sendingWords } from '../../words/sending.ts';
import { CommandError, type Surroundings } from '../command.ts';
import type { OpenIssue } from '../open-issue.ts';
import { lastMailing } from './choose.ts';
import { asOnlySender } from './sender.ts';

/** Pauses the addresses that a finished mailing's refusals say to pause, and tells how many. */
export async function pauseRefused(
  db: Database,
  { id, issueKey }: Mailing,
  isConfirmed: boolean,
  { print, now }: Surroundings,
): Promise<void> {
  const { accepted, failed } = await countDeliveries(db, id);
  const { paused, held } = await pauseByRule(db, id, accepted + failed, {
    now: momentOf(now),
    isConfirmed,
    reasonFor: ({ isGone, code }) => (isGone ? pauseReasons.gone(code) : pauseReasons.refused(code)),
  });
  if (held > 0) print(sendingWords.pauseHeld(issueKey, held));
  if (paused > 0 || isConfirmed) print(sendingWords.paused(paused));
}

/** `--pause-refused`: the operator confirms that so many addresses are dead. */
export function confirmRefused({ issue }: OpenIssue, surroundings: Surroundings): Promise<number> {
  return asOnlySender(surroundings, async (db) => {
    const mailing = await lastMailing(db, issue);
    if (!mailing) throw new CommandError(sendingErrors.neverSent(issue.key));
    await pauseRefused(db, mailing, true, surroundings);
    return 0;
  });
}
