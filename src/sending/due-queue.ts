import { EventEmitter, once } from 'node:events';
import { hoursFrom, toMoment } from '../store/moments.ts';
import { type DueDelivery, nextDueAt, putAside } from '../store/queries/due-deliveries.ts';
import { clearUpAfterTheDead } from '../store/queries/left-behind.ts';
import type { Database } from '../store/schema.ts';

/** How many deliveries are in memory at most, whatever the size of the list; and those that other senders wait for. */
const batchSize = 200;
const longestWaitMs = 60_000;
/** No pause between two tries is as long. */
const longestPauseHours = 2;

export interface DueQueue {
  /** Waits for a delivery that is due. Undefined when none is left or `signal` ended the wait. */
  next(): Promise<DueDelivery | undefined>;
  /** When the next one is due that nobody waited for, if there is one. */
  putOffUntil(): string | undefined;
  /** Gives a delivery back, whatever became of it. */
  release(recipient: string): void;
}

/** Hands the queued deliveries of a mailing, as its sender `owner` puts them aside, to several takers, each to one at a time. */
export function dueQueue(
  db: Database,
  mailing: string,
  {
    owner,
    now,
    signal,
    patience,
    onLeftBehind,
  }: {
    owner: string;
    now: () => Temporal.Instant;
    signal: AbortSignal;
    patience?: Temporal.Duration | undefined;
    /** Told of what became unknown because another sender died. */
    onLeftBehind: (unknown: number) => void;
  },
): DueQueue {
  let putOff: string | undefined;
  const released = new EventEmitter();
  released.setMaxListeners(0);
  const held = new Set<string>();
  let batch: DueDelivery[] = [];
  let after = '';
  let refilling: Promise<void> | undefined;

  const refill = async () => {
    const found = await putAside(db, mailing, {
      owner,
      now: toMoment(now()),
      farOff: hoursFrom(now(), longestPauseHours),
      after,
      most: batchSize,
    });
    batch = found.filter(({ id }) => !held.has(id));
    // At the end it starts over, for those that were put off.
    after = found.length === batchSize ? (found.at(-1)?.id ?? '') : '';
  };

  const wait = async (dueAt: string | undefined) => {
    const ms = dueAt ? Temporal.Instant.from(dueAt).epochMilliseconds - now().epochMilliseconds : longestWaitMs;
    // What others hold may count as due: then their release is what to wait for.
    const timeout = AbortSignal.timeout(Math.min(Math.max(ms, held.size > 0 ? 1000 : 50), longestWaitMs));
    await once(released, 'released', { signal: AbortSignal.any([signal, timeout]) }).catch((error: Error) => {
      if (error.name !== 'AbortError') throw error;
    });
  };

  return {
    async next() {
      while (!signal.aborted) {
        const delivery = batch.shift();
        if (delivery) {
          held.add(delivery.id);
          return delivery;
        }
        const wasAtStart = after === '';
        refilling ??= refill().finally(() => {
          refilling = undefined;
        });
        await refilling;
        if (batch.length > 0 || !wasAtStart) continue;
        const dueAt = await nextDueAt(db, mailing, owner);
        if (held.size === 0) {
          if (dueAt === undefined) {
            const { unknown, free } = await clearUpAfterTheDead(db, mailing, owner, toMoment(now()));
            if (unknown > 0) onLeftBehind(unknown);
            if (free > 0) continue;
            return undefined;
          }
          // Those who were put off for long keep nobody waiting: the next call takes them up.
          if (patience && Temporal.Instant.compare(Temporal.Instant.from(dueAt), now().add(patience)) > 0) {
            putOff = dueAt;
            released.emit('released');
            return undefined;
          }
        }
        if (batch.length === 0) await wait(dueAt);
      }
      return undefined;
    },
    putOffUntil: () => putOff,
    release(recipient) {
      held.delete(recipient);
      released.emit('released');
    },
  };
}
