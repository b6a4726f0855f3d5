import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { returnPathFor } from '../mail/return-path.ts';
import type { DueDelivery } from '../store/queries/due-deliveries.ts';
import type { CircuitBreaker, Halt } from './circuit-breaker.ts';
import type { DueQueue } from './due-queue.ts';
import type { MailingParts } from './mailing-parts.ts';
import type { NoteBook } from './note-book.ts';
import type { Outcome } from './outcome.ts';
import type { Pace } from './pace.ts';
import { settlementOf } from './settlement.ts';
import { ConnectionError, type MailConnection } from './smtp-connection.ts';

/** Waits for a server double from one to the next, but no longer than this. */
const longestReconnectMs = 30_000;

/** What the connections of one mailing share. */
export interface MailingContext {
  parts: MailingParts;
  signal: AbortSignal;
  halt: (reason: Halt) => void;
  queue: DueQueue;
  notes: NoteBook;
  pace: Pace;
  breaker: CircuitBreaker;
  /** All that were made. */
  connections: Set<MailConnection>;
}

/** One connection's work: one delivery after the other. */
export async function sendDeliveries(context: MailingContext): Promise<void> {
  const { parts, signal, halt, queue, notes, pace, breaker, connections } = context;
  let connection: MailConnection | undefined;
  let brokenInARow = 0;
  // What became of the delivery before: it reaches the disk together with the next claim, if there is one by then.
  let noted: Promise<void> = Promise.resolve();
  const note = (delivery: DueDelivery, outcome: Outcome) => {
    const settlement = settlementOf(outcome, delivery.attempts + 1, parts);
    noted = notes
      .settle(delivery.id, settlement)
      .then(() => parts.onSettled(settlement.state))
      .finally(() => queue.release(delivery.id));
    // Whoever waits for it hears of its failure.
    noted.catch(() => {});
  };

  const deliver = async (delivery: DueDelivery): Promise<Outcome | undefined> => {
    const { wire, messageId } = await parts.messageFor(delivery);
    if (brokenInARow > 1) {
      await sleep(Math.min(parts.reconnectMs * 2 ** brokenInARow, longestReconnectMs), undefined, { signal });
    }
    await pace.turn();
    // Only now: servers end a connection that waited for its turn too long.
    if (!connection?.isOpen) {
      connection = await reconnected(parts, signal);
      connections.add(connection);
    }
    const claimed = notes.claim(delivery.id, messageId);
    // No connection has two messages of which nobody would know whether they arrived.
    const [isOurs] = await Promise.all([claimed, noted]);
    if (!isOurs) {
      queue.release(delivery.id);
      return undefined;
    }
    if (signal.aborted) {
      note(delivery, { kind: 'unsent' });
      return undefined;
    }
    const outcome = await connection.send(
      { from: parts.isNamedInSender ? returnPathFor(parts.sender, messageId) : parts.sender, to: delivery.email },
      wire,
    );
    note(delivery, outcome);
    return outcome;
  };

  try {
    for (;;) {
      const delivery = await queue.next();
      if (!delivery) return;
      const outcome = await deliver(delivery).catch((error) => {
        queue.release(delivery.id);
        throw error;
      });
      if (!outcome) continue;
      brokenInARow = outcome.kind === 'unknown' || outcome.kind === 'unsent' ? brokenInARow + 1 : 0;
      const advice = breaker.record(outcome);
      if (advice.kind === 'go-on') continue;
      if (advice.kind === 'rest') {
        pace.rest(advice.pause);
        parts.onRest(advice.pause, advice.reply);
      } else {
        halt(advice);
      }
    }
  } catch (error) {
    if (error instanceof ConnectionError) {
      // Many servers take few connections at a time: then those that there are do the work.
      const isAlone = ![...connections].some(({ isOpen }) => isOpen);
      if (isAlone) halt({ kind: 'server-away', reply: error.reply, reason: error.message, away: error });
    } else if (!isEndOfWait(error, signal)) {
      throw error;
    }
  } finally {
    connection?.close();
    await noted;
  }
}

/** Whether a wait was ended on purpose. */
function isEndOfWait(error: unknown, signal: AbortSignal): boolean {
  return signal.aborted && (error === signal.reason || (error as Error).name === 'AbortError');
}

function reconnected({ connect, reconnectMs }: MailingParts, signal: AbortSignal): Promise<MailConnection> {
  const unlessStopped = async () => {
    const connection = await connect();
    // Nobody takes it over any more.
    if (signal.aborted) connection.close();
    return connection;
  };
  return pRetry(unlessStopped, {
    retries: 6,
    minTimeout: reconnectMs,
    maxTimeout: longestReconnectMs,
    signal,
    shouldRetry: ({ error }) => error instanceof ConnectionError && !error.isFinal,
  });
}
