import { toMoment } from '../../store/moments.ts';
import type { Moment } from '../../store/schema.ts';
import type { Log } from '../log.ts';
import { causeOf } from '../trouble.ts';
import type { ServerAbsence } from './mailer.ts';
import { ServerAway, type Transport } from './transport.ts';

/** What is known of the mail server beside the mails: it may go away while nobody signs up. */
export interface ServerContact {
  /** Since when it can't be reached; undefined while it can, or wasn't tried yet. */
  away: () => ServerAbsence | undefined;
  /** When it was last reached. */
  reachedAt: () => Moment | undefined;
  /** Tries it once; never rejects. */
  look: () => Promise<void>;
  stop: () => void;
}

const minutesBetweenLooks = 5;

/** Looks for the mail server now and again every few minutes. */
export function watchServer(transport: Transport, now: () => Temporal.Instant, log: Log): ServerContact {
  let away: ServerAbsence | undefined;
  let reachedAt: Moment | undefined;
  const look = async () => {
    try {
      await transport.reach();
      away = undefined;
      reachedAt = toMoment(now());
    } catch (error) {
      if (!away) log('mail-server-unreached', { cause: causeOf(error) });
      const trouble = error instanceof ServerAway ? error.trouble : 'broken';
      away = { since: away?.since ?? toMoment(now()), trouble };
    }
  };
  const timer = setInterval(look, minutesBetweenLooks * 60_000);
  void look();
  return { away: () => away, reachedAt: () => reachedAt, look, stop: () => clearInterval(timer) };
}
