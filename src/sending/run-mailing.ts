/** Sends the queued deliveries of a mailing. What may happen when, and why, is in docs/decisions/0023. */
import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { returnPathFor } from '../mail/return-path.ts';
import { engineOf } from '../store/engine/engine.ts';
import { toMoment } from '../store/moments.ts';
import type { Reply, Settlement } from '../store/queries/delivery-notes.ts';
import { type DueDelivery, giveBack } from '../store/queries/due-deliveries.ts';
import type { ActiveSubscriber } from '../store/queries/subscribers.ts';
import type { Database, DeliveryState } from '../store/schema.ts';
import { type CircuitBreaker, createCircuitBreaker, type Halt } from './circuit-breaker.ts';
import { dueQueue } from './due-queue.ts';
import { type NoteBook, noteBook } from './note-book.ts';
import type { Outcome } from './outcome.ts';
import { createPace, type Pace } from './pace.ts';
import { createSharedPace } from './shared-pace.ts';
import { ConnectionError, type MailConnection } from './smtp-connection.ts';

/** A message as it goes over the wire. */
export interface OutgoingMessage {
  raw: Buffer;
  /** In angle brackets. */
  messageId: string;
}

export interface MailingParts {
  db: Database;
  /** Id of the mailing. */
  mailing: string;
  messageFor: (recipient: ActiveSubscriber) => Promise<OutgoingMessage>;
  connect: () => Promise<MailConnection>;
  /** Where refusals of the relay go: the address in MAIL FROM. */
  sender: string;
  /** Whether that address names each mail (VERP). */
  isNamedInSender?: boolean;
  /** The name of this sender, for the claims. */
  owner: string;
  /** Name and port of the mail server, whose pace all senders share. */
  server: string;
  connections: number;
  perMinute: number;
  /** Between the tries of one that is put off; after the last it has failed. */
  pauses: readonly Temporal.Duration[];
  /** Before another try to connect: the first pause, doubled each time. */
  reconnectMs: number;
  /** How long to stay for recipients that were put off, when nothing else is left; for ever if left out. */
  patience?: Temporal.Duration | undefined;
  now: () => Temporal.Instant;
  /** Ends the mailing when what is on the wire has its answer. */
  signal: AbortSignal;
  onSettled: (state: Settlement['state']) => void;
  /** Another sender died, and left so many unknown. */
  onLeftBehind: (unknown: number) => void;
  /** The server puts everybody off. */
  onRest: (pause: Temporal.Duration, reply: Reply) => void;
}

/**
 * `finished`: nobody is left to be tried. `put-off`: those who are left may be tried again from `dueAt` on. `stopped`:
 * `signal` said so.
 */
export type MailingEnd = { kind: 'finished' } | { kind: 'put-off'; dueAt: string } | { kind: 'stopped' } | Halt;

/** Sends until nobody is left, the server wants no more, or `signal` says so. Only for who takes part as the sender `owner`. */
export async function runMailing(parts: MailingParts): Promise<MailingEnd> {
  const halt = new AbortController();
  const signal = AbortSignal.any([parts.signal, halt.signal]);
  const context: MailingContext = {
    parts,
    signal,
    halt: (reason: Halt) => halt.abort(reason),
    queue: dueQueue(parts.db, parts.mailing, { ...parts, signal }),
    notes: noteBook(parts.db, parts.mailing, parts),
    pace: paceFor(parts, signal),
    breaker: createCircuitBreaker(parts.connections, parts.pauses),
    connections: new Set<MailConnection>(),
  };
  const work = async () => {
    try {
      await sendDeliveries(context);
    } catch (error) {
      // The others finish what they have on the wire before the error goes up.
      halt.abort();
      throw error;
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: parts.connections }, work));
  await giveBack(parts.db, parts.mailing, parts.owner);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
  if (halt.signal.aborted) return halt.signal.reason as Halt;
  if (parts.signal.aborted) return { kind: 'stopped' };
  const dueAt = context.queue.putOffUntil();
  return dueAt === undefined ? { kind: 'finished' } : { kind: 'put-off', dueAt };
}

/** Pauses between the tries of one that is put off, and rests while the server puts off everybody. */
export const retryPauses = [1, 5, 15, 30, 60].map((minutes) => Temporal.Duration.from({ minutes }));

/** Waits for a server double from one to the next, but no longer than this. */
const longestReconnectMs = 30_000;

/** What the connections of one mailing share. */
interface MailingContext {
  parts: MailingParts;
  signal: AbortSignal;
  halt: (reason: Halt) => void;
  queue: ReturnType<typeof dueQueue>;
  notes: NoteBook;
  pace: Pace;
  breaker: CircuitBreaker;
  /** All that were made. */
  connections: Set<MailConnection>;
}

/** One connection's work: one delivery after the other. */
async function sendDeliveries(context: MailingContext): Promise<void> {
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
    const { raw, messageId } = await parts.messageFor(delivery);
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
      raw,
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

/** On SQLite there is one sender at a time, which needs nobody to keep its pace. */
function paceFor({ db, server, perMinute }: MailingParts, signal: AbortSignal): Pace {
  return engineOf(db).kind === 'postgres'
    ? createSharedPace(db, server, perMinute, signal)
    : createPace(perMinute, signal);
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

/** What an outcome makes of a delivery that was tried so many times. */
function settlementOf(outcome: Outcome, tries: number, { now, pauses }: MailingParts): Settlement {
  const settled = (state: DeliveryState & Settlement['state'], more: Partial<Settlement> = {}): Settlement => ({
    state,
    ...('reply' in outcome && outcome.reply && { reply: outcome.reply }),
    ...more,
  });
  switch (outcome.kind) {
    case 'accepted':
      return settled('accepted');
    case 'refused':
      return settled('failed', { failure: outcome.failure });
    case 'deferred': {
      const pause = pauses[tries - 1];
      if (!pause) return settled('failed', { failure: 'given-up' });
      return settled('queued', { nextAttemptAt: toMoment(now().add(pause)) });
    }
    case 'unknown':
      return settled('unknown');
    case 'unsent':
    case 'sender-refused':
      return settled('queued', { isUntried: true });
  }
}
