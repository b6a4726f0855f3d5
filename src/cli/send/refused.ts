import type { OpenIssue } from '../../build/open-issue.ts';
import { UserError } from '../../model/user-error.ts';
import { asSender } from '../../sending/as-sender.ts';
import { lastMailing } from '../../sending/choose.ts';
import { pauseByRule } from '../../sending/pause-rule.ts';
import type { Surroundings } from '../../settings/surroundings.ts';
import { toMoment } from '../../store/moments.ts';
import { withData } from '../../store/open-data.ts';
import { failedDeliveries } from '../../store/queries/deliveries.ts';
import { countDeliveries, type Mailing } from '../../store/queries/mailings.ts';
import type { Database } from '../../store/schema.ts';
import { pauseReasons, sendingErrors, sendingWords } from '../../words/sending.ts';

/** Pauses the addresses that a finished mailing's refusals say to pause, and tells how many. */
export async function pauseAfterRefusals(
  db: Database,
  { id, issueKey }: Mailing,
  isConfirmed: boolean,
  { print, now }: Surroundings,
): Promise<void> {
  const { accepted, failed } = await countDeliveries(db, id);
  const { paused, held } = await pauseByRule(db, id, accepted + failed, {
    now: toMoment(now),
    isConfirmed,
    reasonFor: ({ isGone, code }) => (isGone ? pauseReasons.gone(code) : pauseReasons.refused(code)),
  });
  if (held > 0) print(sendingWords.pauseHeld(issueKey, held));
  if (paused > 0 || isConfirmed) print(sendingWords.paused(paused));
}

/** `--failed`: who was refused, with the answers. */
export function showFailed({ issue }: OpenIssue, surroundings: Surroundings<'DATA_DIR'>): Promise<number> {
  return withData(surroundings, async ({ db }) => {
    const mailing = await lastMailing(db, issue);
    if (!mailing) throw new UserError(sendingErrors.neverSent(issue.key));
    const rows = await failedDeliveries(db, mailing.id);
    surroundings.print(
      rows.length === 0 ? sendingWords.failedNone(issue.key) : sendingWords.failedList(issue.key, rows),
    );
    return 0;
  });
}

/** `--pause-refused`: the operator confirms that so many addresses are dead. */
export function confirmRefused({ issue }: OpenIssue, surroundings: Surroundings<'DATA_DIR'>): Promise<number> {
  return asSender(surroundings, async ({ db }) => {
    const mailing = await lastMailing(db, issue);
    if (!mailing) throw new UserError(sendingErrors.neverSent(issue.key));
    await pauseAfterRefusals(db, mailing, true, surroundings);
    return 0;
  });
}
