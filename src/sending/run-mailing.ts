/** Sends the queued deliveries of a mailing. What may happen when, and why, is in docs/decisions/0023. */
import { engineOf } from '../store/engine/engine.ts';
import { giveBack } from '../store/queries/due-deliveries.ts';
import { createCircuitBreaker, type Halt } from './circuit-breaker.ts';
import { dueQueue } from './due-queue.ts';
import type { MailingParts } from './mailing-parts.ts';
import { noteBook } from './note-book.ts';
import { createPace, type Pace } from './pace.ts';
import { type MailingContext, sendDeliveries } from './send-deliveries.ts';
import { createSharedPace } from './shared-pace.ts';
import type { MailConnection } from './smtp-connection.ts';

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

/** On SQLite there is one sender at a time, which needs nobody to keep its pace. */
function paceFor({ db, server, perMinute }: MailingParts, signal: AbortSignal): Pace {
  return engineOf(db).kind === 'postgres'
    ? createSharedPace(db, server, perMinute, signal)
    : createPace(perMinute, signal);
}
