import type { ServerTrouble } from '../mail/server-trouble.ts';
import type { Reply } from '../store/queries/delivery-notes.ts';
import type { Outcome } from './outcome.ts';

/** Why a mailing ends before all were tried; what waits goes on waiting. */
export interface Halt {
  kind: 'server-away' | 'server-busy' | 'all-refused' | 'sender-refused';
  /** The last answer, if one came. */
  reply?: Reply | undefined;
  /** In the system's words, if there was no connection at all. */
  reason?: string | undefined;
  /** Why not, and to which server. */
  away?: { trouble: ServerTrouble; server: string } | undefined;
}

/** What to do after an outcome. */
type Advice = { kind: 'go-on' } | { kind: 'rest'; pause: Temporal.Duration; reply: Reply } | Halt;

/** So many answers of one kind in a row are not about the recipients any more. */
const inARow = 20;

/** Watches the answers of a mail server for all connections of a mailing. */
export interface CircuitBreaker {
  /** Takes note of an outcome, and says what to do after it. */
  record(outcome: Outcome): Advice;
}

/**
 * Stops a mailing, or lets it rest, when the fault is the server's: a server that refuses or puts off one recipient
 * after the other has a reason of its own. Counts what came since it last took a message.
 *
 * @param pauses Rests while the server puts everybody off, each longer than the one before.
 */
export function createCircuitBreaker(connections: number, pauses: readonly Temporal.Duration[]): CircuitBreaker {
  let refused = 0;
  let deferred = 0;
  let broken = 0;
  let rests = 0;
  return {
    record(outcome) {
      if (outcome.kind === 'sender-refused') return { kind: 'sender-refused', reply: outcome.reply };
      if (outcome.kind === 'unknown' || outcome.kind === 'unsent') {
        broken += 1;
        // When a server restarts, every connection breaks once, and some of the new ones may too.
        const reply = outcome.kind === 'unsent' ? outcome.reply : undefined;
        return broken > 2 * connections + 2 ? { kind: 'server-away', reply } : { kind: 'go-on' };
      }
      broken = 0;
      if (outcome.kind === 'accepted') {
        refused = deferred = rests = 0;
        return { kind: 'go-on' };
      }
      const { reply } = outcome;
      if (outcome.kind === 'refused') {
        refused += 1;
        return refused >= inARow ? { kind: 'all-refused', reply } : { kind: 'go-on' };
      }
      deferred += 1;
      if (deferred < inARow) return { kind: 'go-on' };
      deferred = 0;
      const pause = pauses[rests];
      rests += 1;
      return pause ? { kind: 'rest', pause, reply } : { kind: 'server-busy', reply };
    },
  };
}
