import type { Figures } from '../model/figures.ts';
import { hoursFrom, toMoment } from '../store/moments.ts';
import { countedMailings } from '../store/queries/figures.ts';
import { statistics } from '../store/queries/statistics.ts';
import type { Database } from '../store/schema.ts';

/** The figures as they are now; what is on the wire counts as waiting. */
export async function presentFigures(db: Database, now: Temporal.Instant): Promise<Omit<Figures, 'due'>> {
  const { active, paused, requests, confirmedSince, leftSince } = await statistics(db, hoursFrom(now, -24 * 30));
  const mailings = await countedMailings(db);
  return {
    writtenAt: toMoment(now),
    subscriptions: { active, paused, requests, confirmed: confirmedSince, left: leftSince },
    mailings: mailings.map(({ issueKey, queued, claimed, ...mailing }) => ({
      issue: issueKey,
      ...mailing,
      queued: queued + claimed,
    })),
  };
}
