import { setTimeout } from 'node:timers/promises';

/** How fast messages may start. */
export interface Pace {
  /** Resolves when the next message may start; undefined if it may at once. Throws or rejects when `signal` ends the mailing. */
  turn(): Promise<void> | undefined;
  /** Lets nobody start for a while. */
  rest(pause: Temporal.Duration): void;
}

/** Turns that are given out at a time: those of a tenth of a second. */
export const turnsAtOnce = (perMinute: number) => Math.ceil(perMinute / 600);

/**
 * Spreads `perMinute` messages evenly: a relay counts over a sliding time and holds a burst against its sender. Turns that
 * nobody took in their tenth of a second are gone. There is no timer and no promise for a message that needn't wait.
 */
export function createPace(
  perMinute: number,
  signal: AbortSignal,
  sleep = (ms: number): Promise<void> => setTimeout(ms, undefined, { signal }),
): Pace {
  const most = turnsAtOnce(perMinute);
  const interval = (most * 60_000) / perMinute;
  let left = 0;
  let nextAt = Number.NEGATIVE_INFINITY;
  const isGiven = () => {
    const now = performance.now();
    if (now >= nextAt) {
      nextAt = now + interval;
      left = most;
    }
    if (left === 0) return false;
    left -= 1;
    return true;
  };
  const waited = async () => {
    do {
      await sleep(Math.max(1, nextAt - performance.now()));
    } while (!isGiven());
  };
  return {
    turn() {
      signal.throwIfAborted();
      return isGiven() ? undefined : waited();
    },
    rest(pause) {
      left = 0;
      nextAt = Math.max(nextAt, performance.now() + pause.total('milliseconds'));
    },
  };
}
