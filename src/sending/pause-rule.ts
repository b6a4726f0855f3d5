import { pausedAfter, pauseRefused, type Refusal, refusalsToPause } from '../store/queries/refusals.ts';
import type { Database, Moment } from '../store/schema.ts';

/** So many issues in a row may be refused before an address gets no more. */
const issuesInARow = 3;
/** More than this, and more than `few` addresses, are rather a fault of the server than of the readers. */
const largestShare = 0.1;
const few = 5;

/** What the rule did: `held` addresses would be paused if the operator says so. */
export interface PauseResult {
  paused: number;
  held: number;
}

/**
 * Pauses whom a mailing's refusals say to pause, those of its server and those of reports that came later: no mailbox, or refused for three issues in a row. If that is
 * a large part of `total`, nobody is paused unless it is `confirmed`: a relay that is set up wrongly must not cost the
 * list.
 */
export async function pauseByRule(
  db: Database,
  mailing: string,
  total: number,
  { now, isConfirmed, reasonFor }: { now: Moment; isConfirmed: boolean; reasonFor: (refusal: Refusal) => string },
): Promise<PauseResult> {
  const refusals = await refusalsToPause(db, mailing, issuesInARow);
  const all = refusals.length + (await pausedAfter(db, mailing));
  if (refusals.length > 0 && !isConfirmed && all > few && all > total * largestShare) {
    return { paused: 0, held: refusals.length };
  }
  await pauseRefused(db, refusals, now, reasonFor);
  return { paused: refusals.length, held: 0 };
}
