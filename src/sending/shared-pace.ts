import { setTimeout as sleep } from 'node:timers/promises';
import { holdTurns, takeTurns } from '../store/queries/pace.ts';
import type { Database } from '../store/schema.ts';
import { type Pace, turnsAtOnce } from './pace.ts';

/**
 * The pace of all senders together to one mail server: turns are given out by the database, several at a time so that it isn't
 * asked for each mail, and a rest that one of them takes is a rest for all.
 */
export function createSharedPace(db: Database, server: string, perMinute: number, signal: AbortSignal): Pace {
  const most = turnsAtOnce(perMinute);
  let left = 0;
  let taking: Promise<void> | undefined;
  let holding: Promise<void> = Promise.resolve();

  const take = async () => {
    await holding;
    const waitMs = await takeTurns(db, server, (most * 60_000) / perMinute);
    if (waitMs > 0) await sleep(waitMs, undefined, { signal });
    left = most;
  };
  return {
    async turn() {
      while (left === 0) {
        signal.throwIfAborted();
        taking ??= take().finally(() => {
          taking = undefined;
        });
        await taking;
      }
      left -= 1;
    },
    rest(pause) {
      left = 0;
      holding = holdTurns(db, server, pause.total('milliseconds'));
      holding.catch(() => {});
    },
  };
}
