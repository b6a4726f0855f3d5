import { setTimeout as sleep } from 'node:timers/promises';
import pThrottle from 'p-throttle';

/** How fast messages may start. */
export interface Pace {
  /** Resolves when the next message may start; rejects when `signal` ends the wait. */
  turn(): Promise<void>;
  /** Lets nobody start for a while. */
  rest(pause: Temporal.Duration): void;
}

/** Spreads `perMinute` messages evenly: a relay counts over a sliding time and holds a burst against its sender. */
export function createPace(perMinute: number, signal: AbortSignal): Pace {
  const limit = Math.ceil(perMinute / 600);
  const throttle = pThrottle({ limit, interval: (limit * 60_000) / perMinute, strict: true, signal });
  const slot = throttle(async () => {});
  let resting: Promise<unknown> = Promise.resolve();
  return {
    async turn() {
      await resting;
      await slot();
    },
    rest(pause) {
      resting = sleep(pause.total('milliseconds'), undefined, { signal });
      resting.catch(() => {});
    },
  };
}
